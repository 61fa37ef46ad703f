/** The photos a summary can show: those of the problems of its time, in pairs of before and after. */
import { addDays, type Day, dayOf, instantOf, writtenDay } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database.ts';

export interface IssuePhoto {
  readonly id: string;
  readonly issueNo: number;
  readonly role: 'before' | 'after';
  readonly caption: string;
}

const MOST_OFFERED = 60;
const SUGGESTED_PAIRS = 3;

/** Problems that were closed with a photo before and one after come first. */
export async function listSummaryPhotos(db: Db, unitId: string, from: Day, to: Day): Promise<IssuePhoto[]> {
  const rows = await db
    .selectFrom('issuePhoto')
    .innerJoin('issue', 'issue.id', 'issuePhoto.issueId')
    .innerJoin('photo', 'photo.id', 'issuePhoto.photoId')
    .leftJoin('place', 'place.id', 'issue.placeId')
    .where('issue.unitId', '=', unitId)
    .where('issue.foundAt', '>=', instantOf(from))
    .where('issue.foundAt', '<', instantOf(addDays(to, 1)))
    .orderBy('issue.no')
    .orderBy('issuePhoto.n')
    .limit(2_000)
    .select([
      'photo.id',
      'photo.takenAt',
      'issuePhoto.role',
      'issue.no',
      'issue.text',
      'issue.spot',
      'issue.state',
      'issue.foundAt',
      'issue.fixedAt',
    ])
    .select('place.name as place')
    .execute();
  const pairs = [...Map.groupBy(rows, ({ no }) => no).values()].map((photos) => ({
    photos: (['before', 'after'] as const).flatMap((role) => photos.find((photo) => photo.role === role) ?? []),
    isWhole: photos[0]!.state === 'closed' && new Set(photos.map(({ role }) => role)).size === 2,
  }));
  return pairs
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole))
    .flatMap(({ photos }) => photos)
    .slice(0, MOST_OFFERED)
    .map(({ id, role, no, text, spot, takenAt, foundAt, fixedAt, place }) => ({
      id,
      issueNo: no,
      role,
      caption: `${writtenDay(dayOf(takenAt ?? (role === 'after' ? fixedAt : null) ?? foundAt))}，${[place, spot].filter(Boolean).join(' ')}，${short(text)}（整改${role === 'before' ? '前' : '后'}）`,
    }));
}

export const suggested = (photos: readonly IssuePhoto[]): string[] => {
  const whole = [...Map.groupBy(photos, ({ issueNo }) => issueNo).values()].filter((pair) => pair.length === 2);
  return (whole.length > 0 ? whole : [photos.slice(0, 2)]).slice(0, SUGGESTED_PAIRS).flatMap((pair) => pair.map(({ id }) => id));
};

const short = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > 30 ? `${characters.slice(0, 29).join('')}…` : characters.join('');
};
