/** A document the unit issues (发文), laid out after GB/T 9704-2012. */
import { z } from 'zod';
import { day, line, OfferedAct } from '../kernel/contract.ts';
import { type DispatchKind, type DispatchState, dispatchKinds, dispatchStates } from './dispatch.states.ts';

export const DispatchKindSchema = z.enum(Object.keys(dispatchKinds) as [DispatchKind, ...DispatchKind[]]);

export const Annex = z.object({ title: line(100).min(1), text: line(20_000).default('') });
export type Annex = z.infer<typeof Annex>;

/** What a clerk writes. Everything may be blank in a draft; issuing asks for what the kind cannot do without. */
export const DispatchText = z.object({
  number: line(40).default('').describe('发文字号: 机关代字〔年份〕序号'),
  signatory: line(40).default('').describe('签发人; stands in the masthead of a report'),
  title: line(200).default(''),
  recipients: line(300).default('').describe('主送机关, without the colon'),
  body: line(60_000).default('').describe('a line is a paragraph; 一、 （一） 1. （1） make headings'),
  attendance: line(2_000).default('').describe('of minutes: 出席、请假、列席, a line each'),
  annexes: z.array(Annex).max(20).default([]),
  copies: line(500).default('').describe('抄送'),
  day: day.nullable().default(null).describe('成文日期'),
  sealed: z.boolean().default(true).describe('a seal is set over name and date'),
});
export type DispatchText = z.infer<typeof DispatchText>;

export const Dispatch = DispatchText.extend({
  id: z.string(),
  unitId: z.string(),
  kind: DispatchKindSchema,
  revision: z.int().describe('counts the times it was saved'),
  state: z.enum(Object.keys(dispatchStates) as [DispatchState, ...DispatchState[]]),
});
export type Dispatch = z.infer<typeof Dispatch>;

export const DispatchRow = Dispatch.pick({ id: true, kind: true, state: true, number: true, title: true, day: true });
export type DispatchRow = z.infer<typeof DispatchRow>;

export const DispatchView = Dispatch.extend({ issuer: z.string().describe('the name of the unit'), acts: z.array(OfferedAct) });
export type DispatchView = z.infer<typeof DispatchView>;
