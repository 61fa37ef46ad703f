/** Brings in the act of another person from an exported queue. It runs as theirs, with their rights; the history names both. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, holdsPost, postKinds } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { queueBring } from '#domain/queue/queue.contract.ts';
import { sealedText } from '#domain/queue/queue.rules.ts';
import type { Db } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { parse } from '#server/platform/refusals.ts';
import { findActor } from '../org/org.store.ts';
import { sealOf } from './seal.ts';

export interface QueueDeps {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly secret: string;
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>;
}

export function queueRoutes(endpoint: Endpoints, { app, db, secret, actorOf }: QueueDeps): void {
  app.post(`/api/${queueBring.name}`, async (request, reply) => {
    const clerk = await actorOf(request);
    const { personId, name, body, seal } = parse(queueBring.input, request.body ?? {});
    const person = await db.selectFrom('person').select(['userId', 'unitId']).where('id', '=', personId).executeTakeFirst();
    if (!person || !holdsPost(clerk, person.unitId, 'campaignClerk')) throw notForYou();
    // Only a phone on which this person was signed in can have made the seal: a clerk cannot act in a colleague's name.
    if (!timingSafeEqual(Buffer.from(seal, 'hex'), Buffer.from(sealOf(secret, personId, sealedText(name, body)), 'hex')))
      throw new Problem('queue.notSealed');
    const actor = person.userId ? await findActor(db, person.userId) : null;
    if (!actor || actor.posts.length === 0) throw new Problem('session.noPost');
    reply.header('cache-control', 'no-store');
    return { answer: await endpoint.replay(name, jsonOf(body), { actor, broughtBy: clerk }) };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('request.notJson');
  }
}

function notForYou(): Problem {
  return new Problem('act.notAllowed', {
    ...queueBring.words,
    whoZh: postKinds.campaignClerk.zh,
    whoEn: postKinds.campaignClerk.en.toLowerCase(),
  });
}
