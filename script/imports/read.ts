/** Finds the imports of a file by their look; a full parser is not needed for code a formatter has laid out. */
import { posix } from 'node:path';

export interface Import {
  /** The file that imports, from the project's folder. */
  readonly from: string;
  readonly line: number;
  /** A file of ours by its path, or a package by its name ('zod', 'node:fs', '@fastify/static'). */
  readonly to: string;
  readonly ours: boolean;
  /** Gone when the program runs. */
  readonly typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[\w*{][^'";=]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;
const CALL = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const OUR_WING = /^#(domain|server|web|demo|stories)\//;

export function readImports(from: string, source: string): Import[] {
  const statements = Array.from(source.matchAll(STATEMENT), (match) => ({
    at: match.index,
    name: match[2]!,
    typeOnly: match[1] !== undefined,
  }));
  const calls = Array.from(source.matchAll(CALL), (match) => ({ at: match.index, name: match[1]!, typeOnly: false })).filter(
    ({ at }) => !isInComment(source, at),
  );
  return [...statements, ...calls].map(({ at, name, typeOnly }) => ({
    from,
    line: source.slice(0, at).split('\n').length,
    ...resolve(from, name),
    typeOnly,
  }));
}

function resolve(from: string, name: string): { to: string; ours: boolean } {
  if (name.startsWith('.')) return { to: posix.join(posix.dirname(from), name), ours: true };
  return OUR_WING.test(name) ? { to: name.slice(1), ours: true } : { to: name, ours: false };
}

function isInComment(source: string, at: number): boolean {
  const lineStart = source.lastIndexOf('\n', at) + 1;
  return /^\s*(\/\/|\*|\/\*)/.test(source.slice(lineStart, at));
}
