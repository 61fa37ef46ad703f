/** One tab sends at a time. `navigator.locks` where it exists; on insecure pages a lease in localStorage, renewed while at work. */
import { newId } from '#domain/kernel/id.ts';

const LEASE_MS = 20_000;
const self = newId();

/** Runs `work` unless another tab is at it; answers whether it ran. */
export async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  if (navigator.locks) {
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  }
  if (!takeLease(name)) return false;
  const renewal = setInterval(() => takeLease(name), LEASE_MS / 4);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    localStorage.removeItem(name);
  }
  return true;
}

function takeLease(name: string): boolean {
  const [holder, until] = (localStorage.getItem(name) ?? '').split(' ');
  if (holder && holder !== self && Number(until) > Date.now()) return false;
  localStorage.setItem(name, `${self} ${Date.now() + LEASE_MS}`);
  return localStorage.getItem(name)?.startsWith(self) ?? false;
}
