/** Where the record stands that a message is about. */
import type { Id } from '../kernel/id.ts';

export const recordKinds = ['patrol', 'issue', 'duty', 'roster', 'swap', 'absence', 'channel'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: Id;
}

const desk: Readonly<Record<RecordKind, (id: Id) => string>> = {
  patrol: (id) => `/patrols/${id}`,
  issue: (id) => `/issues/${id}`,
  duty: (id) => `/duties/${id}`,
  roster: () => '/roster',
  swap: () => '/roster',
  absence: () => '/roster',
  channel: () => '/messages/channels',
};

const phone: Partial<Record<RecordKind, (id: Id) => string>> = {
  patrol: (id) => `/m/patrols/${id}`,
  issue: (id) => `/m/issues/${id}`,
  roster: () => '/m/duties',
  swap: () => '/m/duties',
};

export const deskPath = ({ kind, id }: RecordRef): string => desk[kind](id);
/** Null where the phone has no page for it. */
export const phonePath = ({ kind, id }: RecordRef): string | null => phone[kind]?.(id) ?? null;
