/** A phone that cannot reach the server hands its queue over as a file; the clerk brings it in, act by act. */
import { z } from 'zod';
import { act, id } from '../kernel/contract.ts';
import { isBringable } from './queue.rules.ts';

export const queueBring = act('queue.bring', {
  words: { zh: '代为导入', en: "Bring in somebody's act" },
  input: z.object({
    personId: id.describe('who acted, on the phone'),
    name: z.string().max(60).refine(isBringable, { message: '这种操作不能代为导入 / an act of this kind cannot be brought in' }),
    body: z.string().max(200_000).describe('the act as the phone would have sent it, its own actId in it, as JSON text'),
    seal: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('HMAC-SHA-256 of name, line feed and body under the key that session.state gave to that person'),
  }),
  output: z.object({ answer: z.json().describe('what the act itself answers') }),
  problems: ['queue.notSealed'],
});
