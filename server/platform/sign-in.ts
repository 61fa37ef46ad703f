/** Sign-in with better-auth: user name and password, sessions kept on the server, failures counted in the database. */
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';
import type { KyselyPlugin } from 'kysely';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db } from './database.ts';
import { throttle } from './throttle.ts';

export interface SignIn {
  hashPassword(password: string): Promise<string>;
  /** Checks the password; answers with the cookies of the new session. */
  signIn(
    username: string,
    password: string,
    from: { readonly ip: string; readonly headers: Headers },
  ): Promise<{ readonly userId: string; readonly cookies: string[] }>;
  /** A session without a password, for the people of the demo. */
  signInAs(userId: string, headers: Headers): Promise<{ readonly cookies: string[] }>;
  userOf(headers: Headers): Promise<string | null>;
  signOut(headers: Headers): Promise<{ readonly cookies: string[] }>;
}

const FAILURES_BY_NAME = 6;
const FAILURES_BY_ADDRESS = 60;

export function openSignIn({ db, secret }: { readonly db: Db; readonly secret: string }): SignIn {
  const auth = betterAuth({
    database: { db: db.withoutPlugins().withPlugin(instantsAsDates), type: 'postgres' },
    secret,
    baseURL: 'http://localhost',
    basePath: '/api/auth',
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128, autoSignIn: false },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 30, usernameValidator: (name) => /^[a-z0-9][a-z0-9._-]*$/.test(name) })],
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 14 * 24 * 3600, updateAge: 24 * 3600 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    advanced: {
      cookiePrefix: 'chuangcheng',
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    rateLimit: { enabled: false },
  });
  const byName = throttle(db, 'name', FAILURES_BY_NAME);
  const byAddress = throttle(db, 'address', FAILURES_BY_ADDRESS);

  return {
    hashPassword: async (password) => (await auth.$context).password.hash(password),

    async signIn(name, password, { ip, headers }) {
      // Counted before the password is looked at, so that many tries at once are many tries; a right one is given back.
      await byName.count(name);
      await byAddress.count(ip);
      const response = await auth.api.signInUsername({ body: { username: name, password }, headers, asResponse: true });
      if (response.status >= 500) throw new Problem('server.busy');
      if (!response.ok) throw new Problem('session.wrongPassword');
      await Promise.all([byName.forget(name), byAddress.giveBack(ip)]);
      const { user } = (await response.json()) as { user: { id: string } };
      return { userId: user.id, cookies: response.headers.getSetCookie() };
    },

    async signInAs(userId, headers) {
      const context = await auth.$context;
      const session = await context.internalAdapter.createSession(userId, false, { userAgent: headers.get('user-agent') });
      return { cookies: [await sessionCookie(context.authCookies.sessionToken.name, session.token, secret)] };
    },

    async userOf(headers) {
      if (!headers.get('cookie')?.includes('chuangcheng.session_token')) return null;
      const session = await auth.api.getSession({ headers });
      return session?.user.id ?? null;
    },

    async signOut(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return { cookies: response.headers.getSetCookie() };
    },
  };
}

/** The library compares instants as Dates; the rest of the house reads them as ISO strings. */
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, /At$/.test(key) && typeof value === 'string' ? new Date(value) : value]),
      ),
    ),
  }),
};

/** The cookie as better-auth signs it: token, dot, HMAC-SHA-256 in base64. */
async function sessionCookie(name: string, token: string, secret: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = Buffer.from(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(token))).toString('base64');
  return `${name}=${encodeURIComponent(`${token}.${signature}`)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${14 * 24 * 3600}`;
}
