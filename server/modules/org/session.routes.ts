/** Who is there: signing in and out, the first account, the people of the demo. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '#domain/kernel/actor.ts';
import { type Contract, methodOf } from '#domain/kernel/contract.ts';
import { newId } from '#domain/kernel/id.ts';
import { Problem } from '#domain/kernel/problem.ts';
import {
  type CastMember,
  type SignedIn,
  sessionDemo,
  sessionSignIn,
  sessionSignOut,
  sessionState,
  setupFirstAccount,
} from '#domain/org/org.contract.ts';
import type { Db } from '#server/platform/database.ts';
import { appendFacts } from '#server/platform/history.ts';
import { parse } from '#server/platform/refusals.ts';
import type { SignIn } from '#server/platform/sign-in.ts';
import { queueKeyOf } from '../queue/seal.ts';
import { findActor, getUnit, insertAccount, insertPerson, insertUnit, isEmpty } from './org.store.ts';

export interface SessionDeps {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly signIn: SignIn;
  readonly clock: () => number;
  readonly secret: string;
  /** The people to sign in as, when the server was started with the demo data. */
  readonly cast: () => Promise<CastMember[]>;
}

/** A fixed number, so that two first visits at the same moment make one account. */
const FIRST_ACCOUNT_LOCK = 7_310_001;

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  return headers;
}

/** The actor of a request, or `session.missing`. */
export function actorFinder(db: Db, signIn: SignIn): (request: FastifyRequest) => Promise<Actor> {
  return async (request) => {
    const userId = await signIn.userOf(headersOf(request));
    const actor = userId ? await findActor(db, userId) : null;
    if (!actor) throw new Problem('session.missing');
    if (actor.posts.length === 0) throw new Problem('session.noPost');
    return actor;
  };
}

export function sessionRoutes({ app, db, signIn, clock, secret, cast }: SessionDeps): void {
  const open = <C extends Contract>(
    contract: C,
    answer: (input: z.output<C['input']>, request: FastifyRequest, reply: FastifyReply) => Promise<z.input<C['output']>>,
  ): void => {
    app.route({
      method: methodOf(contract),
      url: `/api/${contract.name}`,
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return answer(
          parse(contract.input, methodOf(contract) === 'GET' ? request.query : (request.body ?? {})) as z.output<C['input']>,
          request,
          reply,
        );
      },
    });
  };

  open(sessionState, async (_input, request) => {
    const userId = await signIn.userOf(headersOf(request));
    const actor = userId ? await findActor(db, userId) : null;
    return {
      signedIn: actor ? await signedIn(db, actor) : null,
      firstVisit: actor === null && (await isEmpty(db)),
      cast: await cast(),
      now: new Date(clock()).toISOString(),
      queueKey: actor && queueKeyOf(secret, actor.personId),
    };
  });

  open(sessionSignIn, async (input, request, reply) => {
    const { userId, cookies } = await signIn.signIn(input.username, input.password, { ip: request.ip, headers: headersOf(request) });
    return enter(reply, userId, cookies);
  });

  open(sessionDemo, async ({ personId }, request, reply) => {
    if (!(await cast()).some((member) => member.personId === personId)) throw new Problem('session.demoOnly');
    const { userId } = await db.selectFrom('person').select('userId').where('id', '=', personId).executeTakeFirstOrThrow();
    const { cookies } = await signIn.signInAs(userId!, headersOf(request));
    return enter(reply, userId!, cookies);
  });

  open(sessionSignOut, async (_input, request, reply) => {
    const { cookies } = await signIn.signOut(headersOf(request));
    reply.header('set-cookie', cookies);
    return {};
  });

  open(setupFirstAccount, async (input, request, reply) => {
    const passwordHash = await signIn.hashPassword(input.password);
    const at = new Date(clock()).toISOString();
    const userId = await db.transaction().execute(async (tx) => {
      await lockFirstAccount(tx);
      if (!(await isEmpty(tx))) throw new Problem('setup.done');
      const unitId = newId();
      const personId = newId();
      await insertUnit(tx, { id: unitId, kind: 'office', name: input.unitName, shortName: input.shortName, at });
      await insertPerson(tx, {
        id: personId,
        unitId,
        name: input.name,
        at,
        posts: [{ kind: 'campaignClerk', sectionId: null, title: '创城专员' }],
      });
      const actor: Actor = { personId, name: input.name, unitId, posts: [] };
      await appendFacts(
        tx,
        [{ unitId, draft: { name: 'unit.created', subject: { kind: 'unit', id: unitId }, data: { name: input.unitName } } }],
        { actor, actId: null, at, deviceAt: null },
      );
      return insertAccount(tx, { personId, name: input.name, username: input.username, passwordHash });
    });
    const { cookies } = await signIn.signInAs(userId, headersOf(request));
    return enter(reply, userId, cookies);
  });

  async function enter(reply: FastifyReply, userId: string, cookies: string[]): Promise<SignedIn> {
    const actor = await findActor(db, userId);
    if (!actor || actor.posts.length === 0) throw new Problem('session.noPost');
    reply.header('set-cookie', cookies);
    return signedIn(db, actor);
  }
}

async function signedIn(db: Db, actor: Actor): Promise<SignedIn> {
  return { person: { id: actor.personId, name: actor.name }, unit: await getUnit(db, actor.unitId), posts: [...actor.posts] };
}

async function lockFirstAccount(tx: Db): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${FIRST_ACCOUNT_LOCK})`.execute(tx);
}
