/** A problem as it is being written down, and the jobs it becomes. Pure. */
import { newId } from '#domain/kernel/id.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Position } from '#domain/photo/photo.model.ts';
import { actJob, type NewJob } from '#web/api/outbox.rules.ts';
import type { DraftPhoto } from '../photo/take.ts';

export type Way = 'onTheSpot' | 'coordinated' | 'escalated' | 'recorded';

export interface ReportDraft {
  /** Made with the draft, so that the same problem sent twice is one problem. */
  readonly id: string;
  readonly text: string;
  readonly spot: string;
  readonly placeId: string | null;
  readonly way: Way;
  readonly handlerId: string | null;
  readonly note: string;
  readonly photos: readonly DraftPhoto[];
  readonly after: readonly DraftPhoto[];
}

const words = {
  text: { zh: '写一句发现了什么，或点一个常用语。', en: 'Say what was found, or tap a phrase.' },
  solved: { zh: '当场解决：写一句怎么解决的，或拍一张解决后的照片。', en: 'Solved on the spot: say how, or take a photo of the result.' },
  handler: { zh: '请选择交给谁。', en: 'Choose who takes it over.' },
};

/** What still stands against recording it, or null. */
export function whatReportLacks(draft: ReportDraft): Words | null {
  if (draft.text.trim() === '') return words.text;
  if (draft.way === 'onTheSpot' && draft.note.trim() === '' && draft.after.length === 0) return words.solved;
  if ((draft.way === 'coordinated' || draft.way === 'escalated') && !draft.handlerId) return words.handler;
  return null;
}

export interface Found {
  readonly patrolId: string | null;
  readonly itemNo: number | null;
  readonly position: Position | null;
}

/** Photos first, then the record that names them, then what was done about it: the order in which they depend on each other. */
export function reportJobs(draft: ReportDraft, { patrolId, itemNo, position }: Found): NewJob[] {
  const about = draft.text.trim();
  const { id, spot, placeId } = draft;
  return [
    ...photoJobs(draft.photos, about),
    actJob(
      'issue.report',
      { id, text: about, spot: spot.trim(), placeId, patrolId, itemNo, position, photoIds: draft.photos.map((photo) => photo.id) },
      about,
    ),
    ...wayJobs(draft, about),
  ];
}

function wayJobs({ id, way, handlerId, note: typed, after }: ReportDraft, about: string): NewJob[] {
  const note = typed.trim();
  if (way === 'onTheSpot')
    return [...photoJobs(after, about), actJob('issue.solve', { id, note, photoIds: after.map((photo) => photo.id) }, about)];
  if (way === 'coordinated' && handlerId) return [actJob('issue.coordinate', { id, handlerId, note }, about)];
  if (way === 'escalated' && handlerId) return [actJob('issue.escalate', { id, handlerId, note }, about)];
  return [];
}

export function photoJobs(photos: readonly DraftPhoto[], about: string): NewJob[] {
  const common = { kind: 'photo', deviceAt: new Date().toISOString(), group: newId(), of: photos.length, about } as const;
  return photos.map(({ id, facts, sha256, bytes }) => ({ ...common, photoId: id, facts, sha256, bytes, actId: newId() }));
}

/** The photo knows best where the problem is; else the phone, if it knew in time. */
export function positionOfReport(
  photos: readonly DraftPhoto[],
  device: { readonly lat: number; readonly lng: number; readonly accuracy: number | null } | null,
): Position | null {
  const taken = photos.find((photo) => photo.place);
  if (taken?.place) return taken.place;
  return device && { ...device, source: 'device' };
}
