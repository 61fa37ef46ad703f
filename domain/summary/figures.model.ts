/** What a summary counts. Every share stands beside the number it is a share of. */
import { z } from 'zod';

const n = z.int();

export const Totals = z.object({
  planned: n.describe('patrols of the roster up to the day of counting'),
  walked: n.describe('of these: submitted'),
  extra: n.describe('patrols outside the roster, submitted'),
  people: n.describe('people times patrols, of all submitted'),
  onTime: n.describe('logs sent on their day, of all submitted'),
  late: n.describe('logs sent later, of all submitted'),
  unsent: n.describe('logs not sent, of all submitted'),
  answered: n.describe('answers to items of checklists'),
  fine: n,
  faulty: n,
  notApplicable: n,
  nothingFound: n.describe('patrols without a problem, of all submitted'),
  dissuaded: n,
  cleaned: n,
  tidied: n,
  explained: n,
  found: n.describe('problems found in the time, on patrol or not'),
  onTheSpot: n,
  coordinated: n,
  escalated: n,
  undisposed: n.describe('problems found for which no way was chosen yet'),
  closed: n.describe('of those found: closed when counted'),
  waiting: n.describe('of those found: fixed, to be verified or closed'),
  open: n.describe('of those found: still with somebody'),
});
export type Totals = z.infer<typeof Totals>;

export const Share = z.object({ name: z.string(), patrols: n, found: n, closed: n });
export type Share = z.infer<typeof Share>;

export const OpenProblem = z.object({ no: n, text: z.string(), place: z.string(), handler: z.string().nullable() });

export const Figures = Totals.extend({
  until: z.string().describe('counted up to this day: the last of the time, or today'),
  over: z.boolean().describe('the time had passed when it was counted'),
  places: z.array(Share).describe('most problems first'),
  kinds: z.array(Share.omit({ patrols: true })).describe('by the item of the checklist, most first'),
  openProblems: z.array(OpenProblem).describe('those still with somebody, the oldest first, ten at most'),
  before: Totals.nullable().describe('the same for the time before; null where nothing was recorded then'),
});
export type Figures = z.infer<typeof Figures>;
