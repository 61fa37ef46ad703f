/** The row all three write: a submitted log. For the limits it goes into a table like `patrol` of their own. */
import { newId } from '#domain/kernel/id.ts';

export interface LogSent {
  readonly id: string;
  readonly answers: readonly object[];
  readonly help: object;
  readonly note: string;
  readonly position: object;
}

export const MAKE_TABLE = 'CREATE TABLE intake_limit (LIKE patrol INCLUDING DEFAULTS INCLUDING INDEXES)';
export const INSERT = `INSERT INTO intake_limit (id, unit_id, place_id, state, day, starts, ends, member_ids, checklist_version, answers, help, note, submit_position, submitted_at)
  VALUES ($1, $2, $3, 'submitted', '2026-05-13', '09:00', '11:30', ARRAY[$2::uuid], 1, $4, $5, $6, $7, now())`;
const UNIT = newId();

export const valuesOf = ({ id, answers, help, note, position }: LogSent): unknown[] => [
  id,
  UNIT,
  UNIT,
  JSON.stringify(answers),
  JSON.stringify(help),
  note,
  JSON.stringify(position),
];
