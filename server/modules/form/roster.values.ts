import { firstDayOf, lastDayOf, weekdayOf, writtenDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { listPeople } from '../org/org.store.ts';
import { listPlaces } from '../place/place.store.ts';
import { findRoster } from '../roster/roster.store.ts';
import type { Asked, Filled } from './values.ts';

export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

export async function rosterValues({ db, actor }: Asked, month: string): Promise<Filled> {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const roster = await findRoster(db, actor.unitId, first, last);
  if (!roster) throw new Problem('record.notFound');
  const names = new Map((await listPeople(db, [actor.unitId])).map(({ id, name }) => [id, name]));
  const places = new Map((await listPlaces(db, actor.unitId)).map((place, sort) => [place.id, { ...place, sort }]));
  const seats = roster.seats.filter(({ day }) => first <= day && day <= last);
  const name = (personId: string | null): string => (personId ? (names.get(personId) ?? '') : '');
  const rows = [...Map.groupBy(seats, ({ day, placeId }) => `${day} ${placeId}`).values()]
    .map((crew) => ({ crew, day: crew[0]!.day, place: places.get(crew[0]!.placeId)! }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.place.sort - b.place.sort))
    .map(({ crew, day, place }) => ({
      日期: writtenDay(day, month.slice(0, 4)),
      星期: weekdays[weekdayOf(day) - 1]!,
      地点: place.name,
      时间: place.rule ? `${place.rule.starts}—${place.rule.ends}` : '',
      带班领导: crew
        .filter(({ n }) => n === 0)
        .map(({ personId }) => name(personId))
        .join('、'),
      巡查人员: crew
        .filter(({ n }) => n > 0)
        .map(({ personId }) => name(personId))
        .join('、'),
    }));
  const period = `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  return {
    name: period,
    values: { 时段: period, 版本: roster.state === 'published' ? `第${roster.version}版` : '草稿' },
    lists: { 班次: rows },
  };
}
