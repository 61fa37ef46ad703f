import { bodyLines } from '#domain/dispatch/body.ts';
import {
  dispatchDiscard,
  dispatchDraft,
  dispatchGet,
  dispatchIssue,
  dispatchList,
  dispatchPaper,
  dispatchWrite,
} from '#domain/dispatch/dispatch.contract.ts';
import { type Dispatch, DispatchText } from '#domain/dispatch/dispatch.model.ts';
import { dispatchWorkflow, office } from '#domain/dispatch/dispatch.rules.ts';
import { dispatchKinds } from '#domain/dispatch/dispatch.states.ts';
import { allowedActs, decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { type At, writtenDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { writeOfficial } from '../../papers/word/official.ts';
import { getUnit } from '../org/org.store.ts';
import { getDispatch, insertDispatch, listDispatches, lockDispatch, saveDispatch } from './dispatch.store.ts';

export function dispatchRoutes(endpoint: Endpoints): void {
  endpoint.read(dispatchList, async ({ actor, db }) => ({ rows: await listDispatches(db, actor) }));

  endpoint.read(dispatchGet, async ({ input, actor, db, now }) => {
    const dispatch = await getDispatch(db, input.id, actor);
    return {
      dispatch: {
        ...dispatch,
        issuer: (await getUnit(db, dispatch.unitId)).name,
        acts: allowedActs(dispatchWorkflow, dispatch, { actor, now }),
      },
      history: await listHistory(db, dispatch.id),
    };
  });

  endpoint.act(dispatchDraft, async ({ input, actor, tx, now, tell }) => {
    const dispatch: Dispatch = {
      ...DispatchText.parse({}),
      id: input.id,
      unitId: actor.unitId,
      kind: input.kind,
      revision: 0,
      state: 'draft',
    };
    if (!office.holds(actor, dispatch))
      throw new Problem('act.notAllowed', { ...dispatchDraft.words, whoZh: office.words.zh, whoEn: office.words.en });
    await insertDispatch(tx, dispatch, now);
    await tell({ name: 'dispatch.drafted', subject: { kind: 'dispatch', id: dispatch.id }, data: { kind: dispatch.kind } });
    return done(dispatch, actor, now);
  });

  endpoint.act(dispatchWrite, (call) => {
    const { id: _id, ...text } = call.input;
    return perform(call, (dispatch, at) => decide(dispatchWorkflow, dispatch, 'write', text, at));
  });
  endpoint.act(dispatchIssue, (call) => perform(call, (dispatch, at) => decide(dispatchWorkflow, dispatch, 'issue', {}, at)));
  endpoint.act(dispatchDiscard, (call) => perform(call, (dispatch, at) => decide(dispatchWorkflow, dispatch, 'discard', {}, at)));

  endpoint.download(dispatchPaper, async ({ input, actor, db }) => {
    const dispatch = await getDispatch(db, input.id, actor);
    return {
      fileName: `${dispatch.title || dispatchKinds[dispatch.kind].zh}.docx`.replace(/[\\/:*?"<>|\n]/g, ' '),
      body: writeOfficial({
        ...dispatch,
        issuer: (await getUnit(db, dispatch.unitId)).name,
        lines: bodyLines(dispatch.body),
        attendance: dispatch.attendance.split('\n').filter((line) => line.trim() !== ''),
        day: dispatch.day ? writtenDay(dispatch.day) : '　　　　年　　月　　日',
      }),
    };
  });
}

type Decision = ReturnType<typeof decide<Dispatch, (typeof dispatchWorkflow)['acts'], 'issue'>>;

async function perform<Input extends { readonly id: string }>(
  { input, actor, tx, now, tell }: ActCall<Input>,
  decision: (dispatch: Dispatch, at: { readonly actor: Actor; readonly now: At }) => Decision,
): Promise<Done> {
  const { next, fact } = decision(await lockDispatch(tx, input.id, actor), { actor, now });
  await saveDispatch(tx, next);
  await tell(fact, next.unitId);
  return done(next, actor, now);
}

const done = (dispatch: Dispatch, actor: Actor, now: At): Done => ({
  id: dispatch.id,
  state: dispatch.state,
  acts: allowedActs(dispatchWorkflow, dispatch, { actor, now }),
});
