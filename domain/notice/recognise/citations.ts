/** What the notice cites: regulations in 《》 and document numbers. */
import { type Match, matchesOf, type Passage, unique } from './text.ts';

const number = /([一-龥]{2,14})([〔[【﹝（(]\d{4}[〕\]】﹞）)])(第?\d{1,5}号)/g;
const leadIn = /^.*(?:按照|根据|依据|依照|执行|落实|和|与|及|以|见|印发)(?=[一-龥]{2,})/;

/** 济发〔2018〕11号, with whatever brackets the writer used. */
export function documentNumbersIn(passage: Passage): string[] {
  return unique(matchesOf(passage, number).map((match) => `${match.group(1).replace(leadIn, '')}${match.group(2)}${match.group(3)}`));
}

/** A line that is nothing but a document number. */
export function wholeDocumentNumber(text: string): string | null {
  const squeezed = text.replace(/[\s\u3000]/g, '').replace(/^[（(](.{6,40})[）)]$/, '$1');
  return /^[一-龥]{2,14}[〔[【﹝（(]\d{4}[〕\]】﹞）)]第?\d{1,5}号$/.test(squeezed) ? squeezed : null;
}

const made = /(?:制定|制订|出台|修订|签订|签署|填写|填报|编制|起草|完善|形成|提交)(?:了|好|出)?$/;
const notRules = /(?:表|书|图|台账|手册|清单|名单|报告|日志|标准图)$/;

/** Titles cited with force. What the notice itself issues, or orders to be written or filled in, is none. */
export function regulationsIn(passage: Passage, ownTitle: string | null): string[] {
  return unique(
    titlesIn(passage)
      .filter(
        ({ title, index }) =>
          !notRules.test(title) && !isOwn(title, ownTitle) && !made.test(passage.text.slice(Math.max(0, index - 4), index)),
      )
      .map(({ title }) => title),
  );
}

/** What the notice itself carries: 《…方案》 of its title, also where the issuer's name is put before it. */
function isOwn(title: string, ownTitle: string | null): boolean {
  const carried = /《(.+)》/.exec(ownTitle ?? '')?.[1];
  return (ownTitle ?? '').includes(title) || (carried !== undefined && title.endsWith(carried));
}

interface CitedTitle {
  readonly title: string;
  readonly index: number;
}

/** Outer 《…》 only: 《印发〈…〉的通知》 is one title, and so is a 《》 wrongly nested in another. */
function titlesIn(passage: Passage): CitedTitle[] {
  const titles: CitedTitle[] = [];
  let depth = 0;
  let open = 0;
  for (const mark of matchesOf(passage, /[《》]|\n{2,}/g)) {
    if (mark.raw === '《') {
      if (depth === 0) open = mark.index;
      depth++;
    } else if (mark.raw === '》' && depth > 0) {
      depth--;
      if (depth === 0) titles.push(...titleBetween(passage, open, mark));
    } else depth = 0;
  }
  return titles;
}

function titleBetween(passage: Passage, open: number, close: Match): CitedTitle[] {
  const title = passage.text.slice(open + 1, close.index).replace(/\s/g, '');
  return title.length >= 2 && title.length <= 120 ? [{ title, index: open }] : [];
}
