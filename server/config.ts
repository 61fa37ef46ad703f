/** The settings, all from the environment. Each has a value that works on a fresh machine. */
import { resolve } from 'node:path';

/** Something the person who starts the server can put right: told in one line, without a stack. */
export class StartupError extends Error {
  override name = 'StartupError';

  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
  }
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** A PostgreSQL of the operator's own; null starts the embedded one in the data folder. */
  readonly databaseUrl: string | null;
  /** Whether a first start makes the demo campaign. */
  readonly demo: boolean;
  /** Signs the sessions; null keeps one in the database, where all servers find it. */
  readonly secret: string | null;
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    port: readPort(env.PORT || '8080'),
    host: readHost(env.HOST || '127.0.0.1'),
    dataDir: resolve(env.DATA_DIR || './data'),
    databaseUrl: env.DATABASE_URL ? readDatabaseUrl(env.DATABASE_URL) : null,
    demo: readSwitch('DEMO', env.DEMO || '1'),
    secret: env.SECRET ? readSecret(env.SECRET) : null,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartupError(`PORT 应为 0 到 65535 的整数，现为“${text}”`, `PORT must be a whole number from 0 to 65535, not "${text}"`);
}

function readHost(text: string): string {
  if (/^[\w.:%-]+$/.test(text)) return text;
  throw new StartupError(`HOST 应为 IP 地址或主机名，现为“${text}”`, `HOST must be an IP address or a host name, not "${text}"`);
}

/** The value is never repeated in the message: it may hold a password. */
function readDatabaseUrl(text: string): string {
  const url = URL.parse(text);
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text;
  throw new StartupError(
    'DATABASE_URL 应形如 postgres://用户:密码@主机:5432/数据库',
    'DATABASE_URL must look like postgres://user:password@host:5432/database',
  );
}

function readSwitch(name: string, text: string): boolean {
  if (text === '1' || text === '0') return text === '1';
  throw new StartupError(`${name} 应为 1 或 0，现为“${text}”`, `${name} must be 1 or 0, not "${text}"`);
}

function readSecret(text: string): string {
  if (text.length >= 32) return text;
  throw new StartupError('SECRET 至少要有 32 个字符', 'SECRET must have at least 32 characters');
}
