/** The people who have signed in on this phone: each has a store of their own, and what lies in it is told to whoever holds the phone now. */
import { deviceStore } from '#web/api/kept.ts';
import { readJobs } from '#web/api/outbox.store.ts';

const STORED = 'chuangcheng.phone.accounts';

interface Account {
  readonly id: string;
  readonly name: string;
}

export interface LeftBehind extends Account {
  readonly waiting: number;
}

function accounts(): Account[] {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '[]') as Account[];
  } catch {
    return [];
  }
}

export function rememberAccount({ id, name }: Account): void {
  const others = accounts().filter((account) => account.id !== id);
  localStorage.setItem(STORED, JSON.stringify([...others, { id, name }]));
}

/** Whose work still waits on this phone beside that of `me`: names and counts, nothing of its content. */
export async function leftBehind(me: string): Promise<LeftBehind[]> {
  const others = accounts().filter((account) => account.id !== me);
  const counted = await Promise.all(
    others.map(async (account) => ({
      ...account,
      waiting: (await readJobs(await deviceStore(account.id))).filter((job) => !job.mendedBy).length,
    })),
  );
  return counted.filter((account) => account.waiting > 0);
}
