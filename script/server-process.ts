/** A server as it runs in an office: a process of its own, its address known from what it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** True once the process is gone. */
  hasEnded(): boolean;
  readonly ended: Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * `settings`: DATA_DIR, and whatever else differs from an empty office of one's own on a free port. What the server says is shown when it
 * does not start.
 */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<Server> {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    DEMO: '0',
    ...settings,
  };
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
