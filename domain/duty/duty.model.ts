/** Duties out of adopted notices (责任事项), and the due tasks they bring (应办事项). */
import { z } from 'zod';
import { OfferedAct, Ref } from '../kernel/contract.ts';
import { Source } from '../place/place.model.ts';

export const Duty = z.object({
  id: z.string(),
  listId: z.string(),
  kind: z.enum(['duty', 'inspection', 'measure']),
  number: z.string(),
  title: z.string(),
  text: z.string(),
  owners: z.array(z.string()).describe('as the notice names them'),
  leaders: z.array(z.string()),
  sections: z.array(Ref).describe('the sections those words mean'),
  leadersInCharge: z.array(Ref).describe('the people those words mean'),
  place: Ref.nullable(),
  standard: z.string().nullable(),
  words: z.object({ n: z.int(), approximate: z.boolean() }).nullable(),
  photos: z.object({ n: z.int(), kinds: z.array(z.string()), captionFields: z.array(z.string()) }).nullable(),
  forms: z.array(z.object({ name: z.string(), source: Source })).describe('papers the notice asks for by name'),
  source: Source,
  also: z.array(Source).describe('sentences of other notices that order the same'),
  endedAt: z.string().nullable().describe('when a later notice stopped ordering it'),
  tasks: z.object({ open: z.int(), total: z.int(), nextDue: z.string().nullable() }),
});
export type Duty = z.infer<typeof Duty>;

export const ResponsibilityList = z.object({
  id: z.string(),
  title: z.string(),
  noticeId: z.string(),
  noticeNumber: z.string().nullable(),
  duties: z.array(Duty),
});
export type ResponsibilityList = z.infer<typeof ResponsibilityList>;

export const Task = z.object({
  id: z.string(),
  unitId: z.string(),
  state: z.enum(['todo', 'returned', 'reported', 'done', 'withdrawn']),
  dutyId: z.string(),
  title: z.string(),
  covers: z.string().nullable(),
  due: z.string().nullable(),
  printedDue: z.string().nullable().describe('the day as the notice prints it, when its dates were moved to another year'),
  basis: z.enum(['printed', 'inherited', 'derived', 'clerk']),
  sectionIds: z.array(z.string()),
  leaderIds: z.array(z.string()),
  forAll: z.boolean().describe('the notice names every section: 各科室, 全办'),
  result: z.string().nullable(),
  reporterId: z.string().nullable(),
  reportedAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
});
export type Task = z.infer<typeof Task>;

export const TaskRow = Task.pick({
  id: true,
  state: true,
  dutyId: true,
  title: true,
  covers: true,
  due: true,
  printedDue: true,
  basis: true,
  result: true,
  reportedAt: true,
  confirmedAt: true,
}).extend({
  dutyTitle: z.string(),
  owners: z.array(z.string()),
  leaders: z.array(z.string()),
  source: Source,
  acts: z.array(OfferedAct),
});
export type TaskRow = z.infer<typeof TaskRow>;

export const Stage = z.object({ id: z.string(), name: z.string(), from: z.string().nullable(), to: z.string().nullable(), source: Source });
export type Stage = z.infer<typeof Stage>;
