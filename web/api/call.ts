/** Calling the server by contract name. Types come from the contracts; no schema travels to the browser. */
import type { Acts, Downloads, Reads } from '#domain/contracts.ts';
import { newId } from '#domain/kernel/id.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import { clockOff, heardTime } from './clock.ts';

export type { Acts, Downloads, Reads } from '#domain/contracts.ts';

/** The server answered with a Problem. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: ProblemBody;
  constructor(problem: ProblemBody) {
    super(problem.en);
    this.problem = problem;
  }
}

/** No answer came: no signal, or the server is away. Nothing is known about what it did. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Where a file is fetched from. */
export function downloadUrl<Name extends keyof Downloads>(name: Name, input: Downloads[Name]['input']): string {
  return addressOf(name, input as object);
}

function addressOf(name: string, input: object): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input)) if (value !== undefined && value !== '') query.set(key, String(value));
  return query.size > 0 ? `/api/${name}?${query}` : `/api/${name}`;
}

export function readCall<Name extends keyof Reads>(
  name: Name,
  input: Reads[Name]['input'],
  signal?: AbortSignal,
): Promise<Reads[Name]['output']> {
  return answerOf(() => fetch(addressOf(name, input as object), { headers: { accept: 'application/json' }, signal: signal ?? null }));
}

export interface Sending {
  /** The same `actId` sent again gets the first answer, so a retry is harmless. */
  readonly actId?: string;
  readonly deviceAt?: string;
  readonly clockOff?: number | null;
  readonly signal?: AbortSignal;
}

export function sendAct<Name extends keyof Acts>(
  name: Name,
  input: Acts[Name]['input'],
  { signal, ...sent }: Sending = {},
): Promise<Acts[Name]['output']> {
  return answerOf(() =>
    fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: bodyOf(input, sent),
      signal: signal ?? null,
    }),
  );
}

/** An act as it goes over the wire; an exported queue carries the same text. */
export function bodyOf(
  input: object,
  { actId = newId(), deviceAt = new Date().toISOString(), clockOff: off = clockOff.get() }: Sending,
): string {
  return JSON.stringify({ actId, deviceAt, clockOff: off, ...input });
}

export interface PhotoFacts {
  readonly takenAt: string | null;
  readonly position: { readonly lat: number; readonly lng: number; readonly accuracy: number | null } | null;
  readonly fromAlbum?: boolean;
}

/** Sends the bytes of a photo in one go under an id made by the caller; the same id and bytes again are answered the same. */
export function sendPhoto(id: string, bytes: Blob | ArrayBuffer, mime: string): Promise<{ id: string }> {
  return answerOf(() => fetch(`/api/photo.upload?id=${id}`, { method: 'POST', headers: { 'content-type': mime }, body: bytes }));
}

/** Sends some bytes of an announced photo; answers how far it has come. */
export function sendPart(id: string, offset: number, bytes: ArrayBuffer, signal?: AbortSignal): Promise<Reads['photo.progress']['output']> {
  return answerOf(() =>
    fetch(`/api/photo.part?id=${id}&offset=${offset}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
      signal: signal ?? null,
    }),
  );
}

async function answerOf<Output>(send: () => Promise<Response>): Promise<Output> {
  const sentAt = Date.now();
  let response: Response;
  try {
    response = await send();
  } catch {
    throw new Unreachable('no answer');
  }
  const body: unknown = await response.json().catch(() => null);
  const answered = response.ok ? body !== null : isProblem(body);
  if (!answered) throw new Unreachable(`answer ${response.status}`);
  // Only our own server's clock counts: a captive portal has one too.
  heardTime(response.headers.get('date'), sentAt);
  if (response.ok) return body as Output;
  throw new Refused(body as ProblemBody);
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'zh' in body;
}
