/**
 * Binds a contract to its route. One promise decides commit and answer alike.
 *
 * An act runs in one transaction: its id is claimed first, so that the same act sent twice, also at the same moment and to two
 * servers, runs once; the second waits for the first and gets its answer. State, history, what follows in other modules and the
 * answer are committed together. A refused act leaves nothing behind, its id included.
 */
import { createHmac } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '#domain/kernel/actor.ts';
import { type Contract, type DownloadContract, Envelope } from '#domain/kernel/contract.ts';
import type { At } from '#domain/kernel/day.ts';
import type { FactDraft } from '#domain/kernel/fact.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db, Tx } from './database.ts';
import { appendFacts, type PendingFact } from './history.ts';
import { isWorthAnotherTry, parse } from './refusals.ts';

export interface ReadCall<Input> {
  readonly input: Input;
  readonly actor: Actor;
  readonly now: At;
  readonly db: Db;
}

export interface ActCall<Input> {
  readonly input: Input;
  readonly actor: Actor;
  readonly now: At;
  /** When the act was meant, by the device's clock corrected by its error where that was measured; a rule that uses it says when it is plausible. */
  readonly deviceAt: At | null;
  readonly tx: Tx;
  /** Writes a line of history for a record of this unit, and lets the other modules react to it. */
  readonly tell: (fact: FactDraft, unitId?: string) => Promise<void>;
  /** Work that begins once all of this is kept, and not at all where it is refused; the answer does not wait for it. */
  readonly afterCommit: (begin: () => void) => void;
}

/** What one module's fact causes in others, in the same transaction. */
export type React = (fact: FactDraft, unitId: string, call: ActCall<unknown>) => Promise<void>;

export interface Download {
  /** With its ending: the name the browser saves it under. */
  readonly fileName: string;
  /** Bytes, or a stream of them that is sent as it is made. */
  readonly body: Buffer | Readable;
}

export interface Endpoints {
  read<Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
    contract: Contract<Name, 'read', Input, Output>,
    answer: (call: ReadCall<z.output<Input>>) => Promise<z.input<Output>>,
  ): void;
  download<Name extends string, Input extends z.ZodType>(
    contract: DownloadContract<Name, Input>,
    answer: (call: ReadCall<z.output<Input>>) => Promise<Download>,
  ): void;
  act<Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
    contract: Contract<Name, 'act', Input, Output>,
    perform: (call: ActCall<z.output<Input>>) => Promise<z.input<Output>>,
  ): void;
  /** Runs a bound act as `actor`, as if they had sent it; the history says who brought it in. */
  replay(name: string, body: unknown, by: Bringing): Promise<object>;
}

export interface Bringing {
  readonly actor: Actor;
  readonly broughtBy: Actor | null;
}

export interface EndpointDeps {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly clock: () => number;
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>;
  readonly react: React;
  /** Keys the fingerprint of an act's input: a password that stands in it cannot be guessed from the table. */
  readonly secret: string;
}

export function endpoints({ app, db, clock, actorOf, react, secret }: EndpointDeps): Endpoints {
  const bound = new Map<string, (body: unknown, by: Bringing) => Promise<object>>();
  return {
    read(contract, answer) {
      app.get(`/api/${contract.name}`, async (request, reply) => {
        const actor = await actorOf(request);
        const input = parse(contract.input, request.query);
        const output = await answer({ input, actor, now: isoOf(clock()), db });
        reply.header('cache-control', 'no-store');
        return output;
      });
    },

    download(contract, answer) {
      app.get(`/api/${contract.name}`, async (request, reply) => {
        const actor = await actorOf(request);
        const input = parse(contract.input, request.query);
        const { fileName, body } = await answer({ input, actor, now: isoOf(clock()), db });
        return reply.header('cache-control', 'no-store').header('content-disposition', attachment(fileName)).type(contract.mime).send(body);
      });
    },

    act(contract, perform) {
      const run = async (body: unknown, { actor, broughtBy }: Bringing): Promise<object> => {
        const { actId, deviceAt, clockOff } = parse(Envelope, body);
        const input = parse(contract.input, body);
        const inputHash = createHmac('sha256', secret)
          .update(`${contract.name}\n${JSON.stringify(input)}`)
          .digest();
        let begins: (() => void)[] = [];
        const answered = await repeating(() => {
          begins = [];
          return db.transaction().execute(async (tx) => {
            const now = isoOf(clock());
            const first = await claim(tx, {
              id: actId,
              unitId: actor.unitId,
              actorId: actor.personId,
              name: contract.name,
              inputHash,
              at: now,
            });
            if (first) return first.answer;

            const facts: PendingFact[] = [];
            const call: ActCall<z.output<typeof contract.input>> = {
              input,
              actor,
              now,
              deviceAt: deviceAt ? isoOf(Date.parse(deviceAt) + (clockOff ?? 0)) : null,
              tx,
              tell: async (draft, unitId = actor.unitId) => {
                facts.push({ draft, unitId });
                await react(draft, unitId, call as ActCall<unknown>);
              },
              afterCommit: (begin) => void begins.push(begin),
            };
            const answer = await perform(call);
            await appendFacts(tx, facts, { actor, actId, at: now, deviceAt: deviceAt ?? null, clockOff: clockOff ?? null, broughtBy });
            await tx
              .updateTable('act')
              .set({ answer: JSON.stringify(answer) })
              .where('id', '=', actId)
              .execute();
            return answer as object;
          });
        });
        for (const begin of begins) begin();
        return answered;
      };
      bound.set(contract.name, run);
      app.post(`/api/${contract.name}`, async (request, reply) => {
        const actor = await actorOf(request);
        reply.header('cache-control', 'no-store');
        return run(request.body ?? {}, { actor, broughtBy: null });
      });
    },

    replay(name, body, by) {
      const run = bound.get(name);
      if (!run) throw new Problem('request.notFound');
      return run(body, by);
    },
  };
}

interface ActRow {
  readonly id: string;
  readonly unitId: string;
  readonly actorId: string;
  readonly name: string;
  readonly inputHash: Buffer;
  readonly at: At;
}

/** Claims the id of an act, or answers with what the first of that id was answered. Waits while the first is still running. */
async function claim(tx: Tx, row: ActRow): Promise<{ readonly answer: object } | null> {
  const claimed = await tx
    .insertInto('act')
    .values({ ...row, answer: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return null;
  const known = await tx.selectFrom('act').select(['actorId', 'inputHash', 'answer']).where('id', '=', row.id).executeTakeFirstOrThrow();
  if (known.actorId !== row.actorId || !known.inputHash.equals(row.inputHash) || known.answer === null) throw new Problem('act.idReused');
  return { answer: known.answer };
}

/** A deadlock or a serialization failure rolled everything back: the act runs again, three times at most. */
async function repeating<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === 3 || !isWorthAnotherTry(error)) throw error;
    }
  }
}

/**
 * RFC 6266: the name in UTF-8 for whoever reads it, and a plain one with the same ending for the others. In RFC 5987 the marks that
 * JavaScript leaves alone are none of the characters allowed; what no file system takes becomes a dash.
 */
export function attachment(fileName: string): string {
  const name = fileName.toWellFormed().replace(/[\p{Cc}\\/:*?"<>|]/gu, '-');
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="file${ending}"; filename*=UTF-8''${encoded}`;
}

const isoOf = (ms: number): At => new Date(ms).toISOString();
