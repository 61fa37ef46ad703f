/** `script/roster INSTANCE.json [--seed N] [--seconds N]`: the fairest roster found, on standard output; how it went, on standard error. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { solving } from '#domain/roster/solve/solve.ts';
import { RosterInstance, taskOf } from './roster.instance.ts';

const [from = '.', ...given] = process.argv.slice(2);
const { values, positionals } = parseArgs({
  args: given,
  options: { seed: { type: 'string' }, seconds: { type: 'string' } },
  allowPositionals: true,
});
const [file] = positionals;
if (file === undefined) {
  console.error('script/roster INSTANCE.json [--seed N] [--seconds N]');
  process.exit(2);
}

let instance: RosterInstance;
try {
  instance = RosterInstance.parse(JSON.parse(await readFile(resolve(from, file), 'utf8')));
} catch (error) {
  console.error(
    `✗ ${file}：不是排班实例 / not a roster instance (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : error})`,
  );
  process.exit(1);
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const began = cpuSeconds();
const limit = Number(values.seconds ?? Number.POSITIVE_INFINITY);
const run = solving(taskOf(instance), values.seed === undefined ? {} : { seed: Number(values.seed) });
let next = run.next();
let first = 0;
while (!next.done) {
  if (first === 0) first = cpuSeconds() - began;
  if (cpuSeconds() - began > limit) break;
  next = run.next();
}
const solution = next.done ? next.value : next.value.solution();
console.log(
  JSON.stringify({
    assignments: solution.assignments.map((day) => day.map((crew) => crew.map((id) => (id === null ? null : Number(id))))),
  }),
);
console.error(
  `${instance.name}: cost ${solution.cost}, bound ${solution.bound} (${solution.proof}); first complete roster after ${first.toFixed(2)} s, ${solution.steps} steps, ${(cpuSeconds() - began).toFixed(1)} s CPU`,
);
console.error(JSON.stringify(solution.parts));
