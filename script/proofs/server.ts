/** Servers as they run in an office, each a process of its own, and clients that speak http with them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Injectable, playOn, type Role } from '#demo/player.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const PASSWORD = 'proof-password';
export const USERNAME = 'linxiao';

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** True once the process is gone. */
  hasEnded(): boolean;
  readonly ended: Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** `place`: DATA_DIR, and DATABASE_URL where the database is shared. What the server says of errors is shown when it does not start. */
export async function startServer(place: { readonly DATA_DIR: string; readonly DATABASE_URL?: string }): Promise<Server> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DEMO: '0', ...place };
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit').then(() => undefined);
  const url = await addressOf(child, ended);
  return {
    url,
    pid: child.pid!,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}

function addressOf(child: ChildProcess, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (text: string): void => {
      said = (said + text).slice(-10_000);
      const found = /is running: (\S+)/.exec(said);
      if (found) resolve(found[1]!);
    };
    child.stdout!.setEncoding('utf8').on('data', listen);
    child.stderr!.setEncoding('utf8').on('data', listen);
    void ended.then(() => reject(new Error(`the server did not start:\n${said}`)));
  });
}

/** What the player of the stories plays on, over real sockets. */
export function overHttp(url: () => string): Injectable {
  return {
    async inject({ method, url: path, headers, payload }) {
      const body = payload === undefined ? {} : { body: typeof payload === 'string' ? payload : new Uint8Array(payload) };
      const answer = await fetch(url() + path, { method, headers, ...body });
      return { statusCode: answer.status, body: await answer.text(), headers: { 'set-cookie': answer.headers.getSetCookie() } };
    },
  };
}

/** The first account of an empty installation. */
export async function firstClerk(url: string): Promise<Role> {
  const clerk = playOn(overHttp(() => url)).visitor();
  const names = { unitName: '青川市外事办公室', shortName: '市外办', name: '林晓' };
  await clerk.act('setup.firstAccount', { ...names, username: USERNAME, password: PASSWORD });
  return clerk;
}

/** The cookie of a new session. */
export async function signIn(url: string): Promise<string> {
  const body = JSON.stringify({ username: USERNAME, password: PASSWORD });
  const answer = await fetch(`${url}/api/session.signIn`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (answer.status !== 200) throw new Error(`signing in: ${answer.status}`);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}
