/** What was looked at, item by item and week by week, against what was planned. */
import { z } from 'zod';
import { Ref } from '../kernel/contract.ts';
import { neverReasons } from './coverage.states.ts';

const count = z.int();

export const CoverageCell = z.object({
  answered: count.describe('patrols that answered the item'),
  checked: count.describe('of these: fine or a problem'),
  problems: count,
  notApplicable: count,
});
export type CoverageCell = z.infer<typeof CoverageCell>;

export const CoverageItem = z.object({
  no: z.int(),
  text: z.string(),
  version: z.int().describe('a checklist version in which the item bears this number'),
  isCurrent: z.boolean().describe('false: no longer on the checklist'),
  cells: z.array(CoverageCell).describe('one for each week'),
  total: CoverageCell,
  never: z.enum(neverReasons).nullable().describe('why it was never checked in this time; null: it was'),
});
export type CoverageItem = z.infer<typeof CoverageItem>;

export const CoveragePlace = z.object({
  place: Ref,
  planned: z.array(count).describe('patrols of each week'),
  walked: z.array(count).describe('of these: submitted'),
  items: z.array(CoverageItem),
});
export type CoveragePlace = z.infer<typeof CoveragePlace>;

export const Coverage = z.object({
  from: z.string(),
  until: z.string(),
  weeks: z.array(z.string()).describe('the Mondays'),
  places: z.array(CoveragePlace),
});
export type Coverage = z.infer<typeof Coverage>;
