/** 巡查日志: the page of the log that counts, with its signatures, and as many photos as the page has room for. */
import { disposals } from '#domain/issue/issue.states.ts';
import { dayOf, timeOf, weekdayOf, writtenDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { LogPage } from '#domain/patrol/log.model.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { type HelpKind, helpKinds } from '#domain/patrol/patrol.states.ts';
import type { WantedPhoto } from '../../papers/photos.ts';
import { columnsOf } from '../../papers/text.ts';
import type { Box } from '../../papers/word/picture.ts';
import { findPatrol } from '../patrol/patrol.store.ts';
import { viewPatrol } from '../patrol/patrol.view.ts';
import { readRecord } from '../patrol/record.ts';
import { photoRows } from './photo.rows.ts';
import { weekdays } from './roster.values.ts';
import type { Asked, Filled } from './values.ts';

export async function logValues({ db, files, actor, now }: Asked, id: string): Promise<Filled> {
  const patrol = await findPatrol(db, id, actor);
  if (!patrol) throw new Problem('record.notFound');
  const { present, drawn, version } = await readRecord(db, patrol);
  const view = await viewPatrol(db, patrol, actor, now);
  const page = (present.page ?? drawn.page)!;
  const values = {
    日期: writtenDay(page.day),
    星期: weekdays[weekdayOf(page.day) - 1]!,
    地点: page.pointName ? `${page.placeName}（${page.pointName}）` : page.placeName,
    时间: page.startedAt ? `${timeOf(page.startedAt)}—${page.submittedAt ? timeOf(page.submittedAt) : ''}` : '未登记',
    带班领导: page.leaderName ?? '未登记',
    巡查人员: page.memberNames.join('、') || '未登记',
    检查情况: checked(page),
    不合格项: failed(page),
    问题数: `${page.problems.length}`,
    问题小结: page.problems.length > 0 ? `发现问题${page.problems.length}个：` : '本次巡查未发现问题。',
    帮助: helpGiven(page),
    说明: page.note || '无',
    签名: view.toSign.map(({ person, at }) => `${person.name}${at ? `（${timeOf(at)}）` : '　　　　　　'}`).join('　'),
    报送: sent(view),
    更正: version?.reason ? `（第${version.version}版，更正原因：${version.reason}）` : '',
  };
  const problems = page.problems.map((problem, at) => ({
    序号: `${at + 1}`,
    位置: problem.spot,
    问题: problem.text,
    处置: wayOf(problem),
  }));
  const { photos, box } = fitting(photosOf(page), linesOf(values, problems));
  return {
    name: `${page.placeName} ${page.day}`,
    values,
    lists: { 问题: problems, 照片: await photoRows(db, files, photos, box) },
  };
}

/** Late is said whether the log has gone out or not. */
function sent({ reportedAt, reportedVia, late, lateReason }: PatrolView): string {
  const when = reportedAt ? `${writtenDay(dayOf(reportedAt))}${timeOf(reportedAt)} 报 ${reportedVia ?? ''}` : '尚未报送';
  return `${when}${late ? `（迟报${lateReason ? `，原因：${lateReason}` : ''}）` : ''}`;
}

function checked({ items }: LogPage): string {
  const answered = items.filter(({ verdict }) => verdict !== null);
  if (answered.length === 0) return `检查表共${items.length}项，尚未填报`;
  const count = (verdict: string) => answered.filter((item) => item.verdict === verdict).length;
  const none = count('notApplicable');
  return `检查表共${items.length}项，合格${count('fine')}项，不合格${count('problem')}项${none > 0 ? `，不适用${none}项` : ''}`;
}

function failed({ items }: LogPage): string {
  const lines = items
    .filter(({ verdict }) => verdict === 'problem')
    .map(({ no, text, measures }) => `${no}. ${short(text, 40)}${measures.map(({ metric, value }) => `，${metric}${value}%`).join('')}`);
  return lines.join('\n') || '无';
}

const units: Record<HelpKind, string> = { dissuaded: '人次', cleaned: '处', tidied: '辆', explained: '人次' };

const helpGiven = ({ help }: LogPage): string =>
  (Object.keys(helpKinds) as HelpKind[])
    .filter((kind) => help[kind] > 0)
    .map((kind) => `${helpKinds[kind].zh}${help[kind]}${units[kind]}`)
    .join('，') || '无';

function wayOf({ disposal, handlerName }: LogPage['problems'][number]): string {
  if (!disposal) return '待处置';
  return `${disposals[disposal as keyof typeof disposals]?.zh ?? disposal}${handlerName ? `：${handlerName}` : ''}`;
}

/** The first photo of each finding and of each fix; then the others. */
function photosOf({ problems }: LogPage): WantedPhoto[] {
  const captioned = problems.map(({ beforeIds, afterIds }, at) => [
    ...beforeIds.map((id) => ({ id, alt: `问题${at + 1} 发现时` })),
    ...afterIds.map((id) => ({ id, alt: `问题${at + 1} 处置后` })),
  ]);
  const first = problems.flatMap(({ beforeIds, afterIds }, at) => [
    ...(beforeIds[0] ? [{ id: beforeIds[0], alt: `问题${at + 1} 发现时` }] : []),
    ...(afterIds[0] ? [{ id: afterIds[0], alt: `问题${at + 1} 处置后` }] : []),
  ]);
  return [...first, ...captioned.flat().filter(({ id }) => !first.some((one) => one.id === id))];
}

/** Millimetres of the page a log with one line in every field leaves for photos; and what a further line takes of it. */
const ROOM = 128;
const LINE = 7.1;
const CAPTION = 6;

/** Lines of the fields and of the table beyond one each. */
function linesOf(
  values: Readonly<Record<string, string>>,
  problems: readonly Readonly<Record<'位置' | '问题' | '处置', string>>[],
): number {
  const more = (words: string, across: number): number =>
    words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / across)), 0) - 1;
  const fields = ['地点', '检查情况', '不合格项', '帮助', '说明'].reduce((sum, name) => sum + more(values[name] ?? '', 30), 0);
  const names = more(values.巡查人员 ?? '', 12);
  const ends = ['更正', '签名', '报送'].reduce((sum, name) => sum + more(values[name] ?? '', 36), 0);
  const rows = problems.reduce((sum, { 位置, 问题, 处置 }) => sum + 1.15 + Math.max(more(位置, 8), more(问题, 14), more(处置, 8)), 0);
  return fields + names + rows + ends;
}

/** As many rows of photos as fit, at least one; lower ones before fewer. */
function fitting(photos: readonly WantedPhoto[], lines: number): { readonly photos: readonly WantedPhoto[]; readonly box: Box } {
  const room = ROOM - lines * LINE;
  for (const rows of [3, 2, 1]) {
    const wanted = Math.min(rows, Math.ceil(photos.length / 3));
    const heightMm = Math.min(58, room / Math.max(1, wanted) - CAPTION);
    if (heightMm >= 30 || rows === 1)
      return { photos: photos.slice(0, wanted * 3), box: { widthMm: 48, heightMm: Math.max(30, heightMm) } };
  }
  return { photos: [], box: { widthMm: 48, heightMm: 36 } };
}

const short = (text: string, most: number): string => {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
};
