/**
 * What follows from an attempt to send: sent, tried again later, or stuck until a person looks. Trying again has a fixed timetable, so that
 * a screen can say when; after the last one somebody must decide.
 */
import type { At } from '../kernel/day.ts';
import type { Words } from '../kernel/words.ts';
import type { MessageState, OutcomeKind } from './message.states.ts';
import { type QuietHours, quietUntil } from './quiet.ts';

export type Outcome =
  | { readonly kind: 'accepted'; readonly answer: string }
  | { readonly kind: 'found'; readonly answer: string }
  /** It never left: nobody can have received it. */
  | { readonly kind: 'unreached'; readonly answer: string; readonly why: Words; readonly lasting?: boolean }
  /** It left and no answer came: it may have arrived. */
  | { readonly kind: 'unanswered'; readonly answer: string; readonly why: Words }
  | { readonly kind: 'tooFast'; readonly answer: string; readonly why: Words; readonly restMs: number }
  /** `lasting`: trying again cannot help before a person has changed something. */
  | { readonly kind: 'refused'; readonly answer: string; readonly why: Words; readonly lasting: boolean };

const MINUTE = 60_000;
/** The pauses after the first, second … failed attempt; about ten hours in all. */
export const PAUSES: readonly number[] = [1, 5, 15, 60, 180, 360].map((minutes) => minutes * MINUTE);

/** Asking for a rest is no failure, and a service that does so for ever is: after so many attempts of any kind a person looks. */
const MOST_ATTEMPTS = 30;

export interface AfterAttempt {
  readonly state: MessageState;
  readonly dueAt: At;
  readonly why: Words | null;
  /** How long the whole channel rests, when the service asked for it. */
  readonly restsUntil: At | null;
}

export interface Tried {
  /** Attempts made so far, this one included, and how many of them failed for another reason than haste. */
  readonly attempts: number;
  readonly failures: number;
  readonly now: At;
  /** Null for what may come at any hour. */
  readonly quiet: QuietHours | null;
}

export function afterAttempt(outcome: Outcome, { attempts, failures, now, quiet }: Tried): AfterAttempt {
  const at = (ms: number): At => quietUntil(quiet, new Date(Date.parse(now) + ms).toISOString());
  if (outcome.kind === 'accepted' || outcome.kind === 'found') return { state: 'sent', dueAt: now, why: null, restsUntil: null };
  const { why } = outcome;
  if (outcome.kind === 'tooFast' && attempts < MOST_ATTEMPTS)
    return { state: 'failed', dueAt: at(outcome.restMs), why, restsUntil: new Date(Date.parse(now) + outcome.restMs).toISOString() };
  const pause = PAUSES[failures - 1];
  const lasting = 'lasting' in outcome && outcome.lasting === true;
  if (lasting || pause === undefined || attempts >= MOST_ATTEMPTS) return { state: 'stuck', dueAt: now, why, restsUntil: null };
  return { state: 'failed', dueAt: at(pause), why, restsUntil: null };
}

/** Haste is no failure: it has no pause of its own and does not lead to a person. */
export const isFailure = ({ kind }: Outcome): boolean => kind !== 'accepted' && kind !== 'found' && kind !== 'tooFast';

/** Whether an attempt with this outcome may have put the message before its readers. */
export const mayHaveArrived = (outcome: OutcomeKind | null): boolean => outcome === null || outcome === 'unanswered';
