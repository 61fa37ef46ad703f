/** Calling the server by contract name. Types come from the contracts; no schema travels to the browser. */
import type { Acts, Downloads, Reads } from '#domain/contracts.ts';
import { newId } from '#domain/kernel/id.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';

export type { Acts, Reads } from '#domain/contracts.ts';

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

/** Where a file is fetched from: the address of a link with `download`. */
export function downloadUrl<Name extends keyof Downloads>(name: Name, input: Downloads[Name]['input']): string {
  return addressOf(name, input as object);
}

function addressOf(name: string, input: object): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input)) if (value !== undefined && value !== '') query.set(key, String(value));
  return query.size > 0 ? `/api/${name}?${query}` : `/api/${name}`;
}

export function readCall<Name extends keyof Reads>(name: Name, input: Reads[Name]['input']): Promise<Reads[Name]['output']> {
  return answerOf(() => fetch(addressOf(name, input as object), { headers: { accept: 'application/json' } }));
}

/** The same `actId` sent again gets the first answer, so a retry is harmless. */
export function sendAct<Name extends keyof Acts>(
  name: Name,
  input: Acts[Name]['input'],
  actId: string = newId(),
  deviceAt = new Date().toISOString(),
): Promise<Acts[Name]['output']> {
  return answerOf(() =>
    fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ actId, deviceAt, ...(input as object) }),
    }),
  );
}

export interface PhotoFacts {
  readonly takenAt: string | null;
  readonly position: { readonly lat: number; readonly lng: number; readonly accuracy: number | null } | null;
}

/** Sends the bytes of a photo under an id made by the caller; the same id and bytes again are answered the same. */
export function sendPhoto(id: string, bytes: Blob | ArrayBuffer, mime: string, facts: PhotoFacts): Promise<{ id: string }> {
  const query = new URLSearchParams({ id });
  if (facts.takenAt) query.set('takenAt', facts.takenAt);
  if (facts.position) {
    query.set('lat', String(facts.position.lat));
    query.set('lng', String(facts.position.lng));
    if (facts.position.accuracy !== null) query.set('accuracy', String(Math.round(facts.position.accuracy)));
  }
  return answerOf(() => fetch(`/api/photo.upload?${query}`, { method: 'POST', headers: { 'content-type': mime }, body: bytes }));
}

async function answerOf<Output>(send: () => Promise<Response>): Promise<Output> {
  let response: Response;
  try {
    response = await send();
  } catch {
    throw new Unreachable('no answer');
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as Output;
  if (isProblem(body)) throw new Refused(body);
  throw new Unreachable(`answer ${response.status}`);
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'zh' in body;
}
