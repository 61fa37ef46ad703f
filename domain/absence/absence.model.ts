/** Who is away and when (请假、出差): rosters pass these days over. */
import { z } from 'zod';
import { OfferedAct, Ref } from '../kernel/contract.ts';

export const AbsenceKind = z.enum(['leave', 'sick', 'travel', 'training', 'abroad', 'other']);
export type AbsenceKind = z.infer<typeof AbsenceKind>;

export const Absence = z.object({
  id: z.string(),
  unitId: z.string(),
  personId: z.string(),
  state: z.enum(['recorded', 'withdrawn']),
  kind: AbsenceKind,
  from: z.string().describe('first day away'),
  to: z.string().describe('last day away'),
  note: z.string(),
});
export type Absence = z.infer<typeof Absence>;

export const AbsenceRow = Absence.omit({ unitId: true, personId: true }).extend({ person: Ref, acts: z.array(OfferedAct) });
export type AbsenceRow = z.infer<typeof AbsenceRow>;
