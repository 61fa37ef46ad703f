/** Ways along imports that exist when the program runs. */
import type { Import } from './read.ts';

/** Every file of ours that comes along with `entry`, itself included. */
export function reachable(entry: string, imports: readonly Import[]): ReadonlySet<string> {
  const ways = byFile(imports);
  const seen = new Set([entry]);
  for (const file of seen) for (const { to } of ways.get(file) ?? []) seen.add(to);
  return seen;
}

/** Each cycle once, as the imports that close it. An import() call runs later and closes none, but following it costs nothing and keeps files apart. */
export function findCycles(imports: readonly Import[]): Import[][] {
  const ways = byFile(imports);
  const cycles: Import[][] = [];
  const done = new Set<string>();
  const path: Import[] = [];

  function walk(file: string): void {
    if (done.has(file)) return;
    const start = path.findIndex((step) => step.from === file);
    if (start >= 0) {
      cycles.push(path.slice(start));
      return;
    }
    for (const way of ways.get(file) ?? []) {
      path.push(way);
      walk(way.to);
      path.pop();
    }
    done.add(file);
  }

  for (const file of ways.keys()) walk(file);
  return cycles;
}

function byFile(imports: readonly Import[]): Map<string, Import[]> {
  return Map.groupBy(
    imports.filter((one) => one.ours && !one.typeOnly),
    (one) => one.from,
  );
}
