/** What the queue will make of the records once it arrives: the same rules as on the server, laid over what it last said. Pure. */

import type { IssueView } from '#domain/issue/issue.model.ts';
import { type IssueAct, issueWorkflow, untouched } from '#domain/issue/issue.rules.ts';
import type { Disposal, IssueState } from '#domain/issue/issue.states.ts';
import type { Circumstances, OfferedAct } from '#domain/kernel/act.ts';
import { allowedActs, decide } from '#domain/kernel/act.ts';
import type { Contribution } from '#domain/patrol/merge.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { entryOf, patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import { type ActJob, doneAt, type Job } from '#web/api/outbox.rules.ts';

type ActOf<Name extends ActJob['name']> = Extract<ActJob, { name: Name }>;

/** A problem that so far exists on this phone only. */
export interface QueuedIssue {
  readonly id: string;
  readonly text: string;
  readonly spot: string;
  readonly placeId: string | null;
  readonly patrolId: string | null;
  readonly itemNo: number | null;
  readonly photoIds: readonly string[];
  readonly state: IssueState;
  readonly disposal: Disposal | null;
  readonly handlerId: string | null;
  readonly foundAt: string;
}

const ways: Partial<Record<string, { readonly state: IssueState; readonly disposal: Disposal }>> = {
  'issue.solve': { state: 'fixed', disposal: 'onTheSpot' },
  'issue.coordinate': { state: 'coordinated', disposal: 'coordinated' },
  'issue.escalate': { state: 'escalated', disposal: 'escalated' },
};

export function queuedIssues(jobs: readonly Job[]): QueuedIssue[] {
  const found: QueuedIssue[] = [];
  for (const job of jobs) {
    if (job.kind !== 'act') continue;
    if (job.name === 'issue.report') found.push(asFound(job));
    const way = ways[job.name];
    const input = job.input as { readonly id: string; readonly handlerId?: string };
    const at = found.findIndex((issue) => issue.id === input.id);
    if (way && at >= 0) found[at] = { ...found[at]!, ...way, handlerId: input.handlerId ?? null };
  }
  return found;
}

function asFound({ input, deviceAt }: ActOf<'issue.report'>): QueuedIssue {
  return {
    id: input.id,
    text: input.text,
    spot: input.spot ?? '',
    placeId: input.placeId ?? null,
    patrolId: input.patrolId ?? null,
    itemNo: input.itemNo ?? null,
    photoIds: input.photoIds ?? [],
    state: 'found',
    disposal: null,
    handlerId: null,
    foundAt: deviceAt,
  };
}

/** The acts of the queue on this record, oldest first. */
function actsOn(jobs: readonly Job[], kind: 'patrol' | 'issue', id: string): (Job & ActJob)[] {
  return jobs.filter(
    (job): job is Job & ActJob => job.kind === 'act' && job.name.startsWith(`${kind}.`) && (job.input as { id?: string }).id === id,
  );
}

/** The patrol as it will stand; an act that the rules refuse changes nothing here, the server will say why. */
export function patrolAsQueued(
  patrol: PatrolView,
  jobs: readonly Job[],
  at: Circumstances,
): { readonly patrol: PatrolView; readonly queued: boolean } {
  let next = patrol;
  const acts = actsOn(jobs, 'patrol', patrol.id);
  for (const act of acts) {
    const when = { ...at, now: doneAt(act) };
    try {
      if (act.name === 'patrol.start') next = decide(patrolWorkflow, next, 'start', {}, when).next as PatrolView;
      if (act.name === 'patrol.submit') {
        const { answers, help, note, part } = act.input as Contribution & { readonly note?: string; readonly part?: boolean };
        const entry = entryOf(next, part ?? false);
        next = decide(patrolWorkflow, next, entry, { checklist: next.checklist, answers, help, note: note ?? '' }, when).next as PatrolView;
      }
      if (act.name === 'patrol.reportLog')
        next = decide(patrolWorkflow, next, 'reportLog', { text: next.log, via: act.input.via }, when).next as PatrolView;
    } catch {
      // What the rules refuse is left to the server's answer.
    }
  }
  return { patrol: next, queued: acts.length > 0 };
}

export function issueAsQueued(
  issue: IssueView,
  jobs: readonly Job[],
  at: Circumstances,
): { readonly issue: IssueView; readonly acts: readonly OfferedAct[]; readonly queued: boolean } {
  // A copy kept by an older version of this page does not know all that the rules ask for.
  let next: IssueView = { ...untouched, ...issue };
  const acts = actsOn(jobs, 'issue', issue.id).filter((act) => act.name !== 'issue.report');
  for (const act of acts) {
    try {
      next = decide(issueWorkflow, next, act.name.slice('issue.'.length) as IssueAct, { note: '', photoIds: [], ...act.input } as never, {
        ...at,
        now: doneAt(act),
      }).next as IssueView;
    } catch {
      // What the rules refuse is left to the server's answer.
    }
  }
  return { issue: next, acts: acts.length > 0 ? allowedActs(issueWorkflow, next, at) : issue.acts, queued: acts.length > 0 };
}
