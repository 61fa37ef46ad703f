/** The sentences of a summary as its figures draft them. A share always says what it is a share of; what did not happen is not spoken of. */
import { writtenDay } from '../kernel/day.ts';
import type { Figures } from './figures.model.ts';
import { beforeWords, type Period } from './period.ts';
import { type SentenceKey, sentenceKeys } from './summary.states.ts';

export type Drafted = Partial<Record<SentenceKey, string>>;

export function draftSentences(figures: Figures, period: Period, unitName: string): Drafted {
  const writers: Record<SentenceKey, string> = {
    opening: opening(figures, period, unitName),
    patrols: patrols(figures),
    logs: logs(figures),
    items: items(figures),
    help: help(figures),
    found: found(figures),
    disposal: disposal(figures),
    outcome: outcome(figures),
    places: places(figures),
    kinds: kinds(figures),
    comparison: comparison(figures, period),
    lacks: lacks(figures),
    next: next(figures),
  };
  return Object.fromEntries((Object.keys(sentenceKeys) as SentenceKey[]).flatMap((key) => (writers[key] ? [[key, writers[key]]] : [])));
}

/** 96%, 96.3%; never 100% while one is missing, never 0% while there is one. */
export function percent(n: number, of: number): string {
  if (of === 0) return '—';
  const exact = (n / of) * 100;
  const shown = Math.min(n < of ? 99.9 : 100, Math.max(n > 0 ? 0.1 : 0, Math.round(exact * 10) / 10));
  return `${shown}%`;
}

const opening = ({ until, over }: Figures, period: Period, unitName: string): string =>
  `${period.name}，${unitName}围绕文明城市创建，组织开展包保网格和包保路段巡查，抓好问题发现、处置和整改。现将有关情况总结如下${
    over ? '' : `（数据截至${writtenDay(until)}）`
  }。`;

function patrols({ planned, walked, extra, people, nothingFound }: Figures): string {
  if (planned + extra === 0) return '本时段没有巡查记录。';
  const rostered = planned > 0 ? `按值班表应巡查${planned}次，实际巡查${walked}次，完成率${percent(walked, planned)}` : '';
  const more = extra > 0 ? `${rostered ? '；另' : ''}临时巡查${extra}次` : '';
  const nothing = nothingFound > 0 ? `其中${nothingFound}次未发现问题。` : '';
  return `${rostered}${more}，共出动${people}人次。${nothing}`;
}

function logs({ walked, extra, onTime, late, unsent }: Figures): string {
  const all = walked + extra;
  if (all === 0) return '';
  const rest = [late > 0 ? `迟报${late}篇` : '', unsent > 0 ? `尚未报送${unsent}篇` : ''].filter(Boolean).join('，');
  return `应报巡查日志${all}篇，当天报送${onTime}篇，占${percent(onTime, all)}${rest ? `；${rest}` : ''}。`;
}

function items({ answered, fine, faulty, notApplicable }: Figures): string {
  const judged = fine + faulty;
  if (answered === 0) return '';
  const beside = notApplicable > 0 ? `（另有${notApplicable}项次不适用）` : '';
  return `对照检查表检查${judged}项次${beside}，合格${fine}项次，占${percent(fine, judged)}，不合格${faulty}项次。`;
}

function help({ dissuaded, cleaned, tidied, explained }: Figures): string {
  const parts = [
    dissuaded > 0 ? `劝阻不文明行为${dissuaded}人次` : '',
    cleaned > 0 ? `清理垃圾和小广告${cleaned}处` : '',
    tidied > 0 ? `摆放车辆${tidied}辆` : '',
    explained > 0 ? `宣传讲解${explained}人次` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `巡查中${parts.join('，')}。` : '';
}

/** Where nobody walked, nothing found is not said of the streets. */
function found({ found: n, walked, extra }: Figures): string {
  if (n > 0) return `共发现问题${n}个。`;
  return walked + extra > 0 ? '本时段未发现问题。' : '本时段没有登记问题。';
}

function disposal({ found: n, onTheSpot, coordinated, escalated, undisposed }: Figures): string {
  if (n === 0) return '';
  const part = (words: string, count: number) => (count > 0 ? `${words}${count}个（占${percent(count, n)}）` : '');
  const parts = [
    part('当场解决', onTheSpot),
    part('协调职能部门处理', coordinated),
    part('上报社区和创城办', escalated),
    part('待处置', undisposed),
  ].filter(Boolean);
  return `按处置方式分，${parts.join('，')}。`;
}

function outcome({ found: n, closed, waiting, open }: Figures): string {
  if (n === 0) return '';
  const rest = [waiting > 0 ? `已整改待核查销号${waiting}个` : '', open > 0 ? `正在办理${open}个` : ''].filter(Boolean).join('，');
  return `在发现的${n}个问题中，已销号${closed}个，销号率${percent(closed, n)}${rest ? `；${rest}` : ''}。`;
}

function places({ places: all, found: n }: Figures): string {
  if (n === 0) return '';
  return `从地点看，${all
    .filter((place) => place.found > 0)
    .slice(0, 6)
    .map((place) => `${place.name}${place.found}个（已销号${place.closed}个）`)
    .join('，')}。`;
}

function kinds({ kinds: all, found: n }: Figures): string {
  if (n === 0) return '';
  const first = all.slice(0, 5);
  const rest = n - first.reduce((sum, kind) => sum + kind.found, 0);
  return `从类别看，${first.map((kind) => `${kind.name}${kind.found}个（已销号${kind.closed}个）`).join('，')}${rest > 0 ? `，其他${rest}个` : ''}。`;
}

function comparison({ before, over, walked, extra, found: n, closed }: Figures, { kind }: Period): string {
  if (!before || !over) return '';
  const words = beforeWords[kind];
  const all = walked + extra;
  const was = before.walked + before.extra;
  return `与${words}相比，巡查${change(all, was, '次')}，发现问题${change(n, before.found, '个')}，销号率由${words}的${percent(
    before.closed,
    before.found,
  )}（${before.closed}/${before.found}）到${percent(closed, n)}（${closed}/${n}）。`;
}

function change(now: number, was: number, unit: string): string {
  if (now === was) return `持平（${now}${unit}）`;
  return `由${was}${unit}${now > was ? '增加' : '减少'}到${now}${unit}`;
}

function lacks({ planned, walked, late, unsent, open }: Figures): string {
  const parts = [
    walked < planned ? `${planned - walked}次巡查未按值班表完成` : '',
    late + unsent > 0 ? `${late + unsent}篇日志未在当天报送` : '',
    open > 0 ? `${open}个问题尚未整改到位` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `存在的不足：${parts.join('，')}。` : '';
}

function next({ openProblems, kinds: all, open }: Figures): string {
  const named = openProblems
    .slice(0, 3)
    .map(({ place, text, handler }) => `${place}“${short(text)}”${handler ? `（${handler}）` : ''}`)
    .join('、');
  const first = open > 0 ? `紧盯${named}${open > 3 ? `等${open}个问题` : ''}，逐项跟踪到销号；` : '';
  const often = all[0] && all[0].found > 1 && all[0].name ? `对反复出现的${all[0].name}问题加密巡查；` : '';
  return `下一步，${first}${often}坚持每次巡查有记录、当天报日志，做到有安排有督查、有结果有反馈。`;
}

const short = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : characters.join('');
};
