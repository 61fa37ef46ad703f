/** `script/bench NAME [--json]`: measures one thing and prints how it was made. Each benchmark is a file in script/benchmarks/ with a plain name; its parts bear its name. */
import { readdirSync } from 'node:fs';

const names = readdirSync(new URL('benchmarks/', import.meta.url))
  .flatMap((file) => (/^\w+\.ts$/.test(file) ? [file.slice(0, -'.ts'.length)] : []))
  .sort();
const [name = '', ...options] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`script/bench NAME [--json]   NAME: ${names.join(', ')}`);
  process.exit(2);
}
const { bench } = (await import(new URL(`benchmarks/${name}.ts`, import.meta.url).href)) as { bench(json: boolean): Promise<void> };
await bench(options.includes('--json'));
