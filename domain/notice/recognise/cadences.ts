/** Cadences: 每周巡查三天, 每季度, 每年召开两次会议, 当日报告、每月总结, 每次巡查结束后. */
import type { Cadence } from '../plan.ts';
import { matchesOf, numeral, numeralPattern, type Passage } from './text.ts';

const unitOf: Readonly<Record<string, Cadence['every']>> = {
  日: 'day',
  天: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  年: 'year',
  年度: 'year',
};

const every = new RegExp(
  `每个?(日|天|周|星期|季度|季|半年|年度|年|月)(?:[一-龥]{0,6}?(?:不少于|至少)?(${numeralPattern})(?:次|天|日|篇|期|场))?`,
  'g',
);
/** 每周一、三、五 and 每周一三五: as many times as days are named. */
const weekdays = /每周((?:[一二三四五六日天][、和及]?){2,7})(?![次场期])/g;
const within = new RegExp(`(?:(?<=全)(年)|(年|季度|月|周)内)(?:至少|不少于|开展|召开|组织){0,2}(${numeralPattern})次`, 'g');
const by = /按(日|周|月|季度|季|半年|年)(?=[一-龥]{0,3}(?:报|总结|通报|考核|调度|研判|汇总))/g;
/** 周调度、月通报、季评比: a meeting of the office named by its rhythm. */
const rhythm =
  /(?<![一-龥本上下两几\d])(?:实行|坚持|落实|建立|执行)?[“”]?(日|周|月|季|季度)(?:调度|通报|考核|评比|例会|研判|督查|点评|报告制度)/g;
const single: readonly (readonly [Cadence['every'], RegExp])[] = [
  ['day', /当[日天]报告/g],
  ['patrol', /每次巡[查逻](?:结束)?后/g],
  ['event', /每次(?!巡)[一-龥]{1,6}(?:结束|完成)?后|实时(?:发布|上报|更新)/g],
];

/** 每天巡查时间… tells hours, not a cadence; 每月15日 and 每季度末月25日 tell a day, not so many times. */
export function cadencesIn(passage: Passage): Cadence[] {
  const named = matchesOf(passage, weekdays).map(
    (match): Cadence => ({
      raw: match.raw.replace(/[、和及]$/, ''),
      every: 'week',
      times: match.group(1).replace(/[、和及]/g, '').length,
      span: match.span,
    }),
  );
  const found = [
    ...matchesOf(passage, every)
      .filter((match) => !named.some((one) => one.span[0] === match.span[0]))
      .filter((match) => !/^[一-龥]{0,2}时间/.test(passage.text.slice(match.index + match.raw.length, match.index + match.raw.length + 6)))
      .map((match) => cadence(match.raw, match.group(1), match.group(2), match.span)),
    ...named,
    ...matchesOf(passage, within).map((match) => cadence(match.raw, match.group(1) || match.group(2), match.group(3), match.span)),
    ...matchesOf(passage, rhythm).map((match) =>
      cadence(match.raw.replace(/^(?:实行|坚持|落实|建立|执行)?[“”]?/, ''), match.group(1), '', match.span),
    ),
    ...matchesOf(passage, by).map((match) => cadence(match.raw, match.group(1), '', match.span)),
    ...single.flatMap(([unit, pattern]) =>
      matchesOf(passage, pattern).map((match): Cadence => ({ raw: match.raw, every: unit, times: 1, span: match.span })),
    ),
  ];
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

function cadence(raw: string, unit: string, times: string, span: Cadence['span']): Cadence {
  const isDayOfMonth = /[月季年]/.test(unit) && /日$/.test(raw);
  return { raw, every: unitOf[unit] ?? 'event', times: isDayOfMonth ? 1 : Math.max(1, numeral(times) ?? 1), span };
}
