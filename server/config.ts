/** The settings, all from the environment. Each has a value that works on a fresh machine. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';

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
  /** Certificate chain and key in PEM, both from files: the server then speaks https itself. */
  readonly tls: Tls | null;
  /** The addresses and networks whose forwarded headers are believed; empty believes nobody. */
  readonly trustProxy: readonly string[];
  /** Seals the secrets of message channels; null keeps one in the data folder. */
  readonly channelKey: string | null;
  /** Hosts of the own network that message channels may reach, each as 'host' or 'host:port'. */
  readonly privateChannels: ReadonlySet<string>;
}

export interface Tls {
  readonly cert: string;
  readonly key: string;
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    port: readPort(env.PORT || '8080'),
    host: readHost(env.HOST || '127.0.0.1'),
    dataDir: resolve(env.DATA_DIR || './data'),
    databaseUrl: env.DATABASE_URL ? readDatabaseUrl(env.DATABASE_URL) : null,
    demo: readSwitch('DEMO', env.DEMO || '1'),
    secret: env.SECRET ? readSecret('SECRET', env.SECRET) : null,
    tls: readTls(env.TLS_CERT || null, env.TLS_KEY || null),
    trustProxy: readTrustProxy(env.TRUST_PROXY || 'loopback'),
    channelKey: env.CHANNEL_KEY ? readSecret('CHANNEL_KEY', env.CHANNEL_KEY) : null,
    privateChannels: readHosts(env.ALLOW_PRIVATE_CHANNELS || ''),
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

function readSecret(name: string, text: string): string {
  if (text.length >= 32) return text;
  throw new StartupError(`${name} 至少要有 32 个字符`, `${name} must have at least 32 characters`);
}

function readHosts(text: string): ReadonlySet<string> {
  const hosts = text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  const wrong = hosts.find((host) => !/^[\w.:-]+$/.test(host));
  if (wrong === undefined) return new Set(hosts);
  throw new StartupError(
    `ALLOW_PRIVATE_CHANNELS 应为用逗号分隔的主机或 主机:端口，现有“${wrong}”`,
    `ALLOW_PRIVATE_CHANNELS must be hosts or host:port separated by commas, not "${wrong}"`,
  );
}

/** Looked at before anything else starts: a key of another certificate must not show only when the first phone comes. */
function readTls(certPath: string | null, keyPath: string | null): Tls | null {
  if (!certPath && !keyPath) return null;
  if (!certPath || !keyPath) throw new StartupError('TLS_CERT 和 TLS_KEY 要一起设置', 'TLS_CERT and TLS_KEY must be set together');
  const tls = { cert: readPem('TLS_CERT', certPath), key: readPem('TLS_KEY', keyPath) };
  try {
    createSecureContext(tls);
  } catch {
    throw new StartupError(
      'TLS_CERT 与 TLS_KEY 不是一对可用的 PEM 证书和私钥（私钥不能有密码）',
      'TLS_CERT and TLS_KEY are not a usable pair of certificate and key in PEM (the key without a password)',
    );
  }
  return tls;
}

function readPem(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new StartupError(`读不到 ${name} 指定的文件 ${path}`, `cannot read the file ${path} of ${name}`);
  }
}

const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** `none`, or addresses, networks (10.0.0.0/8) and the names above, separated by commas. */
function readTrustProxy(text: string): string[] {
  if (text === 'none') return [];
  const parts = text.split(',').map((part) => part.trim());
  const wrong = parts.find((part) => !NETWORKS.includes(part) && !isNetwork(part));
  if (wrong === undefined) return parts;
  throw new StartupError(
    `TRUST_PROXY 应为 none，或用逗号分隔的地址、网段和 ${NETWORKS.join('、')}，现有“${wrong}”`,
    `TRUST_PROXY must be none, or addresses, networks and ${NETWORKS.join(', ')} separated by commas, not "${wrong}"`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128));
}
