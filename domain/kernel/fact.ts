/**
 * A fact: one line of the history. Written in the transaction that changed the record, never changed afterwards.
 * The same line serves the timeline on screen, the auditor and the reactions.
 */
import type { Id } from './id.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** The kinds of record that have a history; also the first half of every act's name. */
export type SubjectKind =
  | 'notice'
  | 'duty'
  | 'task'
  | 'place'
  | 'roster'
  | 'patrol'
  | 'presence'
  | 'issue'
  | 'person'
  | 'unit'
  | 'section'
  | 'absence'
  | 'swap'
  | 'message'
  | 'channel'
  | 'photo'
  | 'summary'
  | 'dispatch'
  | 'form';

export interface FactDraft {
  /** Past tense, subject first: 'issue.verified'. */
  readonly name: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: Id };
  readonly data: { readonly [key: string]: Json | undefined };
}
