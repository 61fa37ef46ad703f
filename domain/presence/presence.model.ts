/** Presence on post: one person of the crew of one patrol. */
import { z } from 'zod';
import { AbsenceKind } from '../absence/absence.model.ts';
import { OfferedAct, Ref } from '../kernel/contract.ts';
import { PatrolStateSchema } from '../patrol/patrol.model.ts';
import { Position } from '../photo/photo.model.ts';
import { type CheckInWay, checkInWays, type PresenceState, presenceStates, type Standing, standings } from './presence.states.ts';

const keysOf = <Key extends string>(table: Record<Key, unknown>) => z.enum(Object.keys(table) as [Key, ...Key[]]);
const Way = keysOf<CheckInWay>(checkInWays);
const State = keysOf<PresenceState>(presenceStates);
export const StandingSchema = keysOf<Standing>(standings);

export const Presence = z.object({
  id: z.string().describe('of the patrol, whose history tells of it'),
  unitId: z.string(),
  state: State,
  personId: z.string(),
  personName: z.string(),
  onCrew: z.boolean(),
  leaderId: z.string().nullable().describe('who leads this patrol'),
  day: z.string(),
  starts: z.string(),
  ends: z.string(),
  rostered: z.boolean().describe('owed by the roster; a patrol outside it knows neither late nor missing'),
  how: Way.nullable(),
  saidAt: z.string().nullable().describe('since when the person is there'),
  arrivedAt: z.string().nullable().describe('when the server heard of it'),
  saidById: z.string().nullable(),
  position: Position.nullable(),
  distance: z.int().nullable().describe('metres from the centre of the place'),
  outside: z.boolean(),
  note: z.string(),
  judgedById: z.string().nullable(),
  judgedAt: z.string().nullable(),
  judgement: z.string().describe('why it is disputed'),
  excuse: z.string().nullable(),
  excusedById: z.string().nullable(),
  excusedAt: z.string().nullable(),
});
export type Presence = z.infer<typeof Presence>;

export const PresenceLine = Presence.pick({
  state: true,
  how: true,
  saidAt: true,
  arrivedAt: true,
  distance: true,
  outside: true,
  note: true,
  judgement: true,
  excuse: true,
})
  .extend({
    person: Ref,
    leads: z.boolean(),
    standing: StandingSchema,
    cameLate: z.boolean().describe('reached the server long after it was meant: the phone had no signal'),
    accuracy: z.number().nullable().describe('metres, as the device states it'),
    saidBy: Ref.nullable().describe('who vouched, where it was somebody else'),
    judgedBy: Ref.nullable(),
    absence: AbsenceKind.nullable().describe('recorded as away on this day, and still on the crew'),
    acts: z.array(OfferedAct),
  })
  .describe('one person of a crew, for the board');
export type PresenceLine = z.infer<typeof PresenceLine>;

export const PatrolPresence = z.object({
  patrolId: z.string(),
  state: PatrolStateSchema,
  place: Ref,
  day: z.string(),
  starts: z.string(),
  ends: z.string(),
  rostered: z.boolean(),
  people: z.array(PresenceLine),
});
export type PatrolPresence = z.infer<typeof PatrolPresence>;

const n = z.int();
export const Tally = z
  .object({
    duties: n.describe('owed by the roster, their hours over'),
    onTime: n,
    late: n,
    missing: n,
    excused: n.describe('of the late and missing, how many have an excuse'),
  })
  .describe('onTime + late + missing = duties');
export type Tally = z.infer<typeof Tally>;
