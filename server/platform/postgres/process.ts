/** Other processes of this machine, as /proc tells of them. A pid alone does not name a process: it is given again to another. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** When the process was started, in ticks since boot: with the pid this names it for good. Null when it is gone (a zombie is gone). */
export function startOf(pid: number): string | null {
  try {
    // The second field is the name in brackets and may itself hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19]!;
  } catch {
    return null;
  }
}

/** The postgres processes that work in this folder (an absolute path without symlinks); an administrator's shell in it is none. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => pid !== process.pid && worksIn(pid, folder) && startOf(pid) !== null);
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

/** True once the process is gone, false when it still lives after `ms`. */
export async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  const start = startOf(pid);
  for (const end = Date.now() + ms; start !== null && startOf(pid) === start; ) {
    if (Date.now() > end) return false;
    await sleep(30);
  }
  return true;
}

/** Signals a process, or with a negative pid its group; a process that is gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
