/** Which duty in force a duty of the draft is: the same words in the same list, the same words, then likeness. */
import type { Draft, DutyDraft } from './draft.model.ts';
import type { DutyInForce, InForce } from './in-force.ts';
import { repeatsBetween } from './repeats.ts';

/** Words of another notice beside this one must be much the same to count as the same duty; of the amended one, mostly. */
const LIKE = { amended: 0.5, beside: 0.75 };

/** An adopted notice that this one may amend. `matched` of its `total` duties are ordered again. */
export interface Amendable {
  readonly notice: string;
  readonly number: string | null;
  readonly title: string;
  readonly matched: number;
  readonly total: number;
  readonly cited: boolean;
}

/** A third of its duties said again make it likely, one is enough where the notice cites it; the likeliest one, or null. */
export function likelyAmended(
  draft: Draft,
  text: string,
  inForce: InForce,
  adopted: readonly { readonly id: string; readonly number: string | null; readonly title: string }[],
): Amendable | null {
  const duties = listedDuties(draft);
  const likely = adopted.flatMap(({ id, number, title }): Amendable[] => {
    const own = inForce.duties.filter((duty) => duty.noticeId === id);
    const matched = own.length === 0 ? 0 : matchDuties(duties, own, id).size;
    const cited = number !== null && text.includes(number);
    const enough = matched * 3 >= own.length || (cited && /修订|修改|调整|补充|更正|变更|替代|废止/.test(text));
    return matched > 0 && enough ? [{ notice: id, number, title, matched, total: own.length, cited }] : [];
  });
  return likely.sort((a, b) => Number(b.cited) - Number(a.cited) || b.matched / b.total - a.matched / a.total)[0] ?? null;
}

export interface Match {
  readonly old: DutyInForce;
  readonly likeness: number;
}
export interface Listed {
  readonly list: string;
  readonly duty: DutyDraft;
}

/** The duties a draft would set to work, each with the title of its list. */
export const listedDuties = (draft: Draft): Listed[] =>
  draft.lists.flatMap((list) => list.duties.filter((duty) => !duty.dropped).map((duty) => ({ list: list.title, duty })));

/** The same words in the same list first, then the same words, then likeness; the amended notice before the others; each duty once. */
export function matchDuties(fresh: readonly Listed[], old: readonly DutyInForce[], amended: string | null): Map<string, Match> {
  const found = new Map<string, Match>();
  const taken = new Set<string>();
  for (const ofAmended of [true, false]) {
    // What is looked at in a place, and how, belongs to that place alone: only duties are joined across notices.
    const candidates = old.filter((one) => (ofAmended ? one.noticeId === amended : one.noticeId !== amended && one.kind === 'duty'));
    for (const words of [(one: Listed | DutyInForce): string => `${listOf(one)}|${wordsOf(one)}`, wordsOf])
      matchEqual(fresh, candidates, words, found, taken);
    matchAlike(fresh, candidates, ofAmended ? LIKE.amended : LIKE.beside, found, taken);
  }
  return found;
}

const listOf = (one: Listed | DutyInForce): string => ('duty' in one ? one.list : one.listTitle);
const dutyOf = (one: Listed | DutyInForce): DutyDraft | DutyInForce => ('duty' in one ? one.duty : one);
const wordsOf = (one: Listed | DutyInForce): string => `${dutyOf(one).kind}|${dutyOf(one).text.replace(/[\s\p{P}]/gu, '')}`;

function matchEqual(
  fresh: readonly Listed[],
  old: readonly DutyInForce[],
  words: (one: Listed | DutyInForce) => string,
  found: Map<string, Match>,
  taken: Set<string>,
): void {
  const byWords = Map.groupBy(
    old.filter((one) => !taken.has(one.id)),
    words,
  );
  for (const one of fresh) {
    const match = found.has(one.duty.key) ? undefined : byWords.get(words(one))?.shift();
    if (match === undefined) continue;
    found.set(one.duty.key, { old: match, likeness: 1 });
    taken.add(match.id);
  }
}

function matchAlike(
  fresh: readonly Listed[],
  old: readonly DutyInForce[],
  least: number,
  found: Map<string, Match>,
  taken: Set<string>,
): void {
  for (const kind of ['duty', 'inspection', 'measure'] as const) {
    const left = fresh
      .filter(({ duty }) => duty.kind === kind && !found.has(duty.key))
      .map(({ duty }) => ({ key: duty.key, text: duty.text }));
    const candidates = old.filter((one) => one.kind === kind && !taken.has(one.id));
    for (const { a, b, likeness } of repeatsBetween(
      left,
      candidates.map(({ id, text }) => ({ key: id, text })),
    )) {
      const match = candidates.find((one) => one.id === b);
      if (match === undefined || likeness < least) continue;
      found.set(a, { old: match, likeness });
      taken.add(match.id);
    }
  }
}
