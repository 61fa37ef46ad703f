/** The office of the proofs: its first account, and clients that speak http with its servers. */
import { type Injectable, playOn, type Role } from '#demo/player.ts';

const PASSWORD = 'proof-password';
const USERNAME = 'linxiao';

/** What the player of the stories plays on, over real sockets. */
export function overHttp(url: () => string): Injectable {
  return {
    async inject({ method, url: path, headers, payload }) {
      const body = payload === undefined ? {} : { body: typeof payload === 'string' ? payload : new Uint8Array(payload) };
      const answer = await fetch(url() + path, { method, headers, ...body });
      return { statusCode: answer.status, body: await answer.text(), headers: { 'set-cookie': answer.headers.getSetCookie() } };
    },
  };
}

/** The first account of an empty installation. */
export async function firstClerk(url: string): Promise<Role> {
  const clerk = playOn(overHttp(() => url)).visitor();
  const names = { unitName: '青川市外事办公室', shortName: '市外办', name: '林晓' };
  await clerk.act('setup.firstAccount', { ...names, username: USERNAME, password: PASSWORD });
  return clerk;
}

/** The cookie of a new session. */
export async function signIn(url: string): Promise<string> {
  const body = JSON.stringify({ username: USERNAME, password: PASSWORD });
  const answer = await fetch(`${url}/api/session.signIn`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (answer.status !== 200) throw new Error(`signing in: ${answer.status}`);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}
