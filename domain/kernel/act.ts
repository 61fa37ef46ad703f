/**
 * The act table. One row says everything about an act: from which states, to which state, who may do it, what else must hold and what changes.
 * The same row answers the server (`decide`), the buttons on the screen (`allowedActs`) and the printed matrix in docs/acts.md.
 */
import { type Actor, holdsPost, type PostKind, postKinds } from './actor.ts';
import type { At } from './day.ts';
import type { FactDraft, Json, SubjectKind } from './fact.ts';
import type { Id } from './id.ts';
import { Problem } from './problem.ts';
import type { Words } from './words.ts';

/** State colours are one palette everywhere: tags, map, charts, calendar. */
export type Tone = 'todo' | 'working' | 'waiting' | 'late' | 'done' | 'returned';
export type StateTable = Record<string, Words & { readonly tone: Tone }>;

export interface Subject {
  readonly id: Id;
  readonly unitId: Id;
  readonly state: string;
}

/** The circumstances of an act; the server's clock, never the phone's. */
export interface Circumstances {
  readonly actor: Actor;
  readonly now: At;
}

/** A relation between actor and record that gives a right, named so that a refusal can say who could. */
export interface Relation<S> {
  readonly words: Words;
  readonly holds: (actor: Actor, subject: S) => boolean;
}

export interface ActRule<S extends Subject, Input> {
  readonly words: Words;
  /** Past tense, for the fact: 'verified'. */
  readonly past: string;
  readonly pastWords: Words;
  readonly from: readonly S['state'][];
  /** The state it leads to; absent when the act leaves the state alone. */
  readonly to?: S['state'] | ((subject: S, input: Input) => S['state']);
  readonly by: readonly Relation<S>[];
  /** What else must hold. `input` is undefined while the screen only asks whether to offer the act. */
  readonly refuse?: (subject: S, at: Circumstances, input: Input | undefined) => Problem | null;
  readonly change?: (subject: S, input: Input, at: Circumstances) => Partial<Omit<S, 'id' | 'unitId' | 'state'>>;
  /** What the history keeps beside who and when. */
  readonly tell?: (subject: S, input: Input, next: S) => { readonly [key: string]: Json | undefined };
}

// biome-ignore lint/suspicious/noExplicitAny: each act of a table has an input of its own
export type ActTable<S extends Subject> = Record<string, ActRule<S, any>>;
type InputOf<Rule> = Rule extends ActRule<infer _S, infer Input> ? Input : never;

export interface Workflow<S extends Subject, Acts extends ActTable<S>> {
  readonly kind: SubjectKind;
  readonly words: Words;
  readonly states: StateTable;
  readonly acts: Acts;
}

export interface OfferedAct {
  readonly act: string;
  readonly allowed: boolean;
  /** Why not, when it is not allowed. */
  readonly why?: Words;
}

/** Why this actor cannot do this act on this record now, or null when nothing stands against it. */
export function whyNot<S extends Subject, Acts extends ActTable<S>, A extends keyof Acts & string>(
  workflow: Workflow<S, Acts>,
  subject: S,
  act: A,
  at: Circumstances,
  input?: InputOf<Acts[A]>,
): Problem | null {
  const rule = workflow.acts[act]!;
  if (!rule.by.some((relation) => relation.holds(at.actor, subject))) {
    return new Problem('act.notAllowed', { ...rule.words, whoZh: listWords(rule.by, 'zh', '、'), whoEn: listWords(rule.by, 'en', ', ') });
  }
  if (!rule.from.includes(subject.state)) {
    const state = workflow.states[subject.state]!;
    return new Problem('act.wrongState', { ...rule.words, stateZh: state.zh, stateEn: state.en });
  }
  return rule.refuse?.(subject, at, input) ?? null;
}

/** The next record and the line for its history; throws the Problem of `whyNot`. Pure. */
export function decide<S extends Subject, Acts extends ActTable<S>, A extends keyof Acts & string>(
  workflow: Workflow<S, Acts>,
  subject: S,
  act: A,
  input: InputOf<Acts[A]>,
  at: Circumstances,
): { readonly next: S; readonly fact: FactDraft } {
  const problem = whyNot(workflow, subject, act, at, input);
  if (problem) throw problem;
  const rule = workflow.acts[act]!;
  const state = typeof rule.to === 'function' ? rule.to(subject, input) : (rule.to ?? subject.state);
  const next = { ...subject, ...rule.change?.(subject, input, at), state };
  return {
    next,
    fact: {
      name: `${workflow.kind}.${rule.past}`,
      subject: { kind: workflow.kind, id: subject.id },
      data: { ...rule.tell?.(subject, input, next), ...(state === subject.state ? {} : { from: subject.state, to: state }) },
    },
  };
}

/** The acts of the present state: those this person may do, and the others with the reason why not. */
export function allowedActs<S extends Subject, Acts extends ActTable<S>>(
  workflow: Workflow<S, Acts>,
  subject: S,
  at: Circumstances,
): OfferedAct[] {
  const offered: OfferedAct[] = [];
  for (const act of Object.keys(workflow.acts)) {
    const rule = workflow.acts[act]!;
    if (!rule.from.includes(subject.state)) continue;
    const problem = whyNot(workflow, subject, act, at);
    offered.push(problem ? { act, allowed: false, why: problem.words } : { act, allowed: true });
  }
  return offered;
}

/** Somebody who holds one of these posts in the unit the record belongs to. */
export function postIn<S extends { readonly unitId: Id }>(...kinds: PostKind[]): Relation<S> {
  return {
    words: { zh: kinds.map((kind) => postKinds[kind].zh).join('、'), en: kinds.map((kind) => postKinds[kind].en.toLowerCase()).join(', ') },
    holds: (actor, subject) => holdsPost(actor, subject.unitId, ...kinds),
  };
}

function listWords(relations: readonly { readonly words: Words }[], language: keyof Words, separator: string): string {
  return relations.map((relation) => relation.words[language]).join(separator);
}
