/**
 * Builds the two faces of the web and lays .br and .gz beside what is worth compressing. A stamp of the sources tells whether dist is new enough.
 * `--check` only answers (exit 0: new enough), `--force` builds in any case.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const STAMP = 'dist/stamp';
const SOURCES = ['web/**/*', 'domain/**/*', 'script/build.ts', 'package-lock.json', 'package.json', 'tsconfig.json'];
const COMPRESSED = ['js', 'css', 'html', 'svg', 'json', 'webmanifest'].map((ending) => `dist/{desk,phone}/**/*.${ending}`);
const SMALLEST = 1024;

process.chdir(new URL('..', import.meta.url).pathname);
const stamp = stampOfSources();
const fresh = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp;

if (process.argv.includes('--check')) process.exit(fresh ? 0 : 1);
if (!fresh || process.argv.includes('--force')) {
  const { build } = await import('vite'); // heavy, and most starts have nothing to build
  rmSync(STAMP, { force: true });
  await build({ configFile: 'web/desk/vite.config.ts', logLevel: 'error' });
  await build({ configFile: 'web/phone/vite.config.ts', logLevel: 'error' });
  await Promise.all(globSync(COMPRESSED).map(compress));
  mkdirSync('dist', { recursive: true });
  writeFileSync(STAMP, stamp);
}

function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES).sort()) {
    if (path.includes('.test.') || !statSync(path).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < SMALLEST) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}
