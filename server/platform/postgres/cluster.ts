/** A database folder: made once, run by one postgres at a time. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../../config.ts';
import { type Account, canReach, makePrivateFolder } from './account.ts';
import type { Binaries } from './binaries.ts';

/** The superuser of the cluster and the database in it bear one name. No password: only who gets into the folder reaches the socket. */
export const NAME = 'chuangcheng';

const LARGEST_LOG = 5_000_000;
/** No settings of the person's own PostgreSQL (PGDATA, PGOPTIONS …) may slip in. */
const ENV = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export interface Cluster {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly account: Account;
}

/** Makes the folder when it is missing, whole or not at all; refuses one of another version of PostgreSQL. */
export async function prepareCluster(cluster: Cluster, options: { sync: boolean; signal?: AbortSignal }): Promise<void> {
  const { folder, binaries } = cluster;
  if (!existsSync(folder)) return makeCluster(cluster, options);
  const found = readMajor(folder);
  if (found === binaries.major) return;
  throw new StartupError(
    `数据目录中的数据库是 PostgreSQL ${found}，本程序自带 ${binaries.major}：请先用原版本程序导出数据，或用 DATABASE_URL 连接 PostgreSQL ${found}`,
    `the data folder holds a PostgreSQL ${found} database and this program carries ${binaries.major}: export it with the program that made it, or run a PostgreSQL ${found} on it and set DATABASE_URL`,
  );
}

function readMajor(folder: string): string {
  try {
    return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new StartupError(`${folder} 不是数据库目录，请移走后重试`, `${folder} is not a database folder; move it away and try again`);
    }
    throw new StartupError(`数据目录 ${folder} 属于另一个用户`, `the database folder ${folder} belongs to another user`);
  }
}

async function makeCluster(cluster: Cluster, options: { sync: boolean; signal?: AbortSignal }): Promise<void> {
  const draft = `${cluster.folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  makePrivateFolder(draft, cluster.account);
  const args = ['-D', pathFor(draft, cluster.account), '-U', NAME, '--auth=trust', '--encoding=UTF8', '--locale=C'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', ...(options.sync ? [] : ['--no-sync']));
  const place = { cwd: draft, env: ENV, signal: options.signal, ...cluster.account };
  await promisify(execFile)(join(cluster.binaries.folder, 'bin/initdb'), args, place);
  renameSync(draft, cluster.folder);
}

/** The socket lies in this folder; what postgres has to say goes to `logFile`. In a session of its own, so that Ctrl-C in the terminal does not reach it before us. */
export function launch(cluster: Cluster, socketFolder: string, logFile: string): ChildProcess {
  const socket = socketFolder === cluster.folder ? '.' : socketFolder;
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socket}`,
    'unix_socket_permissions=0700',
    'shared_buffers=64MB',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const args = ['-D', pathFor(cluster.folder, cluster.account), ...settings.flatMap((setting) => ['-c', setting])];
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(logFile, `${logFile}.old`);
  const log = openSync(logFile, 'a', 0o600);
  const stdio = ['ignore' as const, log, log];
  const child = spawn(join(cluster.binaries.folder, 'bin/postgres'), args, {
    cwd: cluster.folder,
    env: ENV,
    detached: true,
    stdio,
    ...cluster.account,
  });
  closeSync(log);
  child.unref();
  return child;
}

/**
 * How the account names the folder it is started in. When a parent folder is closed to it (the home of root), the way through /proc
 * still leads there: the working folder was entered with our rights.
 */
export function pathFor(folder: string, account: Account): string {
  return canReach(folder, account) ? folder : '/proc/self/cwd';
}
