/**
 * A Problem has a code, an HTTP status, details and a sentence in both languages (RFC 9457 on the wire). Rules, routes and the database's
 * constraints all speak in these; problem.kinds.ts lists them.
 */
import { type Details, problemKinds } from './problem.kinds.ts';
import type { Words } from './words.ts';

export type ProblemCode = keyof typeof problemKinds;

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(problemKinds[code].en(details));
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return problemKinds[this.code].status;
  }

  get words(): Words {
    return problemWords(this.code, this.details);
  }

  /** The answer on the wire: RFC 9457 fields, with the Chinese sentence beside the English one. */
  toJSON(): ProblemBody {
    return {
      type: `/problems/${this.code}`,
      code: this.code,
      status: this.status,
      zh: this.words.zh,
      en: this.words.en,
      details: this.details,
    };
  }
}

export interface ProblemBody {
  readonly type: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly details: Details;
}

export function problemWords(code: ProblemCode, details: Details = {}): Words {
  const found = problemKinds[code];
  return { zh: found.zh(details), en: found.en(details) };
}
