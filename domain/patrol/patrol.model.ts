/** A patrol: one place on one day, its people, the checklist answered, the log sent the same day (巡查日志). */
import { z } from 'zod';
import { instant, line, OfferedAct, Ref } from '../kernel/contract.ts';
import { Position } from '../photo/photo.model.ts';
import { Centre, ChecklistItem } from '../place/place.model.ts';
import { Grade, PointType } from '../place/point.model.ts';
import { LogVersion, SignatureLine } from './log.model.ts';
import { type helpKinds, patrolStates, verdicts } from './patrol.states.ts';

export const PatrolStateSchema = z.enum(Object.keys(patrolStates) as [keyof typeof patrolStates, ...(keyof typeof patrolStates)[]]);

export const VerdictSchema = z.enum(Object.keys(verdicts) as [keyof typeof verdicts, ...(keyof typeof verdicts)[]]);

export const Answer = z.object({
  no: z.int().positive(),
  verdict: VerdictSchema,
  measures: z
    .array(z.object({ metric: line(20), value: z.number().min(0).max(100) }))
    .max(5)
    .default([]),
  note: line(300).default(''),
  grade: Grade.optional().describe('the state of the item where a person set another than the number of faults gives'),
  answeredAt: instant.optional().describe("when it was tapped, by the phone's clock as corrected: of two phones the later answer counts"),
});
export type Answer = z.infer<typeof Answer>;

const count = z.int().min(0).max(999).default(0);
export const Help = z.object({ dissuaded: count, cleaned: count, tidied: count, explained: count } satisfies Record<
  keyof typeof helpKinds,
  unknown
>);
export type Help = z.infer<typeof Help>;

export const Patrol = z.object({
  id: z.string(),
  unitId: z.string(),
  state: PatrolStateSchema,
  placeId: z.string(),
  rosterId: z.string().nullable().describe('null for a patrol outside the roster'),
  day: z.string(),
  starts: z.string(),
  ends: z.string(),
  leaderId: z.string().nullable(),
  memberIds: z.array(z.string()),
  formerIds: z.array(z.string()).describe('on duty here until the roster was changed'),
  checklistVersion: z.int(),
  answers: z.array(Answer),
  help: Help,
  note: z.string(),
  startedAt: z.string().nullable(),
  submittedAt: z.string().nullable(),
  submittedById: z.string().nullable(),
  logText: z.string().nullable().describe('the log as it was sent; before that it is written anew from the records'),
  reportedAt: z.string().nullable(),
  reportedById: z.string().nullable(),
  reportedVia: z.string().nullable(),
  startPosition: Position.nullable(),
  submitPosition: Position.nullable(),
  lateReason: z.string().nullable().describe('what the crew says to a late log; nobody decides on it'),
  lateReasonById: z.string().nullable(),
  lateReasonAt: z.string().nullable(),
});
export type Patrol = z.infer<typeof Patrol>;

export const PatrolRow = Patrol.pick({
  id: true,
  state: true,
  day: true,
  starts: true,
  ends: true,
  submittedAt: true,
  reportedAt: true,
  rosterId: true,
  lateReason: true,
}).extend({
  place: Ref,
  leader: Ref.nullable(),
  members: z.array(Ref),
  problems: z.int().describe('problems recorded on this patrol'),
  late: z.boolean().describe('the log was not sent on the day'),
  amendments: z.int().describe('how often the log was amended after it was sent'),
  signed: z.int().describe('signatures on the latest version'),
  toSign: z.int().describe('who is asked to sign: the members and the leader on duty'),
  photoIds: z.array(z.string()).describe('photos of its problems, three at most'),
});
export type PatrolRow = z.infer<typeof PatrolRow>;

export const PatrolView = Patrol.extend({
  place: Ref,
  unit: Ref,
  leader: Ref.nullable(),
  members: z.array(Ref),
  submittedBy: Ref.nullable(),
  reportedBy: Ref.nullable(),
  centre: Centre.nullable().describe('where the place is'),
  checklist: z.array(ChecklistItem),
  requirements: z.array(z.string()),
  late: z.boolean(),
  dueAt: z.string().describe('the end of the patrol day: the log is late after it'),
  log: z.string().describe('the log for the group chat'),
  logSha256: z.string().describe('of this text: what a signature names'),
  logBehind: z.boolean().describe('the records have changed since the log was sent; an amendment would say so'),
  versions: z.array(LogVersion).describe('oldest first'),
  toSign: z.array(SignatureLine).describe('who is asked to sign the present text, and who has'),
  lateReasonBy: Ref.nullable(),
  point: PointType.nullable().describe('the point type the checklist was made with'),
  channel: z.string().nullable().describe('where the notice wants the log sent'),
  sendsTo: z.array(z.string()).describe('groups to which the system itself sends the log once it is reported'),
  issues: z.array(
    z.object({
      id: z.string(),
      no: z.int(),
      state: z.string(),
      disposal: z.string().nullable(),
      text: z.string(),
      spot: z.string(),
      itemNo: z.int().nullable(),
      position: Position.nullable(),
      beforeId: z.string().nullable(),
      afterId: z.string().nullable(),
      photosWaiting: z.int().describe('photos announced whose bytes are not here yet'),
    }),
  ),
  acts: z.array(OfferedAct),
});
export type PatrolView = z.infer<typeof PatrolView>;
