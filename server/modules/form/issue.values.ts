import { dayOf, timeOf, writtenDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { findIssue, listIssuePhotos } from '../issue/issue.store.ts';
import { findNames, nameOf } from '../org/names.ts';
import { findChecklistItem, findPlaceName } from '../place/place.store.ts';
import { photoRows } from './photo.rows.ts';
import type { Asked, Filled } from './values.ts';

/** A page holds two rows. */
const MOST_PHOTOS = 6;

export async function issueValues({ db, files, actor }: Asked, id: string): Promise<Filled> {
  const issue = await findIssue(db, id, actor);
  if (!issue || issue.unitId !== actor.unitId) throw new Problem('record.notFound');
  const names = await findNames(db, { people: [issue.finderId], units: [issue.handlerId] });
  const place = issue.placeId ? await findPlaceName(db, issue.placeId, issue.unitId) : null;
  const item =
    issue.placeId && issue.itemNo
      ? await findChecklistItem(db, { placeId: issue.placeId, patrolId: issue.patrolId, itemNo: issue.itemNo })
      : null;
  const photos = (await listIssuePhotos(db, issue.id)).filter(({ role }) => role === 'before').slice(0, MOST_PHOTOS);
  return {
    name: `${issue.no}`,
    values: {
      编号: `${issue.foundAt.slice(0, 4)}-${issue.no}`,
      承办单位: nameOf(names, issue.handlerId)?.name ?? '　　　　　　　　',
      地点: [place, issue.spot].filter(Boolean).join(' ') || '未登记',
      发现时间: `${writtenDay(dayOf(issue.foundAt))}${timeOf(issue.foundAt)}`,
      发现人: nameOf(names, issue.finderId)?.name ?? '',
      问题: issue.text,
      检查标准: item?.text ?? '检查表以外',
    },
    lists: {
      照片: await photoRows(
        db,
        files,
        photos.map((photo) => ({
          id: photo.id,
          alt: photo.takenAt ? `${writtenDay(dayOf(photo.takenAt))}${timeOf(photo.takenAt)}` : '发现时',
        })),
        { widthMm: 48, heightMm: 36 },
      ),
    },
  };
}
