import { allowedActs, type Circumstances, decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { holdsPost, postKinds } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { type Day, dayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { NoticeChanges } from '#domain/notice/compare.model.ts';
import { compareWithForce } from '#domain/notice/compare.ts';
import { compileNotice } from '#domain/notice/compile.ts';
import { applyCorrections, BadCorrection } from '#domain/notice/corrections.ts';
import type { Correction, Draft } from '#domain/notice/draft.model.ts';
import { countDuties, effectiveDraft, tasksOwed, undecidedYear } from '#domain/notice/effective.ts';
import {
  noticeAdopt,
  noticeChooseYear,
  noticeCorrect,
  noticeDiscard,
  noticeGet,
  noticeImport,
  noticeList,
  noticePassage,
  noticeReview,
  noticeSettle,
  noticeTakeBack,
  noticeUnsettle,
} from '#domain/notice/notice.contract.ts';
import type { Notice } from '#domain/notice/notice.model.ts';
import { noticeWorkflow } from '#domain/notice/notice.rules.ts';
import { noticeYear } from '#domain/notice/years.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import type { FileStore } from '#server/platform/files.ts';
import { listHistory } from '#server/platform/history.ts';
import { readInForce } from './in-force.ts';
import { getNotice, insertNotice, listNotices, lockNotice, saveNotice } from './notice.store.ts';
import { openQuestions, rowOf, thisYear, viewNotice } from './notice.view.ts';
import { readGiven } from './reading.ts';
import { presentEntry, presentValue } from './value.ts';

/** Characters shown before and after a passage. */
const AROUND = 120;

export function noticeRoutes(endpoint: Endpoints, files: FileStore): void {
  endpoint.read(noticeList, async ({ actor, db, now }) => {
    const notices = await listNotices(db, actor.unitId, true);
    const inForce = await readInForce(db, actor.unitId);
    return {
      rows: notices.map((notice) => rowOf(notice, notices, inForce, now)),
      mayImport: holdsPost(actor, actor.unitId, 'campaignClerk'),
    };
  });

  endpoint.read(noticeGet, async ({ input, actor, db, now }) => {
    const notice = await getNotice(db, input.id, actor);
    const others = notice.state === 'draft' ? await listNotices(db, notice.unitId) : [];
    return {
      notice: viewNotice(notice, others, await readInForce(db, notice.unitId), now),
      history: await listHistory(db, notice.id),
      acts: allowedActs(noticeWorkflow, notice, { actor, now }),
    };
  });

  endpoint.read(noticePassage, async ({ input, actor, db }) => {
    const { id, title, number, text } = await getNotice(db, input.id, actor);
    const start = Math.min(input.start, text.length);
    const end = Math.min(Math.max(input.end, start), text.length);
    return {
      noticeId: id,
      title,
      number,
      before: text.slice(Math.max(0, start - AROUND), start),
      passage: text.slice(start, end),
      after: text.slice(end, end + AROUND),
    };
  });

  endpoint.act(noticeImport, async ({ input, actor, tx, now, tell }) => {
    if (!holdsPost(actor, actor.unitId, 'campaignClerk')) {
      throw new Problem('act.notAllowed', {
        ...noticeImport.words,
        whoZh: postKinds.campaignClerk.zh,
        whoEn: postKinds.campaignClerk.en.toLowerCase(),
      });
    }
    const { document, textSha256, file } = await readGiven(input);
    const plan = compileNotice(document);
    const title = plan.title ?? document.text.trim().split('\n')[0]!.trim().slice(0, 100);
    await insertNotice(tx, {
      id: input.id,
      unitId: actor.unitId,
      state: 'draft',
      title,
      number: plan.documentNumber,
      fileName: file?.name ?? null,
      fileSha256: file ? await files.put(file.bytes) : null,
      text: document.text,
      tables: document.tables,
      textSha256,
      plan,
      corrections: [],
      settlements: [],
      yearChoice: null,
      importedAt: now,
      adoptedAt: null,
    });
    await tell({
      name: 'notice.imported',
      subject: { kind: 'notice', id: input.id },
      data: { title, number: plan.documentNumber, file: file?.name },
    });
    return { id: input.id, title };
  });

  endpoint.act(noticeCorrect, async ({ input, actor, tx, now, tell }) => {
    const notice = await lockNotice(tx, input.id, actor);
    const draft = effectiveDraft(notice);
    const theirs = presentValue(notice, draft, input.correction);
    if (JSON.stringify(theirs) !== JSON.stringify(input.was)) {
      throw new Problem('record.changed', {
        zh: notice.title,
        en: notice.title,
        field: input.correction.field,
        yours: input.correction.value as never,
        theirs: theirs as never,
      });
    }
    refuseBadCorrection(draft, input.correction);
    const { next, fact } = decide(noticeWorkflow, notice, 'correct', { correction: input.correction, was: input.was }, { actor, now });
    await saveNotice(tx, next);
    await tell(fact);
    return done(next, { actor, now });
  });

  endpoint.act(noticeReview, async ({ input, actor, tx, now, tell }) => {
    const notice = await lockNotice(tx, input.id, actor);
    const draft = effectiveDraft(notice);
    for (const target of input.targets) presentEntry(draft, target);
    const { next, fact } = decide(noticeWorkflow, notice, 'review', input, { actor, now });
    await saveNotice(tx, next);
    await tell(fact);
    return done(next, { actor, now });
  });

  endpoint.act(noticeTakeBack, async ({ input, actor, tx, now, tell }) => {
    const { next, fact } = decide(noticeWorkflow, await lockNotice(tx, input.id, actor), 'takeBack', input, { actor, now });
    await saveNotice(tx, next);
    await tell(fact);
    return done(next, { actor, now });
  });

  endpoint.act(noticeSettle, async ({ input, actor, tx, now, tell }) => {
    const notice = await lockNotice(tx, input.id, actor);
    const others = await listNotices(tx, notice.unitId);
    const question = openQuestions(notice, others, await readInForce(tx, notice.unitId)).find((one) => one.key === input.question);
    const option = question?.options.find((one) => one.key === input.option);
    if (!question || !option) throw new Problem('notice.unknownQuestion');
    const settlement = {
      question: question.key,
      option: option.key,
      zh: `${question.message.zh} → ${option.words.zh}`,
      en: `${question.message.en} → ${option.words.en}`,
      byName: actor.name,
      at: now,
    };
    const of = (id: string | null): Correction[] => option.corrections.filter((one) => one.notice === id).map((one) => one.correction);
    const { next, fact } = decide(noticeWorkflow, notice, 'settle', { settlement, corrections: of(null) }, { actor, now });
    await saveNotice(tx, next);
    await tell(fact);
    // The other side of a contradiction, while it is a draft too, follows the same answer; what is in force stays until this one is adopted.
    for (const id of new Set(option.corrections.flatMap((one) => one.notice ?? []))) {
      const other = await lockNotice(tx, id, actor);
      if (other.state !== 'draft') continue;
      const settled = decide(noticeWorkflow, other, 'settle', { settlement, corrections: of(id) }, { actor, now });
      await saveNotice(tx, settled.next);
      await tell(settled.fact);
    }
    return done(next, { actor, now });
  });

  endpoint.act(noticeUnsettle, async ({ input, actor, tx, now, tell }) => {
    const { next, fact } = decide(noticeWorkflow, await lockNotice(tx, input.id, actor), 'unsettle', input, { actor, now });
    await saveNotice(tx, next);
    await tell(fact);
    // The answer stands in the other draft too; once that one is adopted, its record keeps it.
    for (const other of await listNotices(tx, next.unitId)) {
      if (other.id === next.id || other.state !== 'draft' || !other.settlements.some((known) => known.question === input.question))
        continue;
      const opened = decide(noticeWorkflow, await lockNotice(tx, other.id, actor), 'unsettle', input, { actor, now });
      await saveNotice(tx, opened.next);
      await tell(opened.fact);
    }
    return done(next, { actor, now });
  });

  endpoint.act(noticeChooseYear, async ({ input, actor, tx, now, tell }) => {
    const notice = await lockNotice(tx, input.id, actor);
    const choice = { printed: noticeYear(notice.plan) ?? input.applied, applied: input.applied };
    const { next, fact } = decide(noticeWorkflow, notice, 'chooseYear', { choice }, { actor, now });
    await saveNotice(tx, next);
    await tell(fact);
    return done(next, { actor, now });
  });

  endpoint.act(noticeAdopt, async ({ input, actor, tx, now, tell }) => {
    const notice = await lockNotice(tx, input.id, actor);
    const draft = effectiveDraft(notice);
    const inForce = await readInForce(tx, notice.unitId);
    const open = openQuestions(notice, await listNotices(tx, notice.unitId), inForce).filter((question) => question.mustSettle);
    const changes = countChanges(compareWithForce(draft, inForce));
    const readiness = { openQuestions: open.length, askYear: undecidedYear(notice, thisYear(now)), duties: countDuties(draft), changes };
    const { next, fact } = decide(noticeWorkflow, notice, 'adopt', readiness, { actor, now });
    await saveNotice(tx, next);
    await tell(fact);
    return {
      ...done(next, { actor, now }),
      duties: readiness.duties,
      tasks: countTasks(draft, dayOf(now)),
      places: draft.places.length,
      changes,
    };
  });

  endpoint.act(noticeDiscard, async ({ input, actor, tx, now, tell }) => {
    const { next, fact } = decide(noticeWorkflow, await lockNotice(tx, input.id, actor), 'discard', {}, { actor, now });
    await saveNotice(tx, next);
    await tell(fact);
    return done(next, { actor, now });
  });
}

function refuseBadCorrection(draft: Draft, correction: Correction): void {
  try {
    applyCorrections(draft, [correction]);
  } catch (error) {
    if (error instanceof BadCorrection)
      throw new Problem('notice.badCorrection', { zh: `“${correction.field}”不能改成这个值`, en: error.message });
    throw error;
  }
}

const countChanges = ({ duties, gone }: NoticeChanges) => {
  const count = (kind: NoticeChanges['duties'][number]['kind']): number => duties.filter((change) => change.kind === kind).length;
  return { added: count('new'), changed: count('changed'), same: count('same'), joined: count('repeats'), ended: gone.length };
};

const countTasks = (draft: Draft, today: Day): number =>
  draft.lists.flatMap((list) => list.duties).reduce((sum, duty) => sum + (duty.dropped ? 0 : tasksOwed(duty, today).length), 0);

const done = (notice: Notice, at: Circumstances & { readonly actor: Actor }): Done => ({
  id: notice.id,
  state: notice.state,
  acts: allowedActs(noticeWorkflow, notice, at),
});
