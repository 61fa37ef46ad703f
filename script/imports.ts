/** Checks the directions of imports, as docs and architecture draw them. Prints each breach as `file:line → file, why`; exit 1 when there is one. */
import { globSync, readFileSync } from 'node:fs';
import { findCycles, reachable } from './imports/graph.ts';
import { type Import, readImports } from './imports/read.ts';
import { notForThePhone, whyForbidden } from './imports/rules.ts';

process.chdir(new URL('..', import.meta.url).pathname);
const files = globSync(['domain', 'server', 'web', 'demo', 'stories', 'script'].map((wing) => `${wing}/**/*.{ts,tsx}`)).sort();
const imports: Import[] = files.flatMap((file) => readImports(file, readFileSync(file, 'utf8')));

const breaches: string[] = [];
const report = ({ from, line, to }: Import, why: string) => breaches.push(`${from}:${line} → ${to}, ${why}`);

for (const one of imports) {
  const why = whyForbidden(one);
  if (why) report(one, why);
}
const onThePhone = reachable('web/phone/main.tsx', imports);
for (const one of imports)
  if (!one.typeOnly && onThePhone.has(one.from) && notForThePhone(one.to)) report(one, 'the phone does not carry this package');
for (const cycle of findCycles(imports))
  report(cycle.at(-1)!, `a cycle: ${cycle.map(({ from }) => from).join(' → ')} → ${cycle.at(-1)!.to}`);

for (const breach of breaches) console.error(breach);
console.log(`${files.length} files, ${imports.length} imports, ${breaches.length} against the directions`);
process.exitCode = breaches.length ? 1 : 0;
