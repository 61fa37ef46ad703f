/** A unit's own templates: the rows in the database, the files beside the photos. */

import type { FormKind } from '#domain/form/forms.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db, Tx } from '#server/platform/database.ts';

export interface OwnTemplate {
  readonly id: string;
  readonly form: FormKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly at: At;
  readonly byName: string;
}

export function listTemplates(db: Db, unitId: string): Promise<OwnTemplate[]> {
  return db
    .selectFrom('formTemplate')
    .innerJoin('person', 'person.id', 'formTemplate.byId')
    .where('formTemplate.unitId', '=', unitId)
    .where('formTemplate.endedAt', 'is', null)
    .select([
      'formTemplate.id',
      'formTemplate.form',
      'formTemplate.fileName',
      'formTemplate.sha256',
      'formTemplate.at',
      'person.name as byName',
    ])
    .execute();
}

/** Takes the place of the one before it, which stays on record. */
export async function insertTemplate(tx: Tx, { id, form, fileName, sha256, at }: Omit<OwnTemplate, 'byName'>, actor: Actor): Promise<void> {
  await endTemplate(tx, form, actor.unitId, at);
  const made = await tx
    .insertInto('formTemplate')
    .values({ id, unitId: actor.unitId, form, fileName, sha256, at, byId: actor.personId, endedAt: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw new Problem('record.exists');
}

/** The id of the one that was in use; undefined where there was none. */
export async function endTemplate(tx: Tx, form: FormKind, unitId: string, at: At): Promise<string | undefined> {
  const ended = await tx
    .updateTable('formTemplate')
    .set({ endedAt: at })
    .where('unitId', '=', unitId)
    .where('form', '=', form)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended?.id;
}
