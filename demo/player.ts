/**
 * Plays people against the running calls, over HTTP without a socket. The demo and the story tests speak through it,
 * so neither can do what a user could not. A refusal is thrown with the words of its Problem.
 */
import type { Acts, Reads } from '#domain/contracts.ts';
import type { At } from '#domain/kernel/day.ts';
import { type Id, newId } from '#domain/kernel/id.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';

/** The part of a Fastify app that is used. */
export interface Injectable {
  inject(request: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly payload?: string | Buffer;
  }): Promise<{
    readonly statusCode: number;
    readonly body: string;
    readonly headers: Record<string, number | string | string[] | undefined>;
  }>;
}

export interface PhotoTaken {
  readonly id?: Id;
  readonly takenAt: string;
  readonly lat: number;
  readonly lng: number;
  readonly accuracy: number;
}

/** One person at one device. */
export interface Role {
  /** `deviceAt` is what the clock of the device said, where it differs from the server's. */
  act<Name extends keyof Acts>(name: Name, input: Acts[Name]['input'], deviceAt?: At): Promise<Acts[Name]['output']>;
  read<Name extends keyof Reads>(name: Name, query: Reads[Name]['input']): Promise<Reads[Name]['output']>;
  /** Sends the bytes of a JPEG; answers with the id of the photo. */
  upload(jpeg: Buffer, taken: PhotoTaken): Promise<Id>;
}

export interface Player {
  /** Somebody without a session; keeps the one an answer gives, as a browser does. */
  visitor(): Role;
  /** Signs in once and stays signed in. */
  signInAs(username: string, password: string): Promise<Role>;
  /** Chooses one of the demo's cast from the list. */
  enterAs(personId: Id): Promise<Role>;
}

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly call: string;
  readonly problem: ProblemBody;

  constructor(call: string, problem: ProblemBody) {
    super(`${call}: ${problem.code} ${problem.zh} ${problem.en} ${JSON.stringify(problem.details)}`);
    this.call = call;
    this.problem = problem;
  }
}

export function playOn(app: Injectable, makeId: () => Id = () => newId()): Player {
  const known = new Map<string, Promise<Role>>();
  const once = (key: string, enter: (role: Role) => Promise<unknown>): Promise<Role> => {
    const role = known.get(key) ?? entered(roleOn(app, makeId), enter);
    known.set(key, role);
    return role;
  };
  return {
    visitor: () => roleOn(app, makeId),
    signInAs: (username, password) => once(`user ${username}`, (role) => role.act('session.signIn', { username, password })),
    enterAs: (personId) => once(`person ${personId}`, (role) => role.act('session.demo', { personId })),
  };
}

async function entered(role: Role, enter: (role: Role) => Promise<unknown>): Promise<Role> {
  await enter(role);
  return role;
}

function roleOn(app: Injectable, makeId: () => Id): Role {
  const jar = new Map<string, string>();
  const call = async (name: string, request: Omit<Parameters<Injectable['inject']>[0], 'headers'>, type?: string): Promise<unknown> => {
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await app.inject({ ...request, headers: { ...(type ? { 'content-type': type } : {}), ...(cookie ? { cookie } : {}) } });
    for (const [key, value] of cookiesIn(answer.headers['set-cookie'])) jar.set(key, value);
    const body: unknown = answer.body === '' ? null : JSON.parse(answer.body);
    if (answer.statusCode !== 200) throw new Refused(name, body as ProblemBody);
    return body;
  };
  return {
    act: async (name, input, deviceAt) =>
      (await call(
        name,
        { method: 'POST', url: `/api/${name}`, payload: JSON.stringify({ actId: makeId(), deviceAt, ...(input as object) }) },
        'application/json',
      )) as never,
    read: async (name, query) => (await call(name, { method: 'GET', url: `/api/${name}?${queryOf(query as object)}` })) as never,
    upload: async (jpeg, { id = makeId(), ...taken }) => {
      const query = queryOf({ id, ...taken });
      const answer = (await call('photo.upload', { method: 'POST', url: `/api/photo.upload?${query}`, payload: jpeg }, 'image/jpeg')) as {
        id: Id;
      };
      return answer.id;
    },
  };
}

function queryOf(query: object): string {
  const entries = Object.entries(query).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, String(value)]]));
  return new URLSearchParams(entries).toString();
}

function cookiesIn(header: number | string | string[] | undefined): [string, string][] {
  const lines = Array.isArray(header) ? header : typeof header === 'string' ? [header] : [];
  return lines.map((line) => {
    const [pair = ''] = line.split(';');
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals), pair.slice(equals + 1)];
  });
}
