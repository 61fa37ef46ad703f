/** The limit of a problem and what has been used of it. */
import { z } from 'zod';
import { type Limit, limitUnits } from '../kernel/limit.ts';

const LimitSchema: z.ZodType<Limit> = z.object({
  n: z.int().min(1).max(400),
  unit: z.enum(Object.keys(limitUnits) as [keyof typeof limitUnits, ...(keyof typeof limitUnits)[]]),
});

export const IssueClock = z.object({
  limit: LimitSchema,
  holderId: z.string().describe('the unit whose time runs or ran last'),
  spent: z.record(z.string(), z.int()).describe('unit → milliseconds of the limit used, the present run not counted'),
  granted: z.record(z.string(), z.int()).describe('unit → extensions, each as long as the limit'),
  runsFrom: z.string().nullable().describe('null while it stands'),
  resumesAt: z.string().nullable().describe('when a suspended one runs again by itself'),
});
export type IssueClock = z.infer<typeof IssueClock>;
