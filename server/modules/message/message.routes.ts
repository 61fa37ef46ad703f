/** The outbox and the tell table: who was told what, what is stuck and why, sending again, changing who is told. */
import { isDeepStrictEqual } from 'node:util';
import { allowedActs, type Circumstances, decide } from '#domain/kernel/act.ts';
import { holdsPost } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { dayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import {
  messageGet,
  messageList,
  messagePreview,
  messageResend,
  messageSetTerms,
  messageTerms,
  messageWithdraw,
} from '#domain/message/message.contract.ts';
import type { MessageRow, TellPreview } from '#domain/message/message.model.ts';
import { type MessageAct, markOf, messageWorkflow } from '#domain/message/message.rules.ts';
import { type TellName, tells } from '#domain/message/tells.ts';
import { fieldsFor, unknownField } from '#domain/message/terms.ts';
import type { Db } from '#server/platform/database.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { requirePost } from '#server/platform/rights.ts';
import { lockUnit } from '../org/org.store.ts';
import { countMessages, type ListedMessage, listAttempts, listMessages, lockMessage, saveMessage } from './message.store.ts';
import { readMessageTerms, saveMessageTerms } from './terms.store.ts';
import { readDoors } from './write.ts';

export interface MessageDeps {
  /** What a row would have said of what happened lately. */
  readonly preview: (db: Db, unitId: string, tell: TellName, today: string) => Promise<TellPreview[]>;
  readonly wake: () => void;
}

const readers = ['campaignClerk', 'leaderInCharge', 'topLeader'] as const;

export function messageRoutes(endpoint: Endpoints, { preview, wake }: MessageDeps): void {
  endpoint.read(messageList, async ({ input, actor, db, now }) => {
    requirePost(actor, messageList.words, ...readers);
    const { rows, next } = await listMessages(db, actor.unitId, input);
    return {
      rows: rows.map((row) => view(row, { actor, now })),
      next,
      counts: await countMessages(db, actor.unitId),
      channels: (await readDoors(db, actor.unitId)).map(({ id, name, kind }) => ({ id, name, kind })),
    };
  });

  endpoint.read(messageGet, async ({ input, actor, db, now }) => {
    requirePost(actor, messageGet.words, ...readers);
    const row = (await listMessages(db, actor.unitId, { id: input.id, limit: 1 })).rows[0];
    if (!row) throw new Problem('record.notFound');
    const { body, text } = row;
    return {
      ...view(row, { actor, now }),
      body,
      text,
      mark: markOf(row.id),
      log: await listAttempts(db, row.id),
      history: await listHistory(db, row.id),
    };
  });

  endpoint.act(messageResend, async (call) => {
    const answer = await perform(call, 'resend');
    call.afterCommit(wake);
    return answer;
  });
  endpoint.act(messageWithdraw, (call) => perform(call, 'withdraw'));

  endpoint.read(messageTerms, async ({ actor, db }) => {
    requirePost(actor, messageTerms.words, ...readers);
    return {
      terms: await readMessageTerms(db, actor.unitId),
      channels: (await readDoors(db, actor.unitId)).filter(({ kind }) => kind !== 'mail').map(({ id, name }) => ({ id, name })),
      mayChange: holdsPost(actor, actor.unitId, 'campaignClerk'),
    };
  });

  endpoint.act(messageSetTerms, async ({ input, actor, tx, tell }) => {
    requirePost(actor, messageSetTerms.words, 'campaignClerk');
    const unknown = unknownField(input.terms);
    if (unknown) {
      const known = fieldsFor(unknown.tell).map((field) => `{${field}}`);
      throw new Problem('message.unknownField', { ...tells[unknown.tell].words, field: unknown.field, known: known.join(' ') });
    }
    await lockUnit(tx, actor.unitId);
    const was = await readMessageTerms(tx, actor.unitId);
    if (!isDeepStrictEqual(was, input.was)) throw new Problem('record.changed', { ...messageTerms.words, yours: input.terms, theirs: was });
    await saveMessageTerms(tx, actor.unitId, input.terms);
    await tell({ name: 'unit.tellsSet', subject: { kind: 'unit', id: actor.unitId }, data: { was, terms: input.terms } });
    return input.terms;
  });

  endpoint.read(messagePreview, async ({ input, actor, db, now }) => {
    requirePost(actor, messagePreview.words, ...readers);
    return { previews: await preview(db, actor.unitId, input.tell, dayOf(now)) };
  });
}

async function perform({ input, actor, tx, now, tell }: ActCall<{ readonly id: string }>, act: MessageAct): Promise<Done> {
  const message = await lockMessage(tx, input.id, actor.unitId);
  const { next, fact } = decide(messageWorkflow, message, act, {}, { actor, now });
  await saveMessage(tx, next);
  await tell(fact);
  return { id: next.id, state: next.state, acts: allowedActs(messageWorkflow, next, { actor, now }) };
}

function view(row: ListedMessage, at: Circumstances): MessageRow {
  const { id, unitId, state, dueAt, failures, channelId, channelName, channelKind } = row;
  const { personId, personName, recordKind, recordId } = row;
  const subject = { id, unitId, state, dueAt, failures, channelOn: row.channelState === 'on' };
  return {
    id,
    state,
    dueAt,
    at: row.at,
    tell: row.tell,
    title: row.title,
    address: row.address,
    sentAt: row.sentAt,
    readAt: row.readAt,
    attempts: row.attempts,
    why: row.why,
    person: personId && personName ? { id: personId, name: personName } : null,
    channel: channelId && channelName && channelKind ? { id: channelId, name: channelName, kind: channelKind } : null,
    record: recordKind && recordId ? { kind: recordKind, id: recordId } : null,
    acts: channelId ? allowedActs(messageWorkflow, subject, at) : [],
  };
}
