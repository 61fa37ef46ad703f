/**
 * One POST to the outside: a JSON body, a time limit for all of it, no redirects, a small answer, and never into the own network unless
 * allowed. Tells apart what never left and what left without an answer: only the second may have arrived.
 */
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Words } from '#domain/kernel/words.ts';
import type { Outcome } from '#domain/message/attempt.ts';
import {
  type AllowedHosts,
  guardedLookup,
  isAllowed,
  OwnNetwork,
  refuseOwnNetwork,
  withoutBrackets,
} from '#server/platform/own-network.ts';

export interface Outside {
  readonly allowed: AllowedHosts;
  readonly timeoutMs: number;
  /** Milliseconds since the epoch: services sign with it. */
  readonly clock: () => number;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly text: string;
  /** The parsed body; null when it is no JSON object. */
  readonly json: Readonly<Record<string, unknown>> | null;
  /** From Retry-After, in milliseconds. */
  readonly retryAfterMs: number | null;
}

export type Posted = Answered | Extract<Outcome, { kind: 'unreached' | 'unanswered' }>;

const MOST_BYTES = 64 * 1024;
/** What is kept of an answer. */
const KEPT = 500;

export function post(address: string, body: unknown, outside: Outside, headers: Readonly<Record<string, string>> = {}): Promise<Posted> {
  const url = new URL(address);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  try {
    refuseOwnNetwork(url.hostname, port, outside.allowed);
    if (url.protocol !== 'https:' && !isAllowed(outside.allowed, url.hostname, port)) return Promise.resolve(notEncrypted);
  } catch (error) {
    return Promise.resolve(failed(error as Error, false));
  }
  const payload = Buffer.from(JSON.stringify(body));
  return new Promise((resolve) => {
    let connected = false;
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(withoutBrackets(url.hostname), port, outside.allowed),
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': payload.length, ...headers },
    });
    const timer = setTimeout(() => request.destroy(new TookTooLong()), outside.timeoutMs);
    const end = (posted: Posted): void => {
      clearTimeout(timer);
      resolve(posted);
    };
    request.once('socket', (socket) => {
      // Over TLS nothing of the message leaves before the certificate has been accepted.
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    request.once('error', (error) => end(failed(error, connected)));
    request.once('response', (response) => {
      readAll(response).then(
        (text) => end(answeredBy(response, text)),
        (error) => end(failed(error, true)),
      );
    });
    request.end(payload);
  });
}

class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      response.destroy();
      break;
    }
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString();
}

function answeredBy(response: IncomingMessage, text: string): Posted {
  const status = response.statusCode ?? 0;
  // Somebody on the way (a proxy, a gateway) says that it does not know either.
  if (status >= 500) return { kind: 'unanswered', answer: `HTTP ${status} ${text}`.slice(0, KEPT), why: faultWords(status) };
  const seconds = Number(response.headers['retry-after']);
  return { kind: 'answered', status, text: text.slice(0, KEPT), json: objectIn(text), retryAfterMs: seconds > 0 ? seconds * 1000 : null };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function failed(error: Error, connected: boolean): Extract<Outcome, { kind: 'unreached' | 'unanswered' }> {
  const code = (error as NodeJS.ErrnoException).code ?? error.name;
  if (error instanceof OwnNetwork) return { kind: 'unreached', lasting: true, answer: code, why: ownNetworkWords(error.host) };
  if (connected) return { kind: 'unanswered', answer: code, why: error instanceof TookTooLong ? tooLong : cutOff };
  return { kind: 'unreached', answer: code, why: notReached(code) };
}

const ownNetworkWords = (host: string): Words => ({
  zh: `${host} 在本机或内网，没有得到允许`,
  en: `${host} lies in the own network and is not allowed`,
});
const notEncrypted: Posted = {
  kind: 'unreached',
  lasting: true,
  answer: 'http',
  why: { zh: '地址不是 https', en: 'the address is not https' },
};
const tooLong: Words = { zh: '已发出，对方迟迟没有回执', en: 'sent, but the service did not answer in time' };
const cutOff: Words = { zh: '已发出，回执之前连接断了', en: 'sent, but the connection broke before an answer' };
const faultWords = (status: number): Words => ({ zh: `对方服务故障（HTTP ${status}）`, en: `the service failed (HTTP ${status})` });

function notReached(code: string): Words {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { zh: '找不到这个地址', en: 'the address is not known' };
  if (code === 'TookTooLong') return { zh: '连接超时', en: 'connecting took too long' };
  if (code === 'ECONNREFUSED') return { zh: '对方没有在听（连接被拒）', en: 'nothing listens there' };
  if (/CERT|SELF_SIGNED|ALTNAME|ISSUER/.test(code))
    return { zh: `对方证书不可信（${code}）`, en: `its certificate is not trusted (${code})` };
  return { zh: `连不上（${code}）`, en: `it cannot be reached (${code})` };
}
