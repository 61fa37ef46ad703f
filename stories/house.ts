/** A house to play a story in: a real database of its own, files in a folder of its own, a clock that the story moves. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Player, playOn, Refused, type Role } from '#demo/player.ts';
import { instantOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import { type AppDeps, createApp } from '#server/app.ts';
import { openDatabase } from '#server/platform/database.ts';
import { openFileStore } from '#server/platform/files.ts';
import { startTestPostgres } from '#server/platform/testing/postgres.ts';

export interface House {
  readonly app: FastifyInstance;
  /** A second server on the same database and files. */
  another(settings?: Pick<AppDeps, 'delivery'>): Promise<FastifyInstance>;
  readonly database: ReturnType<typeof openDatabase>;
  /** The data folder, with the uploaded files in it. */
  readonly dataDir: string;
  readonly people: Player;
  /** Moves the clock: `at('2026-05-06', '09:10')`, office time. */
  at(day: string, time?: string): void;
  /** The time in the house, in milliseconds since the epoch. */
  now(): number;
  close(): Promise<void>;
}

export const SECRET = 'a secret for tests only, thirty-two bytes';
export const PASSWORD = 'story-password';

export async function openHouse(settings: Pick<AppDeps, 'tls' | 'trustProxy' | 'delivery'> = {}): Promise<House> {
  const postgres = await startTestPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-story-'));
  const database = openDatabase(postgres.poolConfig);
  let now = Date.now();
  const files = openFileStore(join(folder, 'files'));
  const deps = { db: database.db, files, clock: () => now, demo: false, webRoot: null, log: false, secret: SECRET, ...settings };
  const apps = [await createApp(deps)];
  return {
    app: apps[0]!,
    async another(other = {}) {
      const app = await createApp({ ...deps, ...other });
      apps.push(app);
      return app;
    },
    database,
    dataDir: folder,
    people: playOn(apps[0]!),
    at(day, time = '09:00') {
      now = Date.parse(instantOf(day, time));
    },
    now: () => now,
    async close() {
      for (const app of apps) await app.close();
      await database.pool.end();
      await postgres.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks again and again until something is there, and answers it. */
export async function until<T>(what: string, look: () => Promise<T | false | undefined | null>): Promise<T> {
  for (const end = Date.now() + 20_000; ; await sleep(25)) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`never: ${what}`);
  }
}

/** For `assert.rejects`: the call was refused with this Problem. */
export const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.problem.code === code;

/** The address of the house's database, or of another on its server. */
export function urlOf({ database }: Pick<House, 'database'>, name = database.pool.options.database!): string {
  const { host, port, user, password } = database.pool.options;
  const at = `${encodeURIComponent(user!)}:${encodeURIComponent(String(password ?? ''))}@localhost:${port}`;
  return `postgres://${at}/${name}?host=${encodeURIComponent(host!)}`;
}

/** The first account of an empty house: its campaign clerk. */
export async function firstClerk(house: House): Promise<Role> {
  const clerk = house.people.visitor();
  await clerk.act('setup.firstAccount', {
    unitName: '青川市外事办公室',
    shortName: '市外办',
    name: '林晓',
    username: 'linxiao',
    password: PASSWORD,
  });
  return clerk;
}

/** Adds an officer with an account and answers signed in. */
export async function hire(
  house: House,
  clerk: Role,
  name: string,
  username: string,
  kind: 'officer' | 'leaderInCharge' | 'topLeader' | 'sectionHead' = 'officer',
  unitId?: string,
): Promise<Role & { readonly id: string }> {
  const id = newId();
  await clerk.act('person.add', {
    id,
    name,
    ...(unitId ? { unitId } : {}),
    posts: [{ kind: unitId ? 'liaison' : kind, sectionId: null, title: kind }],
  });
  await clerk.act('person.giveAccount', { id, username, password: PASSWORD });
  return { id, ...(await house.people.signInAs(username, PASSWORD)) };
}
