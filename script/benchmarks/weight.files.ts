/** What a browser fetches before the first page of an entry stands: the page, its scripts with all they import, its styles. */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const DIST = new URL('../../dist/', import.meta.url).pathname;

export interface Weight {
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly bytes: number;
}

/** Of a built entry; `page` names a lazily loaded page that belongs to the first paint. Bytes as served: brotli where there is one. */
export function weightOf(entry: 'desk' | 'phone', page?: string): Weight {
  const folder = join(DIST, entry);
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+\.(?:js|css))"/g)].map((found) => found[1]!);
  const wanted = new Set<string>(['index.html', ...first]);
  if (page) for (const name of loadedFor(folder, first, page)) wanted.add(name);
  for (const name of wanted) if (name.endsWith('.js')) for (const imported of importsOf(folder, name)) wanted.add(imported);
  const files = [...wanted].map((name) => ({ name, bytes: served(join(folder, name)) }));
  return { files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}

/** Static imports only: `import "./x.js"` and `from "./x.js"`. */
function importsOf(folder: string, name: string): string[] {
  const source = readFileSync(join(folder, name), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map((found) => `assets/${found[1]}`);
}

/** The list that stands beside the dynamic import of a page: its scripts and styles. */
function loadedFor(folder: string, entries: readonly string[], page: string): string[] {
  for (const entry of entries.filter((name) => name.endsWith('.js'))) {
    const source = readFileSync(join(folder, entry), 'utf8');
    const list = /m\.f\|\|\(m\.f=(\[[^\]]*\])/.exec(source)?.[1];
    const call = new RegExp(`import\\(["'\`]\\./(${page}-[^"'\`]+\\.js)["'\`]\\)[^,]{0,40},(?:__vite__mapDeps\\(\\[([\\d,]*)\\]\\))?`).exec(
      source,
    );
    if (!call) continue;
    const all = list ? (JSON.parse(list.replaceAll("'", '"').replaceAll('`', '"')) as string[]) : [];
    const named = (call[2] ?? '').split(',').filter(Boolean);
    return [`assets/${call[1]}`, ...named.map((i) => all[Number(i)]!.replace(/^.*assets\//, 'assets/'))];
  }
  throw new Error(`${basename(folder)} loads no page ${page}`);
}

function served(path: string): number {
  return statSync(`${path}.br`, { throwIfNoEntry: false })?.size ?? statSync(path).size;
}
