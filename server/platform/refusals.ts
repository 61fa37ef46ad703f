/** Turns whatever went wrong into a Problem: bad input, constraints of the database, a database that is away. */
import type { FastifyError } from 'fastify';
import { z } from 'zod';
import { Problem, type ProblemCode } from '#domain/kernel/problem.ts';

const zhErrors = z.locales.zhCN().localeError;

/** Parses by schema or throws `request.invalid` with the first fault in both languages. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0]!;
  const field = first.path.join('.');
  if (isMissing(first, value)) throw new Problem('request.invalid', { field, zh: '必须填写', en: 'it is required' });
  if (first.message.includes(' / ')) {
    const [zh, en] = first.message.split(' / ');
    throw new Problem('request.invalid', { field, zh, en });
  }
  const chinese = schema.safeParse(value, { error: zhErrors }).error!.issues[0]!;
  throw new Problem('request.invalid', { field, zh: chinese.message, en: first.message });
}

function isMissing(issue: z.core.$ZodIssue, value: unknown): boolean {
  const given = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key as string], value);
  return given === undefined || (given === null && issue.code === 'invalid_type');
}

/** Unique constraints that a person can run into, by name. */
const constraints: Record<string, ProblemCode> = {
  auth_user_username_key: 'account.nameTaken',
  auth_user_email_key: 'account.nameTaken',
  message_channel_address: 'channel.exists',
  seat_one_place_a_day: 'roster.seatTwice',
  issue_photo_photo_id_key: 'issue.photoUsed',
};

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string';

/** Deadlocks and serialization failures: the same act simply runs again. */
export function isWorthAnotherTry(error: unknown): boolean {
  return isDatabaseError(error) && (error.code === '40001' || error.code === '40P01');
}

const AWAY = /^(08|53|57P)/;
const AWAY_NODE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);

export function problemFor(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (!isDatabaseError(error))
    return error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
      ? new Problem('server.busy')
      : null;
  if (error.code === '23505') return new Problem(constraints[error.constraint ?? ''] ?? 'record.exists');
  if (error.code === '23503') return new Problem('record.notFound');
  // What no schema caught and the database cannot hold: numbers and years out of range, half characters.
  if (error.code.startsWith('22')) {
    return new Problem('request.invalid', { zh: '含有不能保存的值', en: 'it holds a value that cannot be kept' });
  }
  if (AWAY.test(error.code) || AWAY_NODE.has(error.code) || isWorthAnotherTry(error)) return new Problem('server.busy');
  return fastifyProblem(error as unknown as FastifyError);
}

function fastifyProblem(error: FastifyError): Problem | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('request.tooLarge', { limit: '12 MB' });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('request.wrongType', { expected: 'application/json' });
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY') return new Problem('request.notJson');
  if (error.statusCode === 400) return new Problem('request.notJson');
  return null;
}
