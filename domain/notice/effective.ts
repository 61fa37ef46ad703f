/** The draft as it stands now: read from the plan, moved to the year of choice, with the clerk's corrections on top. */
import type { Day } from '../kernel/day.ts';
import { applyCorrections } from './corrections.ts';
import type { Draft, DutyDraft, TaskDraft } from './draft.model.ts';
import { draftFrom } from './draft.ts';
import type { Mark, Notice } from './notice.model.ts';
import { reshape } from './reshape.ts';
import { moveYear, noticeYear } from './years.ts';

export function effectiveDraft(notice: Pick<Notice, 'plan' | 'text' | 'corrections' | 'yearChoice'>): Draft {
  const draft = draftFrom(reshape(notice.plan, notice.text, notice.corrections));
  const { yearChoice } = notice;
  return applyCorrections(
    yearChoice && yearChoice.applied !== yearChoice.printed ? moveYear(draft, yearChoice.printed, yearChoice.applied) : draft,
    notice.corrections,
  );
}

/** The year of a past notice that nobody has decided about yet, or null. */
export function undecidedYear(notice: Pick<Notice, 'plan' | 'yearChoice' | 'state'>, thisYear: number): number | null {
  if (notice.state !== 'draft' || notice.yearChoice) return null;
  const year = noticeYear(notice.plan);
  return year !== null && year < thisYear ? year : null;
}

/** Which entry of the draft stands where in the text; longer marks first, so that a screen can nest the shorter ones. */
export function marksOf(draft: Draft): Mark[] {
  const marks: Mark[] = [];
  const mark = (kind: string, target: string, [start, end]: readonly [number, number]): void => {
    if (end > start) marks.push({ start, end, target, kind });
  };
  for (const list of draft.lists) {
    mark('list', `list:${list.key}`, list.span);
    for (const duty of list.duties) {
      mark(duty.kind, `duty:${duty.key}`, duty.span);
      if (duty.wordCount) mark('words', `duty:${duty.key}#wordCount`, duty.wordCount.span);
      if (duty.photos) mark('photos', `duty:${duty.key}#photos`, duty.photos.span);
      for (const form of duty.forms) mark('form', `duty:${duty.key}#form`, form.span);
      for (const task of duty.tasks) if (task.basis !== 'inherited') mark('due', `task:${task.key}`, task.span);
    }
  }
  for (const place of draft.places) mark('place', `place:${place.key}`, place.span);
  for (const rule of draft.patrolRules)
    for (const [field, span] of Object.entries(rule.spans)) mark('patrolRule', `patrolRule:${rule.key}#${field}`, span);
  for (const member of draft.members) mark('member', `member:${member.key}`, member.span);
  for (const stage of draft.stages) mark('stage', `stage:${stage.key}`, stage.span);
  for (const partner of draft.partners) mark('partner', `partner:${partner.key}`, partner.span);
  for (const channel of draft.channels) mark('channel', `channel:${channel.key}`, channel.span);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The due tasks that adopting sets to work: what is only derived from a cadence is not owed for the time before the adoption. */
export function tasksOwed(duty: DutyDraft, today: Day): TaskDraft[] {
  return duty.tasks.filter((task) => task.basis !== 'derived' || task.due === null || task.due >= today);
}

/** How many duties adopting would set to work. */
export function countDuties(draft: Draft): number {
  return draft.lists.reduce((sum, list) => sum + list.duties.filter((duty) => !duty.dropped).length, 0);
}
