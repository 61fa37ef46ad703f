import { z } from 'zod';
import { act, Done, day, id, line, month, read } from '../kernel/contract.ts';
import { AbsenceKind, AbsenceRow } from './absence.model.ts';

/** Everybody's for the clerk and the leaders; their own for the others. */
export const absenceList = read('absence.list', {
  words: { zh: '请假出差', en: 'Absences' },
  input: z.object({ month }),
  output: z.object({ rows: z.array(AbsenceRow), mayRecordFor: z.array(z.object({ id: z.string(), name: z.string() })) }),
});

export const absenceAdd = act('absence.add', {
  words: { zh: '登记请假出差', en: 'Record an absence' },
  input: z.object({ id, personId: id, kind: AbsenceKind, from: day, to: day, note: line(200) }),
  output: Done.extend({
    vacated: z
      .array(z.object({ day: z.string(), place: z.string() }))
      .describe('published duties that fall into it: they need somebody else'),
  }),
  problems: ['absence.endsBeforeStart', 'absence.tooLong', 'record.exists'],
});

export const absenceWithdraw = act('absence.withdraw', { words: { zh: '撤销', en: 'Withdraw' }, input: z.object({ id }), output: Done });
