/** What a form is filled with, read from the records it is of. */
import type { FormKind } from '#domain/form/forms.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { postKinds } from '#domain/kernel/actor.ts';
import { month as monthText, id as uuid } from '#domain/kernel/contract.ts';
import { type At, dayOf, writtenDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db } from '#server/platform/database.ts';
import type { FileStore } from '#server/platform/files.ts';
import type { Values } from '../../papers/word/fill.ts';
import { getUnit, listPeople, listSections } from '../org/org.store.ts';
import { dutyValues, supervisionValues } from './duties.values.ts';
import { issueValues } from './issue.values.ts';
import { logValues } from './log.values.ts';
import { rosterValues } from './roster.values.ts';

export interface Asked {
  readonly db: Db;
  readonly files: FileStore;
  readonly actor: Actor;
  readonly now: At;
}
export interface Filled extends Values {
  /** What tells this paper from others of its kind: '2026年5月', '听泉路 2026年5月6日'. */
  readonly name: string;
}

export async function valuesOf(asked: Asked, form: FormKind, of: string | undefined): Promise<Filled> {
  const filled = await ownValues(asked, form, of);
  const unit = await getUnit(asked.db, asked.actor.unitId);
  return { ...filled, values: { 单位: unit.name, 制表日期: writtenDay(dayOf(asked.now)), ...filled.values } };
}

function ownValues(asked: Asked, form: FormKind, of: string | undefined): Promise<Filled> {
  const record = (): string => {
    if (!uuid.safeParse(of).success) throw new Problem('record.notFound');
    return of!;
  };
  switch (form) {
    case 'roster':
      if (!monthText.safeParse(of).success) throw new Problem('record.notFound');
      return rosterValues(asked, of!);
    case 'patrolLog':
      return logValues(asked, record());
    case 'rectification':
      return issueValues(asked, record());
    case 'dutyTable':
      return dutyValues(asked);
    case 'supervision':
      return supervisionValues(asked, record());
    default:
      return personValues(asked, of === undefined || of === '' ? null : record());
  }
}

/** Without a person the form is printed blank. */
async function personValues({ db, actor, now }: Asked, personId: string | null): Promise<Filled> {
  const year = dayOf(now).slice(0, 4);
  const person = personId ? (await listPeople(db, [actor.unitId])).find(({ id }) => id === personId) : null;
  if (personId && !person) throw new Problem('record.notFound');
  const sections = new Map((await listSections(db, actor.unitId)).map(({ id, name }) => [id, name]));
  const blank = '　　　　　';
  const titles = person?.posts.map(({ title, kind }) => title || postKinds[kind].zh).join('、');
  const section = person?.posts.flatMap(({ sectionId }) => (sectionId ? (sections.get(sectionId) ?? []) : []))[0];
  return {
    name: person?.name ?? '空白',
    lists: {},
    values: { 年份: year, 姓名: person?.name ?? blank, 职务: titles ?? blank, 科室: section ?? '' },
  };
}
