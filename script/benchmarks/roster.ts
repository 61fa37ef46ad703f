/** The roster solver on the seeded instances: how soon a complete roster stands, how fair it gets, what it proved, for how much CPU. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { solving } from '#domain/roster/solve/solve.ts';
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
  for (const name of NAMES)
    for (const seed of SEEDS) {
      const row = measure(name, seed);
      rows.push(row);
      if (!json)
        console.log(
          `${name.padEnd(9)} ${String(seed).padStart(5)} ${row.firstSeconds.toFixed(2).padStart(9)} ${row.cpuSeconds.toFixed(1).padStart(8)} ${String(row.steps).padStart(11)} ${row.cost.toFixed(2).padStart(8)} ${row.bound.toFixed(2).padStart(8)} ${String(row.musts).padStart(8)}`,
        );
    }
  if (json) console.log(JSON.stringify({ rows }));
}

function measure(name: string, seed: number): Row {
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
  return {
    instance: name,
    seed,
    firstSeconds,
    cpuSeconds: cpu(),
    steps,
    cost,
    bound,
    musts: parts.empty + parts.rest + parts.gap + parts.apart,
  };
}
