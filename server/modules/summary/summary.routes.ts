import { allowedActs, decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { type At, dayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { changedOf, sentencesOf, titleOf } from '#domain/summary/edits.ts';
import { countFigures } from '#domain/summary/figures.ts';
import { type Period, periodAt, periodBefore, stagePeriod } from '#domain/summary/period.ts';
import { draftSentences } from '#domain/summary/sentences.ts';
import {
  summaryChoosePhotos,
  summaryDiscard,
  summaryDraft,
  summaryEdit,
  summaryGet,
  summaryIssue,
  summaryList,
  summaryRefresh,
} from '#domain/summary/summary.contract.ts';
import type { Summary, SummaryView } from '#domain/summary/summary.model.ts';
import { office, summaryWorkflow } from '#domain/summary/summary.rules.ts';
import type { Db } from '#server/platform/database.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { listStages } from '../duty/duty.store.ts';
import { getUnit } from '../org/org.store.ts';
import { readRecords } from './records.ts';
import { listSummaryPhotos, suggested } from './summary.photos.ts';
import { getSummary, insertSummary, listSummaries, lockSummary, saveSummary } from './summary.store.ts';

export function summaryRoutes(endpoint: Endpoints): void {
  endpoint.read(summaryList, async ({ actor, db, now }) => ({
    rows: (await listSummaries(db, actor)).map((summary) => ({ ...summary, changed: summary.state === 'draft' ? changedOf(summary) : 0 })),
    stages: (await listStages(db, actor.unitId)).filter(({ from }) => from !== null).map(({ id, name }) => ({ id, name })),
    today: dayOf(now),
  }));

  endpoint.read(summaryGet, async ({ input, actor, db, now }) => {
    const summary = await getSummary(db, input.id, actor);
    return { summary: await viewSummary(db, summary, actor, now), history: await listHistory(db, summary.id) };
  });

  endpoint.act(summaryDraft, async (call) => {
    const { input, actor, tx, now, tell } = call;
    const period = input.time.kind === 'stage' ? await findStage(tx, actor, input.time.stageId) : periodAt(input.time.kind, input.time.day);
    if (period.from > dayOf(now)) throw new Problem('summary.ahead');
    const summary: Summary = {
      id: input.id,
      unitId: actor.unitId,
      state: 'draft',
      ...period,
      edits: {},
      photosChosen: false,
      ...(await counted(tx, actor.unitId, period, now)),
      countedAt: now,
      issuedAt: null,
      issuedById: null,
    };
    if (!office.holds(actor, summary))
      throw new Problem('act.notAllowed', { ...summaryDraft.words, whoZh: office.words.zh, whoEn: office.words.en });
    await insertSummary(tx, summary);
    await tell({ name: 'summary.drafted', subject: { kind: 'summary', id: summary.id }, data: { kind: summary.kind, name: summary.name } });
    return done(summary, actor, now);
  });

  endpoint.act(summaryEdit, (call) => perform(call, (summary, at) => decide(summaryWorkflow, summary, 'edit', call.input, at)));
  endpoint.act(summaryRefresh, (call) =>
    perform(call, async (summary, at) =>
      decide(summaryWorkflow, summary, 'refresh', await counted(call.tx, summary.unitId, summary, call.now), at),
    ),
  );
  endpoint.act(summaryChoosePhotos, (call) =>
    perform(call, async (summary, at) => {
      const offered = new Set((await listSummaryPhotos(call.tx, summary.unitId, summary.from, summary.to)).map(({ id }) => id));
      const kept = new Set(summary.photoIds);
      if (call.input.photoIds.some((id) => !offered.has(id) && !kept.has(id))) throw new Problem('record.notFound');
      return decide(summaryWorkflow, summary, 'choosePhotos', call.input, at);
    }),
  );
  endpoint.act(summaryIssue, (call) => perform(call, (summary, at) => decide(summaryWorkflow, summary, 'issue', {}, at)));
  endpoint.act(summaryDiscard, (call) => perform(call, (summary, at) => decide(summaryWorkflow, summary, 'discard', {}, at)));
}

export async function viewSummary(db: Db, summary: Summary, actor: Actor, now: At): Promise<SummaryView> {
  const { drafted: _drafted, edits: _edits, photoIds, ...rest } = summary;
  const unit = await getUnit(db, summary.unitId);
  const offered = await listSummaryPhotos(db, summary.unitId, summary.from, summary.to);
  const chosen = photoIds.flatMap((id) => offered.find((photo) => photo.id === id) ?? []);
  return {
    ...rest,
    title: titleOf(summary, unit.name),
    unitName: unit.name,
    sentences: sentencesOf(summary),
    photos: [
      ...chosen.map((photo) => ({ ...photo, chosen: true })),
      ...offered.filter(({ id }) => !photoIds.includes(id)).map((photo) => ({ ...photo, chosen: false })),
    ],
    acts: allowedActs(summaryWorkflow, summary, { actor, now }),
  };
}

/** Figures, sentences and photos as the records give them now. */
async function counted(db: Db, unitId: string, period: Period, now: At): Promise<Pick<Summary, 'figures' | 'drafted' | 'photoIds'>> {
  const before = periodBefore(period);
  const figures = countFigures(await readRecords(db, unitId, before.from, period.to, now), period, before, dayOf(now));
  return {
    figures,
    drafted: draftSentences(figures, period, (await getUnit(db, unitId)).name),
    photoIds: suggested(await listSummaryPhotos(db, unitId, period.from, period.to)),
  };
}

async function findStage(db: Db, actor: Actor, stageId: string): Promise<Period> {
  const stage = (await listStages(db, actor.unitId)).find(({ id }) => id === stageId);
  if (!stage) throw new Problem('record.notFound');
  if (!stage.from) throw new Problem('summary.stageWithoutMonths');
  return stagePeriod(stage.name, stage.from, stage.to ?? stage.from.slice(0, 7));
}

type Decision = ReturnType<typeof decide<Summary, (typeof summaryWorkflow)['acts'], 'issue'>>;

async function perform<Input extends { readonly id: string }>(
  { input, actor, tx, now, tell }: ActCall<Input>,
  decision: (summary: Summary, at: { readonly actor: Actor; readonly now: At }) => Decision | Promise<Decision>,
): Promise<Done> {
  const { next, fact } = await decision(await lockSummary(tx, input.id, actor), { actor, now });
  await saveSummary(tx, next);
  await tell(fact, next.unitId);
  return done(next, actor, now);
}

const done = (summary: Summary, actor: Actor, now: At): Done => ({
  id: summary.id,
  state: summary.state,
  acts: allowedActs(summaryWorkflow, summary, { actor, now }),
});
