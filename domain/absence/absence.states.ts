import type { StateTable } from '../kernel/act.ts';
import type { Words } from '../kernel/words.ts';
import type { AbsenceKind } from './absence.model.ts';

export const absenceStates = {
  recorded: { zh: '已登记', en: 'Recorded', tone: 'waiting' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn', tone: 'returned' },
} as const satisfies StateTable;

export const absenceKinds: Readonly<Record<AbsenceKind, Words>> = {
  leave: { zh: '请假', en: 'Leave' },
  sick: { zh: '病假', en: 'Sick' },
  travel: { zh: '出差', en: 'Business trip' },
  training: { zh: '培训', en: 'Training' },
  abroad: { zh: '出访', en: 'Abroad' },
  other: { zh: '其他', en: 'Other' },
};
