/** Whose rights PostgreSQL runs with. It refuses root; then it runs as the owner of the database folder, at first `nobody`. */
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Null: our own rights. */
export type Account = { readonly uid: number; readonly gid: number } | null;

const NOBODY = { uid: 65_534, gid: 65_534 };

export function accountFor(folder: string): Account {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(folder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** A folder only the account gets in (and root). */
export function makePrivateFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/** Whether the account can come as far as this folder: root's own folders are often closed to others. */
export function canReach(folder: string, account: Account): boolean {
  if (!account) return true;
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    const { uid, gid, mode } = statSync(parent);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (parent === dirname(parent)) return true;
  }
}
