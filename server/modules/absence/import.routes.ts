/** A table of leave: looked at, recorded, and an empty one to begin with. */

import { absenceImport, absencePreviewImport, absenceTemplate } from '#domain/absence/absence.contract.ts';
import { type ImportRow, readAbsences } from '#domain/absence/absence.import.ts';
import type { Absence } from '#domain/absence/absence.model.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type At, dayOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Db } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { requirePost } from '#server/platform/rights.ts';
import { readTable } from '../../papers/read/paper.ts';
import { writeSheet } from '../../papers/table/sheet.ts';
import { listPeople, lockUnit } from '../org/org.store.ts';
import { MOST_DAYS } from './absence.routes.ts';
import { insertAbsence, listAbsences } from './absence.store.ts';

export function absenceImportRoutes(endpoint: Endpoints): void {
  endpoint.act(absencePreviewImport, async ({ input, actor, tx, now }) => {
    requirePost(actor, absencePreviewImport.words, 'campaignClerk');
    return { rows: (await understood(tx, actor, input.file, now)).map(shown) };
  });

  endpoint.act(absenceImport, async ({ input, actor, tx, now, tell }) => {
    requirePost(actor, absenceImport.words, 'campaignClerk');
    await lockUnit(tx, actor.unitId);
    const rows = await understood(tx, actor, input.file, now);
    const absences = rows.flatMap(({ absence }): Absence[] =>
      absence ? [{ id: newId(), unitId: actor.unitId, state: 'recorded', ...absence }] : [],
    );
    for (const absence of absences) {
      await insertAbsence(tx, absence, now);
      const { id, personId, kind, from, to } = absence;
      await tell({ name: 'absence.recorded', subject: { kind: 'absence', id }, data: { personId, kind, from, to, imported: true } });
    }
    return { recorded: absences.length, rows: rows.map(shown) };
  });

  endpoint.download(absenceTemplate, async ({ now }) => ({
    fileName: '请假出差登记表.xlsx',
    body: await writeSheet({
      name: '请假出差',
      title: '请假出差登记表',
      note: '事由：请假、病假、出差、培训、出访、其他',
      columns: [
        { title: '姓名', width: 12 },
        { title: '事由', width: 12 },
        { title: '开始', width: 14 },
        { title: '结束', width: 14 },
        { title: '说明', width: 36, align: 'left' },
      ],
      rows: [['', '', { day: dayOf(now) }, { day: dayOf(now) }, '']],
    }),
  }));
}

async function understood(db: Db, actor: Actor, file: string, now: At): Promise<ImportRow[]> {
  const table = await readTable(Buffer.from(file, 'base64'));
  const people = await listPeople(db, [actor.unitId]);
  const known = await listAbsences(db, actor.unitId, { from: '1900-01-01', to: '2199-12-31' });
  return readAbsences(table, { people, known, year: Number(dayOf(now).slice(0, 4)), mostDays: MOST_DAYS });
}

const shown = ({ row, name, absence, why }: ImportRow) => ({
  row,
  name,
  kind: absence?.kind ?? null,
  from: absence?.from ?? null,
  to: absence?.to ?? null,
  note: absence?.note ?? '',
  why,
});
