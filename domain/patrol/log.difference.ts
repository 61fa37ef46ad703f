/** What one version of a log says that the one before it did not. Pure. */
import { type Disposal, disposals } from '../issue/issue.states.ts';
import type { Difference, LogPage } from './log.model.ts';
import { type HelpKind, helpKinds, type Verdict, verdicts } from './patrol.states.ts';

const NOTHING = '—';

export function differenceOf(before: LogPage, after: LogPage): Difference[] {
  return [...itemsDiffer(before, after), ...problemsDiffer(before, after), ...helpDiffers(before, after), ...noteDiffers(before, after)];
}

function itemsDiffer(before: LogPage, after: LogPage): Difference[] {
  return after.items.flatMap((item) => {
    const was = sayItem(before.items.find(({ no }) => no === item.no));
    const now = sayItem(item);
    return was === now ? [] : [{ zh: `第 ${item.no} 项`, en: `Item ${item.no}`, was, now }];
  });
}

function sayItem(item: LogPage['items'][number] | undefined): string {
  if (!item?.verdict) return NOTHING;
  const verdict = verdicts[item.verdict as Verdict].zh;
  return [verdict, ...item.measures.map(({ metric, value }) => `${metric} ${value}%`), item.grade].filter(Boolean).join(' ');
}

function problemsDiffer(before: LogPage, after: LogPage): Difference[] {
  return after.problems.flatMap((problem) => {
    const was = sayProblem(before.problems.find(({ no }) => no === problem.no));
    const now = sayProblem(problem);
    return was === now ? [] : [{ zh: `问题 #${problem.no}`, en: `Problem #${problem.no}`, was, now }];
  });
}

function sayProblem(problem: LogPage['problems'][number] | undefined): string {
  if (!problem) return NOTHING;
  const way = problem.disposal ? disposals[problem.disposal as Disposal].zh : '待处置';
  return `${[problem.spot, problem.text].filter(Boolean).join('，')}（${[way, problem.handlerName].filter(Boolean).join(' ')}）`;
}

function helpDiffers(before: LogPage, after: LogPage): Difference[] {
  return (Object.keys(helpKinds) as HelpKind[])
    .filter((kind) => before.help[kind] !== after.help[kind])
    .map((kind) => ({ ...helpKinds[kind], was: String(before.help[kind]), now: String(after.help[kind]) }));
}

function noteDiffers(before: LogPage, after: LogPage): Difference[] {
  if (before.note === after.note) return [];
  return [{ zh: '说明', en: 'Note', was: before.note || NOTHING, now: after.note || NOTHING }];
}
