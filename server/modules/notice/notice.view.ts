/** A notice beside its draft: what is open, what stands where. */
import { dayOf } from '#domain/kernel/day.ts';
import { compareWithForce } from '#domain/notice/compare.ts';
import type { Question } from '#domain/notice/draft.model.ts';
import { countDuties, effectiveDraft, marksOf, undecidedYear } from '#domain/notice/effective.ts';
import type { InForce } from '#domain/notice/in-force.ts';
import { likelyAmended } from '#domain/notice/match.ts';
import type { Notice, NoticeRow, NoticeView } from '#domain/notice/notice.model.ts';
import { questionsFor, type Subject } from '#domain/notice/questions.ts';
import { noticeYear } from '#domain/notice/years.ts';

/** The questions of a notice that nobody has answered yet, held against the others of the unit. */
export function openQuestions(notice: Notice, others: readonly Notice[], inForce: InForce): Question[] {
  if (notice.state !== 'draft') return [];
  const subject = subjectOf(notice);
  const standing = others.filter((other) => other.id !== notice.id && (other.state === 'draft' || other.state === 'adopted'));
  const amendable = likelyAmended(
    subject.draft,
    notice.text,
    inForce,
    standing.filter((other) => other.state === 'adopted'),
  );
  const settled = new Set(notice.settlements.map((settlement) => settlement.question));
  return questionsFor(subject, standing.map(subjectOf), amendable).filter((question) => !settled.has(question.key));
}

const subjectOf = (notice: Notice): Subject => ({ id: notice.id, number: notice.number, text: notice.text, draft: effectiveDraft(notice) });

export function thisYear(now: string): number {
  return Number(dayOf(now).slice(0, 4));
}

export function viewNotice(notice: Notice, others: readonly Notice[], inForce: InForce, now: string): NoticeView {
  const draft = effectiveDraft(notice);
  const { plan, ...rest } = notice;
  return {
    ...rest,
    issuer: plan.issuingAuthority,
    issueDate: plan.issueDate,
    recipients: plan.primaryRecipients,
    draft,
    questions: openQuestions(notice, others, inForce),
    changes: notice.state === 'draft' && inForce.duties.length > 0 ? compareWithForce(draft, inForce) : null,
    marks: marksOf(draft),
    noticeYear: noticeYear(plan),
    askYear: undecidedYear(notice, thisYear(now)) !== null,
  };
}

export function rowOf(notice: Notice, others: readonly Notice[], inForce: InForce, now: string): NoticeRow {
  const { id, state, title, number, importedAt, adoptedAt, plan } = notice;
  return {
    id,
    state,
    title,
    number,
    importedAt,
    adoptedAt,
    issuer: plan.issuingAuthority,
    issueDate: plan.issueDate,
    duties: countDuties(effectiveDraft(notice)),
    open:
      openQuestions(notice, others, inForce).filter((question) => question.mustSettle).length +
      (undecidedYear(notice, thisYear(now)) === null ? 0 : 1),
  };
}
