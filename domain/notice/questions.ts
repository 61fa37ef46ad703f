/** What a person settles before a notice is adopted: contradictions and blanks; and what the compiler is unsure of, which may wait. */

import { contradictions, type Subject } from './contradictions.ts';
import type { DutyDraft, ListDraft, Passage, Question } from './draft.model.ts';
import type { Amendable } from './match.ts';

export type { Subject } from './contradictions.ts';

/** A contradiction is gone once its corrections are applied; a blank keeps its key, by which the caller remembers the answer. */
export function questionsFor(subject: Subject, others: readonly Subject[], amendable: Amendable | null = null): Question[] {
  return [
    ...(amendable === null || subject.draft.amends !== null ? [] : [amendmentQuestion(amendable)]),
    ...contradictions(
      subject,
      // What a notice amends cannot contradict it: the later word holds.
      others.filter((other) => other.id !== subject.id && other.id !== subject.draft.amends?.notice),
    ),
    ...subject.draft.lists.flatMap((list) => blankDeadlines(subject, list)),
    ...subject.draft.lists.flatMap((list) => missingOwners(subject, list)),
    ...unreadLines(subject),
  ];
}

/** Adopted duties that this notice says again: an amended notice, or another one beside it. A person knows which. */
function amendmentQuestion({ notice, number, title, matched, total, cited }: Amendable): Question {
  const zhName = `《${title}》${number === null ? '' : `（${number}）`}`;
  const enName = `${title}${number === null ? '' : ` (${number})`}`;
  const amends = (whole: boolean) => [{ notice: null, correction: { target: 'notice', field: 'amends', value: { notice, whole } } }];
  return {
    key: `amendment:${notice}`,
    kind: 'amendment',
    message: {
      zh: `${zhName}已采纳的 ${total} 项责任中，本文再次写到 ${matched} 项${cited ? '，并提到了它的文号' : ''}。两份公文是什么关系？`,
      en: `Of the ${total} duties adopted from ${enName}, this notice orders ${matched} again${cited ? ' and cites its number' : ''}. How do they stand to each other?`,
    },
    passages: [],
    options: [
      {
        key: 'whole',
        words: { zh: '本文全文替代它：未再写到的责任终止', en: 'This replaces it: duties it no longer names end' },
        corrections: amends(true),
      },
      {
        key: 'part',
        words: { zh: '本文修改其中一部分：其余照旧', en: 'This changes part of it: the rest stands' },
        corrections: amends(false),
      },
      {
        key: 'beside',
        words: { zh: '另一份公文：两份都执行，重复的并为一项', en: 'Another notice: both hold, what repeats is joined' },
        corrections: [],
      },
    ],
    mustSettle: true,
  };
}

function passageOf(subject: Subject, duty: DutyDraft): Passage {
  return { notice: null, number: subject.number, quote: subject.text.slice(...duty.span), span: duty.span };
}

/** Cells left blank below a printed deadline: merged with it, or no deadline at all. The rows are settled together. */
function blankDeadlines(subject: Subject, list: ListDraft): Question[] {
  const rows = list.duties.filter((duty) => !duty.dropped && duty.tasks.some((task) => task.basis === 'inherited'));
  const tasks = rows.flatMap((duty) => duty.tasks.filter((task) => task.basis === 'inherited'));
  if (rows.length === 0) return [];
  const titles = rows.map((duty) => `“${duty.title}”`).join('、');
  const days = [...new Set(tasks.flatMap((task) => task.due ?? []))].sort();
  return [
    {
      key: `blank:due:${list.key}:${rows.map((duty) => duty.key).join('+')}`,
      kind: 'blank',
      message: {
        zh: `${list.title}：${titles}的完成时限为空。是否与上一行相同？`,
        en: `${list.title}: the deadline of ${titles} is blank. Is it that of the row above?`,
      },
      passages: rows.map((duty) => passageOf(subject, duty)),
      options: [
        {
          key: 'asAbove',
          words: { zh: `同上一行（${days.map(monthAndDay).join('、')}）`, en: `As the row above (${days.join(', ')})` },
          corrections: [],
        },
        {
          key: 'none',
          words: { zh: '不设时限', en: 'No deadline' },
          corrections: tasks.map((task) => ({ notice: null, correction: { target: `task:${task.key}`, field: 'dropped', value: true } })),
        },
      ],
      mustSettle: true,
    },
  ];
}

function monthAndDay(day: string): string {
  const [, month, dayOfMonth] = day.split('-');
  return `${Number(month)}月${Number(dayOfMonth)}日`;
}

/** In a list that names owners, the few duties without one may have lost theirs; a list that names none is not asked about. */
function missingOwners(subject: Subject, list: ListDraft): Question[] {
  const duties = list.duties.filter((duty) => duty.kind === 'duty' && !duty.dropped);
  const without = duties.filter((duty) => duty.owners.length === 0);
  if (without.length === 0 || duties.length < 4 || without.length * 4 > duties.length) return [];
  const titles = without.map((duty) => `“${duty.title}”`).join('、');
  return [
    {
      key: `unsure:owner:${list.key}:${without.map((duty) => duty.key).join('+')}`,
      kind: 'unsure',
      message: { zh: `${list.title}：${titles}没有写明由谁负责。`, en: `${list.title}: nobody is named for ${titles}.` },
      passages: without.map((duty) => passageOf(subject, duty)),
      options: [
        { key: 'leave', words: { zh: '暂不确定', en: 'Leave it open' }, corrections: [] },
        {
          key: 'drop',
          words: { zh: '不作为任务', en: 'It is no duty' },
          corrections: without.map((duty) => ({ notice: null, correction: { target: `duty:${duty.key}`, field: 'dropped', value: true } })),
        },
      ],
      mustSettle: false,
    },
  ];
}

function unreadLines(subject: Subject): Question[] {
  return (subject.draft.unread ?? []).map(({ raw, span }) => ({
    key: `unsure:person:${span[0]}:${raw}`,
    kind: 'unsure',
    message: { zh: `名单中的“${raw}”没有读懂。`, en: `The line '${raw}' of the list of members could not be read.` },
    passages: [{ notice: null, number: subject.number, quote: raw, span }],
    options: [{ key: 'leave', words: { zh: '不列入名单', en: 'Leave it out' }, corrections: [] }],
    mustSettle: false,
  }));
}
