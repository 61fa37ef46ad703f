/**
 * One contract per call, shared: the server binds it, the web calls it, the OpenAPI document and the tests list it.
 * A `read` is a GET whose input stands in the query string, a `download` one that answers with a file; an `act` is a POST that carries
 * the id of the act.
 */
import { z } from 'zod';
import type { ProblemCode } from './problem.ts';
import type { Words } from './words.ts';

export interface Contract<
  Name extends string = string,
  Kind extends 'read' | 'act' | 'download' = 'read' | 'act' | 'download',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly name: Name;
  readonly words: Words;
  readonly input: Input;
  readonly output: Output;
  /** Problems of this call beyond those every call may answer with. */
  readonly problems: readonly ProblemCode[];
  /** Callable without a session. */
  readonly open: boolean;
  /** Of the file that a download answers with. */
  readonly mime?: string;
}

interface Terms<Input, Output> {
  readonly words: Words;
  readonly input: Input;
  readonly output: Output;
  readonly problems?: readonly ProblemCode[];
  readonly open?: boolean;
}

export function read<const Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  name: Name,
  terms: Terms<Input, Output>,
): Contract<Name, 'read', Input, Output> {
  return { kind: 'read', name, problems: [], open: false, ...terms };
}

export function act<const Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  name: Name,
  terms: Terms<Input, Output>,
): Contract<Name, 'act', Input, Output> {
  return { kind: 'act', name, problems: [], open: false, ...terms };
}

export const methodOf = ({ kind }: Pick<Contract, 'kind'>): 'GET' | 'POST' => (kind === 'act' ? 'POST' : 'GET');

/** A read that answers with a file. */
export interface DownloadContract<Name extends string = string, Input extends z.ZodType = z.ZodType>
  extends Contract<Name, 'download', Input, typeof FileBytes> {
  readonly mime: string;
}

/** The bytes of a file, of the type named here. */
export function download<const Name extends string, Input extends z.ZodType>(
  name: Name,
  terms: Omit<Terms<Input, typeof FileBytes>, 'output'> & { readonly mime: string },
): DownloadContract<Name, Input> {
  return { kind: 'download', name, problems: [], open: false, output: FileBytes, ...terms };
}

const FileBytes = z.string().meta({ format: 'binary' });

/** Nothing in this field of work lies outside these years, and the database's calendar is wider than JavaScript's. */
const inOurTime = (text: string): boolean => /^(19|20|21)\d\d-/.test(text);
const OUT_OF_TIME = { message: '年份不在 1900—2199 之间 / the year is not between 1900 and 2199' };

export const day = z.iso.date().refine(inOurTime, OUT_OF_TIME);
export const instant = z.iso.datetime({ offset: true }).refine(inOurTime, OUT_OF_TIME);
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine(inOurTime, OUT_OF_TIME);

/** What every act is wrapped in: its own id, made once where the act was first meant, and the time on the device that made it. */
export const Envelope = z.object({
  actId: z.uuid().describe('made by the client once; the same id sent again gets the first answer'),
  deviceAt: instant.optional().describe('the clock of the device when the act was meant; kept, never trusted'),
  clockOff: z
    .int()
    .min(-3.2e12)
    .max(3.2e12)
    .nullable()
    .optional()
    .describe("milliseconds the server's clock was ahead of the device's, as the device last measured it"),
});
export type Envelope = z.infer<typeof Envelope>;

/** Keyset paging: the cursor of the last row seen, and how many more. */
export const Page = z.object({
  after: z.string().max(200).optional().describe('cursor from the previous page'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const OfferedAct = z.object({
  act: z.string(),
  allowed: z.boolean(),
  why: z.object({ zh: z.string(), en: z.string() }).optional(),
});

export const FactLine = z
  .object({
    id: z.string(),
    name: z.string(),
    actorName: z.string(),
    at: z.string(),
    deviceAt: z.string().nullable().describe('the clock of the device when it was done'),
    clockOff: z.int().nullable().describe('to be added to it: milliseconds the server was ahead, as far as measured'),
    broughtByName: z.string().nullable().describe('the clerk who brought it in from an exported queue'),
    data: z.record(z.string(), z.json()),
  })
  .describe('one line of the history of a record');
export type FactLine = z.infer<typeof FactLine>;

/** A text a person types: trimmed, without control characters (a tab and line breaks are none). */
export const line = (max: number) =>
  z.string().trim().max(max).refine(hasNoControls, { message: '含有不能保存的字符 / it holds characters that cannot be kept' });

function hasNoControls(text: string): boolean {
  // Half a surrogate pair (an emoji cut in two) is no text to the database.
  if (!text.isWellFormed()) return false;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code === 127 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return false;
  }
  return true;
}

/** A record named in another record's view. */
export const Ref = z.object({ id: z.string(), name: z.string() });
export type Ref = z.infer<typeof Ref>;

/** What an act on a record answers: the record's id, its new state and what may be done next. */
export const Done = z.object({ id: z.string(), state: z.string(), acts: z.array(OfferedAct) });
export type Done = z.infer<typeof Done>;

export const id = z.uuid();
