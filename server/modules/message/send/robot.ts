/** What the three group robots have in common: HTTP 200 with a code and a message in the body. */
import type { Words } from '#domain/kernel/words.ts';
import type { Outcome } from '#domain/message/attempt.ts';
import type { Answered, Posted } from './post.ts';

export interface RobotCodes {
  readonly ok: (json: Readonly<Record<string, unknown>>) => boolean;
  readonly code: (json: Readonly<Record<string, unknown>>) => number | null;
  readonly isTooFast: (code: number, said: string) => boolean;
  readonly restMs: number;
  /** Codes that a person must put right, with what to look at. */
  readonly lasting: Readonly<Record<number, Words>>;
}

export const noAddress: Outcome = {
  kind: 'refused',
  lasting: true,
  answer: '',
  why: { zh: '渠道还没有填写地址', en: 'the channel has no address yet' },
};

export function outcomeOf(posted: Posted, codes: RobotCodes): Outcome {
  if (posted.kind !== 'answered') return posted;
  const { status, text, json, retryAfterMs } = posted;
  if (status === 429) return { kind: 'tooFast', answer: text, why: tooFastWords, restMs: retryAfterMs ?? codes.restMs };
  const code = json && codes.code(json);
  // Some answer with a status of refusal and a code that says more.
  if (status >= 300 && code === null) return refusedByStatus(posted);
  if (!json || code === null) return { kind: 'unanswered', answer: text, why: gibberish };
  if (codes.ok(json)) return { kind: 'accepted', answer: text };
  if (codes.isTooFast(code, text)) return { kind: 'tooFast', answer: text, why: tooFastWords, restMs: codes.restMs };
  const hint = codes.lasting[code];
  return {
    kind: 'refused',
    lasting: hint !== undefined,
    answer: text,
    why: hint
      ? { zh: `${hint.zh}（${code}）`, en: `${hint.en} (${code})` }
      : { zh: `对方返回错误 ${code}`, en: `the service answered error ${code}` },
  };
}

export function refusedByStatus({ status, text }: Answered): Outcome {
  const moved = status < 400;
  return {
    kind: 'refused',
    lasting: true,
    answer: `HTTP ${status} ${text}`,
    why: moved
      ? { zh: `地址已转移（HTTP ${status}），请填写新地址`, en: `the address has moved (HTTP ${status}); enter the new one` }
      : { zh: `对方不接受（HTTP ${status}），请核对地址和密钥`, en: `the service refuses it (HTTP ${status}); check address and secret` },
  };
}

export const tooFastWords: Words = { zh: '发得太快，对方要求稍候', en: 'too fast for the service' };
export const gibberish: Words = { zh: '对方的回执看不懂', en: 'its answer cannot be read' };

export const numberIn = (json: Readonly<Record<string, unknown>>, ...names: readonly string[]): number | null => {
  for (const name of names) if (typeof json[name] === 'number') return json[name];
  return null;
};
