/** 值班表 as a workbook, in the form an office passes round: a line for each place on each day. */
import { firstDayOf, lastDayOf, monthOf, weekdayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { rosterTable } from '#domain/roster/roster.contract.ts';
import type { Roster } from '#domain/roster/roster.model.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { type CellValue, writeSheet } from '../../papers/table/sheet.ts';
import { getUnit, listPeople } from '../org/org.store.ts';
import { listPlaces } from '../place/place.store.ts';
import { findRoster } from './roster.store.ts';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

export function rosterTableRoutes(endpoint: Endpoints): void {
  endpoint.download(rosterTable, async ({ input, actor, db }) => {
    const [first, last] = [firstDayOf(input.month), lastDayOf(input.month)];
    const roster = await findRoster(db, actor.unitId, first, last);
    if (!roster) throw new Problem('record.notFound');
    const unit = await getUnit(db, actor.unitId);
    const names = new Map((await listPeople(db, [actor.unitId])).map((person) => [person.id, person.name]));
    const places = await listPlaces(db, actor.unitId);
    const [from, to] = input.whole ? [roster.from, roster.to] : [first, last];
    const rows = places.flatMap((place) => {
      const seats = roster.seats.filter((seat) => seat.placeId === place.id && from <= seat.day && seat.day <= to);
      return [...Map.groupBy(seats, (seat) => seat.day)].map(([day, crew]) => {
        const name = (id: string | null) => (id === null ? '（空缺）' : (names.get(id) ?? ''));
        const leader = crew.filter((seat) => seat.n === 0).map((seat) => name(seat.personId));
        const members = crew.filter((seat) => seat.n > 0).map((seat) => name(seat.personId));
        const hours = place.rule ? `${place.rule.starts}—${place.rule.ends}` : '';
        return {
          day,
          cells: [{ day }, weekdays[weekdayOf(day) - 1]!, place.name, hours, leader.join('、'), members.join('、')] as CellValue[],
        };
      });
    });
    const period = periodOf(from, to);
    const title = `${unit.name}${period}创城巡查值班表`;
    return {
      fileName: `${title}.xlsx`,
      body: await writeSheet({
        name: period,
        title,
        note: versionOf(roster),
        columns: [
          { title: '日期', width: 13 },
          { title: '星期', width: 7 },
          { title: '地点', width: 34, align: 'left' },
          { title: '时间', width: 14 },
          { title: '带班领导', width: 12 },
          { title: '巡查人员', width: 22 },
        ],
        joined: [0, 1],
        rows: rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ cells }) => cells),
      }),
    };
  });
}

function periodOf(from: string, to: string): string {
  const [year, first] = monthOf(from).split('-').map(Number) as [number, number];
  const [lastYear, last] = monthOf(to).split('-').map(Number) as [number, number];
  if (year === lastYear && first === last) return `${year}年${first}月`;
  return year === lastYear ? `${year}年${first}—${last}月` : `${year}年${first}月—${lastYear}年${last}月`;
}

const versionOf = ({ state, version }: Roster): string => (state === 'published' ? `第 ${version} 版` : '草稿');
