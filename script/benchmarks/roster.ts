/**
 * The roster solver on the seeded instances: how soon a complete roster stands, how fair it gets, what it proved, for how much CPU; and
 * after three sudden absences, how many seats a repair changes where so many must.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mustsBroken } from '#domain/roster/solve/cost.ts';
import { seeded } from '#domain/roster/solve/random.ts';
import { repair } from '#domain/roster/solve/repair.ts';
import { solving } from '#domain/roster/solve/solve.ts';
import type { RosterTask, Solution } from '#domain/roster/solve/task.ts';
import { RosterInstance, taskOf } from '../roster.instance.ts';

const GENERATOR = fileURLToPath(new URL('../../../shared/roster/roster.mjs', import.meta.url));
const NAMES = ['unit20', 'unit40', 'city200'] as const;
const SEEDS = [2018, 1, 2, 3] as const;

interface Row {
  readonly instance: string;
  readonly seed: number;
  readonly firstSeconds: number;
  readonly cpuSeconds: number;
  readonly steps: number;
  readonly cost: number;
  readonly bound: number;
  readonly musts: number;
}

export async function bench(json: boolean): Promise<void> {
  if (!existsSync(GENERATOR)) {
    console.error('The roster instances are not beside this checkout.');
    process.exit(1);
  }
  if (!json) console.log('instance   seed   first s    CPU s       steps     cost    bound   musts broken');
  const rows: Row[] = [];
  const repairs: RepairRow[] = [];
  for (const name of NAMES)
    for (const seed of SEEDS) {
      const { row, task, solution } = measure(name, seed);
      rows.push(row);
      repairs.push(measureRepair(name, seed, task, solution));
      if (!json)
        console.log(
          `${name.padEnd(9)} ${String(seed).padStart(5)} ${row.firstSeconds.toFixed(2).padStart(9)} ${row.cpuSeconds.toFixed(1).padStart(8)} ${String(row.steps).padStart(11)} ${row.cost.toFixed(2).padStart(8)} ${row.bound.toFixed(2).padStart(8)} ${String(row.musts).padStart(8)}`,
        );
    }
  if (json) console.log(JSON.stringify({ rows, repairs }));
  else printRepairs(repairs);
}

function measure(name: string, seed: number): { readonly row: Row; readonly task: RosterTask; readonly solution: Solution } {
  const { stdout } = spawnSync(process.execPath, [GENERATOR, 'gen', name, String(seed)], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const task = taskOf(RosterInstance.parse(JSON.parse(stdout)));
  const began = process.cpuUsage();
  const cpu = (): number => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  };
  const run = solving(task);
  let next = run.next();
  const firstSeconds = cpu();
  while (!next.done) next = run.next();
  const { cost, bound, steps, parts } = next.value;
  const row = { instance: name, seed, firstSeconds, cpuSeconds: cpu(), steps, cost, bound, musts: mustsBroken(parts) };
  return { row, task, solution: next.value };
}

interface RepairRow {
  readonly instance: string;
  readonly seed: number;
  readonly vacated: number;
  /** No repair changes fewer seats. */
  readonly fewest: number;
  readonly changed: number;
  readonly choices: string;
  readonly musts: number;
  readonly cpuSeconds: number;
}

const ABSENT = 3;
const ABSENT_DAYS = 6;

/** Three people who serve are suddenly away for two weeks from the same day on; nothing before it may change. */
function measureRepair(instance: string, seed: number, task: RosterTask, { assignments }: Solution): RepairRow {
  const random = seeded(seed);
  const from = Math.floor(task.days.length / 3);
  const until = from + ABSENT_DAYS - 1;
  const serving = [...new Set(assignments.slice(from, until + 1).flat(2))];
  const absent = new Set(Array.from({ length: ABSENT }, () => serving[random.below(serving.length)]));
  const people = task.people.map((person) =>
    absent.has(person.id) ? { ...person, present: person.present.map((there, day) => there && (day < from || day > until)) } : person,
  );
  const began = process.cpuUsage();
  const { vacated, fewest, choices } = repair({ ...task, people }, assignments, { from });
  const { user, system } = process.cpuUsage(began);
  const [first] = choices;
  return {
    instance,
    seed,
    vacated,
    fewest,
    changed: first?.changes.length ?? 0,
    choices: choices.map(({ kind, changes, cost }) => `${kind} ${changes.length}/${cost.toFixed(1)}`).join(', '),
    musts: first ? mustsBroken(first.parts) : 0,
    cpuSeconds: (user + system) / 1e6,
  };
}

function printRepairs(rows: readonly RepairRow[]): void {
  console.log('\nthree people suddenly away: seats they leave, fewest that must change, changed; all choices as kind seats/cost');
  for (const { instance, seed, vacated, fewest, changed, musts, cpuSeconds, choices } of rows)
    console.log(
      `${instance.padEnd(9)} ${String(seed).padStart(5)}  vacated ${String(vacated).padStart(2)}  fewest ${String(fewest).padStart(2)}  changed ${String(changed).padStart(2)}  musts broken ${musts}  ${cpuSeconds.toFixed(2)} s  ${choices}`,
    );
}
