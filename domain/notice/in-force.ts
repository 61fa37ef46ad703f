/** What is in force in a unit, as far as a new notice is held against it. */
import type { DutyDraft, MemberDraft, PlaceDraft, StageDraft } from './draft.model.ts';

/** A duty that an adopted notice ordered and that has not ended. */
export interface DutyInForce {
  readonly id: string;
  readonly noticeId: string;
  readonly noticeNumber: string | null;
  readonly listTitle: string;
  readonly kind: DutyDraft['kind'];
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly leaders: readonly string[];
  readonly standard: string | null;
  readonly words: number | null;
  readonly photos: number | null;
  /** Due days that still stand; `worked` when something was reported. */
  readonly tasks: readonly { readonly due: string | null; readonly derived: boolean; readonly open: boolean; readonly worked: boolean }[];
}

export interface PlaceInForce {
  readonly identity: PlaceDraft;
  readonly noticeId: string;
  readonly checklist: readonly string[];
  readonly rule: { readonly people: number; readonly daysAWeek: number; readonly leaderOnDuty: boolean } | null;
}

export interface InForce {
  readonly duties: readonly DutyInForce[];
  readonly places: readonly PlaceInForce[];
  readonly stages: readonly (Pick<StageDraft, 'name' | 'from' | 'to'> & { readonly noticeId: string })[];
  readonly members: readonly (Pick<MemberDraft, 'group' | 'role' | 'name' | 'post'> & { readonly noticeId: string })[];
}
