/** The browser of the tests: one that stands on the machine, else the one an npm package carries (it has no Chinese font: fine for tests, not for pictures). */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ON_THE_MACHINE = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium-browser'];

/** No sandbox for root because Chromium refuses to start otherwise; no traffic of its own, so that tests see only theirs. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
  '--disable-gpu',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!canRun(named)) throw new Error(`CHROME_PATH is not a program: ${named}`);
    return { executablePath: named, args: ARGS };
  }
  const found = ON_THE_MACHINE.find(canRun);
  if (found) return { executablePath: found, args: ARGS };
  return { executablePath: unpackCarried(), args: [...new Set([...ARGS, '--no-sandbox', '--headless'])] };
}

/**
 * Unpacks the carried browser among the temporary files, once per user. The package also carries the few libraries a bare machine lacks, but gives
 * them out only where it believes itself in the cloud it was made for; so it is told that, in a process of its own.
 */
function unpackCarried(): string {
  const kept = join(tmpdir(), `chromium-of-npm-${process.getuid?.() ?? 0}`);
  const start = join(kept, 'start');
  if (existsSync(start) && statSync(kept).uid === process.getuid?.()) return start;
  const draft = mkdtempSync(`${kept}.`);
  const unpack = "import carried from '@sparticuz/chromium'; await carried.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  writeFileSync(join(draft, 'start'), START, { mode: 0o755 });
  try {
    renameSync(draft, kept);
    return start;
  } catch {
    return join(draft, 'start'); // another process was quicker; this copy serves this run
  }
}

const START = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib"
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
