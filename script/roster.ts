/**
 * `script/roster INSTANCE.json [--seed N] [--seconds N]`: the fairest roster found, on standard output; how it went, on standard error.
 * `--absent "3:40-52,7:12"`: then person 3 is not there on the patrol days 40 to 52 (counted from 0) and person 7 not on day 12. Printed
 * is the roster repaired with the fewest changed seats, nothing changed before the first of these days; how many seats changed and how
 * many must at least, on standard error, the other choices after it.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mustsBroken } from '#domain/roster/solve/cost.ts';
import { repair } from '#domain/roster/solve/repair.ts';
import { solving } from '#domain/roster/solve/solve.ts';
import type { Solution } from '#domain/roster/solve/task.ts';
import { RosterInstance, readAbsences, type SuddenAbsence, taskOf, withAbsences } from './roster.instance.ts';

const [from = '.', ...given] = process.argv.slice(2);
const { values, positionals } = parseArgs({
  args: given,
  options: { seed: { type: 'string' }, seconds: { type: 'string' }, absent: { type: 'string' } },
  allowPositionals: true,
});
const [file] = positionals;
if (file === undefined) {
  console.error('script/roster INSTANCE.json [--seed N] [--seconds N] [--absent "P:D1-D2,P:D…"]');
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
const task = taskOf(instance);
let absences: SuddenAbsence[] = [];
try {
  if (values.absent !== undefined) absences = readAbsences(values.absent, task);
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exit(2);
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const solution = solveIt();
print(absences.length === 0 ? solution.assignments : repairIt());

function solveIt(): Solution {
  const began = cpuSeconds();
  const limit = Number(values.seconds ?? Number.POSITIVE_INFINITY);
  const run = solving(task, values.seed === undefined ? {} : { seed: Number(values.seed) });
  let next = run.next();
  let first = 0;
  while (!next.done) {
    if (first === 0) first = cpuSeconds() - began;
    if (cpuSeconds() - began > limit) break;
    next = run.next();
  }
  const found = next.done ? next.value : next.value.solution();
  console.error(
    `${instance.name}: cost ${found.cost}, bound ${found.bound} (${found.proof}); first complete roster after ${first.toFixed(2)} s, ${found.steps} steps, ${(cpuSeconds() - began).toFixed(1)} s CPU`,
  );
  console.error(JSON.stringify(found.parts));
  return found;
}

function repairIt(): Solution['assignments'] {
  const began = cpuSeconds();
  const first = Math.min(...absences.map((one) => one.from));
  const { vacated, fewest, choices } = repair(withAbsences(task, absences), solution.assignments, { from: first });
  const seconds = (cpuSeconds() - began).toFixed(2);
  const [best] = choices;
  console.error(
    `repair: ${vacated} seats vacated, ${best?.changes.length ?? 0} changed, at least ${fewest} must; ${best ? mustsBroken(best.parts) : 0} musts broken, ${seconds} s CPU`,
  );
  for (const { kind, changes, cost, parts } of choices)
    console.error(`${kind}: ${changes.length} seats, cost ${cost} ${JSON.stringify(parts)}`);
  return best?.assignments ?? solution.assignments;
}

function print(assignments: Solution['assignments']): void {
  const ids = new Map(instance.people.map(({ id }) => [String(id), id]));
  console.log(
    JSON.stringify({ assignments: assignments.map((day) => day.map((crew) => crew.map((id) => (id === null ? null : ids.get(id))))) }),
  );
}
