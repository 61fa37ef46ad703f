/** A small HTTP service over loopback: what the peers of the channels have in common. It notes what it is asked and can be made to fail. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Undefined where the body is no JSON. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

export interface Answer {
  readonly status?: number;
  readonly json?: object;
  readonly headers?: Record<string, string>;
}

/** `hang`: takes the request and never answers. `cut`: takes it and breaks the line. `fault`: a gateway says 502. */
export type Mood = 'well' | 'hang' | 'cut' | 'fault' | 'moved';

export interface Peer {
  readonly origin: string;
  readonly host: string;
  readonly asked: readonly Asked[];
  /** Texts that stand in the group. */
  readonly said: string[];
  /** How it behaves towards what comes next; what `cut` and `hang` take is said in the group all the same. */
  mood: Mood;
  close(): Promise<void>;
}

export async function openPeer(answer: (asked: Asked, said: string[]) => Answer): Promise<Peer> {
  const asked: Asked[] = [];
  const said: string[] = [];
  const server = createServer((request, response) => {
    void read(request).then((one) => {
      asked.push(one);
      if (peer.mood === 'fault') return reply(response, { status: 502 });
      if (peer.mood === 'moved') return reply(response, { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } });
      const given = answer(one, said);
      if (peer.mood === 'cut') return void request.socket.destroy();
      if (peer.mood === 'well') reply(response, given);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const peer: Peer = {
    origin: `http://${host}`,
    host,
    asked,
    said,
    mood: 'well',
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return peer;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://peer');
  let body: Asked['body'];
  try {
    body = JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    body = undefined;
  }
  return { path: url.pathname, query: url.searchParams, headers: request.headers, body };
}

function reply(response: ServerResponse, { status = 200, json, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(json ? JSON.stringify(json) : '');
}

/** Counts what comes within a stretch; true while it is too much. */
export function limit(n: number, ms: number): () => boolean {
  let times: number[] = [];
  return () => {
    const now = Date.now();
    times = [...times.filter((at) => at > now - ms), now];
    return times.length > n;
  };
}
