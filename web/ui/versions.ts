/** The two versions of a conflict in words: what stands there now, and what was about to be sent. */
import type { Json } from '#domain/kernel/fact.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';

/** Null where the Problem carries no versions. */
export function versionsOf(problem: ProblemBody): { readonly theirs: string; readonly yours: string } | null {
  const { theirs, yours } = problem.details;
  return problem.code === 'record.changed' && theirs !== undefined && yours !== undefined
    ? { theirs: sayValue(theirs), yours: sayValue(yours) }
    : null;
}

/** A value as a person reads it: lists joined, a post by its title, the values of other records in their order. */
export function sayValue(value: Json): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value !== 'object') return String(value);
  if ('title' in value && typeof value.title === 'string') return value.title;
  return (Array.isArray(value) ? value : Object.values(value)).map((one) => sayValue(one ?? null)).join('、') || '—';
}
