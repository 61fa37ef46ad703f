/** What a patroller does, put into the queue. */
import type { Contribution } from '#domain/patrol/merge.ts';
import type { Answer, PatrolView } from '#domain/patrol/patrol.model.ts';
import { thin } from '#domain/patrol/track.ts';
import type { Position } from '#domain/photo/photo.model.ts';
import { actJob, enqueue, type Job, type NewJob } from '#web/api/outbox.ts';
import { devicePosition } from '../photo/position.ts';
import { type TrackDraft, trackKey } from './track.ts';

export function startPatrol(patrol: Pick<PatrolView, 'id' | 'place'>): Promise<void> {
  return enqueue([startJob(patrol)]);
}

function startJob(patrol: Pick<PatrolView, 'id' | 'place'>): NewJob {
  return actJob('patrol.start', { id: patrol.id, position: phonePosition() }, patrol.place.name);
}

/** Where the phone stands, if it knew within the last minutes. */
function phonePosition(): Position | null {
  const place = devicePosition();
  return place && { ...place, source: 'device' };
}

export const draftKey = (patrolId: string): string => `patrol:${patrolId}`;

/** The draft becomes the queued act; a refusal is mended from that. The way walked goes along where the person agreed. */
export function submitPatrol(
  patrol: Pick<PatrolView, 'id' | 'place' | 'state'>,
  contribution: Contribution,
  track: TrackDraft | undefined,
): Promise<void> {
  const jobs = [...startFirst(patrol), submitJob(patrol, contribution)];
  const points = track?.consentedAt ? thin(track.points) : [];
  if (!track?.consentedAt || points.length < 2) return enqueue(jobs, { finishedDrafts: [draftKey(patrol.id)] });
  const keep = actJob('patrol.keepTrack', { id: patrol.id, consentedAt: track.consentedAt, points }, patrol.place.name);
  return enqueue([...jobs, keep], { finishedDrafts: [draftKey(patrol.id), trackKey(patrol.id)] });
}

/** Only what this person has checked; the draft stays, the rest is still to come. */
export function handInPart(patrol: Pick<PatrolView, 'id' | 'place' | 'state'>, contribution: Contribution): Promise<void> {
  return enqueue([...startFirst(patrol), submitJob(patrol, contribution, { part: true })]);
}

function startFirst(patrol: Pick<PatrolView, 'id' | 'place' | 'state'>): NewJob[] {
  return patrol.state === 'planned' ? [startJob(patrol)] : [];
}

function submitJob(
  patrol: Pick<PatrolView, 'id' | 'place'>,
  { answers, help, note }: Contribution,
  more: { readonly part?: boolean } = {},
): NewJob {
  return actJob(
    'patrol.submit',
    {
      id: patrol.id,
      answers: answers.map((answer) => ({ ...answer, measures: [...answer.measures] })),
      help,
      note,
      position: phonePosition(),
      ...more,
    },
    patrol.place.name,
  );
}

/** What was submitted and refused, to be mended. */
export function refusedSubmission(jobs: readonly Job[], patrolId: string): Contribution | undefined {
  const refused = jobs.findLast(
    (job) => job.kind === 'act' && job.name === 'patrol.submit' && job.input.id === patrolId && job.state === 'refused' && !job.mendedBy,
  );
  return refused?.kind === 'act' ? (refused.input as unknown as Contribution) : undefined;
}

export function reportLog(patrol: Pick<PatrolView, 'id' | 'place'>, via: string): Promise<void> {
  return enqueue([actJob('patrol.reportLog', { id: patrol.id, via }, patrol.place.name)]);
}

export function signLog(patrol: Pick<PatrolView, 'id' | 'place' | 'logSha256'>, act: 'sign' | 'countersign'): Promise<void> {
  return enqueue([actJob(`patrol.${act}`, { id: patrol.id, sha256: patrol.logSha256 }, patrol.place.name)]);
}

export function sendAmended(patrol: Pick<PatrolView, 'id' | 'place'>, via: string): Promise<void> {
  return enqueue([actJob('patrol.sendAmended', { id: patrol.id, via }, patrol.place.name)]);
}

export function giveReason(patrol: Pick<PatrolView, 'id' | 'place'>, reason: string): Promise<void> {
  return enqueue([actJob('patrol.giveReason', { id: patrol.id, reason }, patrol.place.name)]);
}

interface Amendment {
  readonly answers: readonly Answer[];
  readonly help: PatrolView['help'];
  readonly note: string;
  readonly reason: string;
}

/** The draft goes once the amendment is in the queue. */
export function amendLog(
  patrol: Pick<PatrolView, 'id' | 'place' | 'versions'>,
  { answers, ...rest }: Amendment,
  draft: string,
): Promise<void> {
  const was = patrol.versions.at(-1)?.version ?? 0;
  return enqueue([actJob('patrol.amend', { id: patrol.id, was, answers: [...answers], ...rest }, patrol.place.name)], {
    finishedDrafts: [draft],
  });
}
