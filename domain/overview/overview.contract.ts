import { z } from 'zod';
import { TaskRow } from '../duty/duty.model.ts';
import { IssueRow } from '../issue/issue.model.ts';
import { read } from '../kernel/contract.ts';
import { PatrolRow } from '../patrol/patrol.model.ts';

/** A director's minute: what is late and whose it is, who is on post, what was found. Every figure opens its cases. */
export const overviewToday = read('overview.today', {
  words: { zh: '今日', en: 'Today' },
  input: z.object({}),
  output: z.object({
    day: z.string(),
    tasks: z.object({ late: z.int(), today: z.int(), week: z.int(), waiting: z.int(), next: z.array(TaskRow) }),
    patrols: z.object({ today: z.array(PatrolRow), lateLogs: z.int(), thisMonth: z.int(), nothingFound: z.int() }),
    issues: z.object({
      open: z.int(),
      closed: z.int(),
      byState: z.record(z.string(), z.int()),
      byDisposal: z.record(z.string(), z.int()),
      latest: z.array(IssueRow),
      mine: z.array(IssueRow).describe('waiting for an act of mine'),
    }),
    stage: z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() }).nullable(),
    drafts: z.int().describe('notices not yet adopted'),
    setUp: z.object({ notices: z.boolean(), people: z.boolean(), roster: z.boolean() }).describe('which first steps are done'),
  }),
});
