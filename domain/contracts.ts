/** Every call of the system. The server binds them all, the web takes its types from them, the OpenAPI document lists them. */
import type { z } from 'zod';
import * as absence from './absence/absence.contract.ts';
import * as calendar from './calendar/calendar.contract.ts';
import * as dispatch from './dispatch/dispatch.contract.ts';
import * as duty from './duty/duty.contract.ts';
import * as feed from './feed/feed.contract.ts';
import * as form from './form/form.contract.ts';
import * as issue from './issue/issue.contract.ts';
import type { Contract } from './kernel/contract.ts';
import * as channel from './message/channel.contract.ts';
import * as inbox from './message/inbox.contract.ts';
import * as message from './message/message.contract.ts';
import * as notice from './notice/notice.contract.ts';
import * as org from './org/org.contract.ts';
import * as overview from './overview/overview.contract.ts';
import * as patrol from './patrol/patrol.contract.ts';
import * as patrolTables from './patrol/table.contract.ts';
import * as photo from './photo/photo.contract.ts';
import * as place from './place/place.contract.ts';
import * as presence from './presence/presence.contract.ts';
import * as queue from './queue/queue.contract.ts';
import * as roster from './roster/roster.contract.ts';
import * as summary from './summary/summary.contract.ts';
import * as swap from './swap/swap.contract.ts';

const modules = {
  ...org,
  ...notice,
  ...place,
  ...duty,
  ...absence,
  ...calendar,
  ...roster,
  ...swap,
  ...feed,
  ...photo,
  ...queue,
  ...patrol,
  ...patrolTables,
  ...presence,
  ...issue,
  ...summary,
  ...dispatch,
  ...form,
  ...overview,
  ...inbox,
  ...message,
  ...channel,
};

type Contracts = Extract<(typeof modules)[keyof typeof modules], Contract>;

export const contracts = Object.values(modules).filter(
  (value): value is Contracts => typeof value === 'object' && value !== null && 'kind' in value && 'problems' in value,
);

/** Name → what goes in and what comes out; types only, so that the phone carries no schemas. */
export type Reads = {
  [C in Extract<Contracts, { kind: 'read' }> as C['name']]: { input: z.input<C['input']>; output: z.output<C['output']> };
};
export type Acts = {
  [C in Extract<Contracts, { kind: 'act' }> as C['name']]: { input: z.input<C['input']>; output: z.output<C['output']> };
};
export type Downloads = {
  [C in Extract<Contracts, { kind: 'download' }> as C['name']]: { input: z.input<C['input']> };
};
