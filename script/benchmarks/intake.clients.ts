/** Clients that each send one thing after another for a while, and what that cost: rate, latency, CPU of the processes named. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly latencies: readonly number[];
  readonly done: number;
  /** Milliseconds of CPU per thing, by the name of the group. */
  readonly cpuMs: Readonly<Record<string, number>>;
}

/** `cpu` answers the milliseconds each group of processes has had so far. */
export async function measure(
  clients: number,
  seconds: number,
  send: (client: number) => Promise<void>,
  cpu: Readonly<Record<string, () => number>> = {},
): Promise<Measured> {
  const before = Object.entries(cpu).map(([name, read]) => [name, read()] as const);
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let now = performance.now(); now < end; ) {
        await send(client);
        const then = performance.now();
        latencies.push(then - now);
        now = then;
      }
    }),
  );
  const wall = (performance.now() - began) / 1000;
  const done = latencies.length;
  const cpuMs = Object.fromEntries(before.map(([name, was]) => [name, (cpu[name]!() - was) / done]));
  return { perSecond: done / wall, latencies, done, cpuMs };
}

/** Milliseconds of CPU this process has had, by ticks of 10 ms; `withEnded` counts its ended children too. Nothing when it has just gone. */
export function cpuOf(pid: number, withEnded = false): number {
  const [, user = 0, system = 0, endedUser = 0, endedSystem = 0] = timesOf(pid);
  return 10 * (user + system + (withEnded ? endedUser + endedSystem : 0));
}

function timesOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ').slice(10, 15).map(Number);
  } catch {
    return [];
  }
}

/** MiB this process has held at most. */
export function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
/** As light as can be, so that the clients take little of the machine from what is measured. Throws at any other answer than 200. */
export function post(url: string, type: string, cookie: string, body: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body), cookie };
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode} ${Buffer.concat(parts).toString()}`)),
      );
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
