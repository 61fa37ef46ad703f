/** createApp(deps): every route of the system, wired by hand. The tests and the demo build the same app. */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem } from '#domain/kernel/problem.ts';
import type { Tls } from './config.ts';
import { absenceRoutes } from './modules/absence/absence.routes.ts';
import { absenceImportRoutes } from './modules/absence/import.routes.ts';
import { calendarRoutes } from './modules/calendar/calendar.routes.ts';
import { dispatchRoutes } from './modules/dispatch/dispatch.routes.ts';
import { dutyRoutes } from './modules/duty/duty.routes.ts';
import { feedRoutes } from './modules/feed/feed.routes.ts';
import { formRoutes } from './modules/form/form.routes.ts';
import { issueRoutes } from './modules/issue/issue.routes.ts';
import { issueTableRoutes } from './modules/issue/issue.table.ts';
import { channelRoutes, SEALED_FOR } from './modules/message/channel.routes.ts';
import { openPostman, type Postman } from './modules/message/deliver.ts';
import { inboxRoutes } from './modules/message/inbox.routes.ts';
import { messageRoutes } from './modules/message/message.routes.ts';
import { noticeRoutes } from './modules/notice/notice.routes.ts';
import { castFinder } from './modules/org/cast.ts';
import { orgRoutes } from './modules/org/org.routes.ts';
import { actorFinder, sessionRoutes } from './modules/org/session.routes.ts';
import { overviewRoutes } from './modules/overview/overview.routes.ts';
import { patrolRoutes } from './modules/patrol/patrol.routes.ts';
import { patrolTableRoutes } from './modules/patrol/patrol.table.ts';
import { photoRoutes } from './modules/photo/photo.routes.ts';
import { placeRoutes } from './modules/place/place.routes.ts';
import { pointRoutes } from './modules/place/point.routes.ts';
import { presenceRoutes } from './modules/presence/presence.routes.ts';
import { queueRoutes } from './modules/queue/queue.routes.ts';
import { explainRoutes } from './modules/roster/explain.routes.ts';
import { rosterRoutes } from './modules/roster/roster.routes.ts';
import { rosterTableRoutes } from './modules/roster/roster.table.ts';
import { openSolver } from './modules/roster/solving.ts';
import { summaryPaperRoutes } from './modules/summary/summary.paper.ts';
import { summaryRoutes } from './modules/summary/summary.routes.ts';
import { swapRoutes } from './modules/swap/swap.routes.ts';
import type { Db } from './platform/database.ts';
import { endpoints } from './platform/endpoint.ts';
import type { FileStore } from './platform/files.ts';
import { openApiRoutes } from './platform/openapi.ts';
import type { AllowedHosts } from './platform/own-network.ts';
import { problemFor } from './platform/refusals.ts';
import { openSealer } from './platform/sealed.ts';
import { openSignIn } from './platform/sign-in.ts';
import { webRoutes } from './platform/web.ts';
import { openReactions } from './reactions/reactions.ts';
import { previewTell } from './reactions/tells/preview.ts';
import { openReminder } from './reactions/tells/remind.ts';

export interface AppDeps {
  readonly db: Db;
  readonly files: FileStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly demo: boolean;
  /** The folder of the built web, or null to serve the calls only. */
  readonly webRoot: string | null;
  readonly log: boolean;
  readonly secret: string;
  /** The server speaks https itself. */
  readonly tls?: Tls | null;
  /** Whose forwarded headers are believed; a proxy on the same machine when absent. */
  readonly trustProxy?: readonly string[];
  /** What is told to the outside; absent, messages are written and nothing leaves. */
  readonly delivery?: Delivery;
}

export interface Delivery {
  /** Seals the secrets of channels; the same for all servers of one database. */
  readonly sealKey: string;
  /** Hosts of the own network that channels may reach. */
  readonly allowed: AllowedHosts;
  /** How often the outbox is looked at besides when something was put there. */
  readonly everyMs: number;
  readonly timeoutMs: number;
  readonly leaseMs?: number;
}

/** Room for a notice as a file, in base64. */
const BODY_LIMIT = 12 * 1024 * 1024;

export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { db, files, clock, trustProxy: trusted = ['loopback'] } = deps;
  const app = Fastify({
    logger: deps.log ? { level: 'warn' } : false,
    bodyLimit: BODY_LIMIT,
    trustProxy: trusted.length > 0 ? [...trusted] : false,
    ...(deps.tls ? { https: { ...deps.tls } } : {}),
    // An address that cannot even be decoded is answered like any other that leads nowhere.
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply as unknown as FastifyReply, new Problem('request.notFound'));
    },
    routerOptions: { maxParamLength: 100 },
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeignOrigin(request);
  });
  // Over https the session travels over https only; better-auth's own switch would rename the cookie and sign everybody out.
  app.addHook('onSend', async (request, reply) => {
    const cookies = reply.getHeader('set-cookie');
    if (cookies && request.protocol === 'https') reply.removeHeader('set-cookie').header('set-cookie', [cookies].flat().map(asSecure));
  });
  app.setErrorHandler((error, request, reply) => {
    return sendProblem(reply, problemFor(error) ?? fault(error, request));
  });

  const signIn = openSignIn({ db, secret: deps.secret });
  const actorOf = actorFinder(db, signIn);
  let postman: Postman | null = null;
  const wake = (): void => postman?.wake();
  const endpoint = endpoints({ app, db, clock, actorOf, react: openReactions(wake), secret: deps.secret });

  app.get('/api/health', async () => {
    await db.selectFrom('setting').select('key').limit(1).execute();
    return { ready: true };
  });
  sessionRoutes({ app, db, signIn, clock, secret: deps.secret, cast: castFinder(db, deps.demo) });
  orgRoutes(endpoint, signIn);
  noticeRoutes(endpoint, files);
  placeRoutes(endpoint, deps.secret);
  pointRoutes(endpoint);
  dutyRoutes(endpoint);
  absenceRoutes(endpoint);
  absenceImportRoutes(endpoint);
  calendarRoutes(endpoint);
  const solver = openSolver({ db, clock });
  app.addHook('onClose', () => solver.close());
  rosterRoutes(endpoint, solver);
  explainRoutes(endpoint);
  rosterTableRoutes(endpoint);
  swapRoutes(endpoint);
  feedRoutes({ app, endpoint, db, clock, secret: deps.secret });
  patrolRoutes(endpoint);
  presenceRoutes(endpoint, deps.secret);
  patrolTableRoutes(endpoint);
  issueRoutes(endpoint);
  issueTableRoutes(endpoint);
  photoRoutes(endpoint, { app, db, files, clock, actorOf });
  queueRoutes(endpoint, { app, db, secret: deps.secret, actorOf });
  summaryRoutes(endpoint);
  summaryPaperRoutes(endpoint, files);
  dispatchRoutes(endpoint);
  formRoutes(endpoint, files);
  overviewRoutes(endpoint);
  inboxRoutes(endpoint);
  messageRoutes(endpoint, { preview: previewTell, wake });
  const { delivery } = deps;
  channelRoutes(endpoint, { sealKey: delivery?.sealKey ?? deps.secret, allowed: delivery?.allowed ?? new Set(), wake });
  if (delivery) {
    const { sealKey, allowed, everyMs, timeoutMs, leaseMs } = delivery;
    const outside = { allowed, timeoutMs, clock };
    const opened = openPostman({
      db,
      clock,
      outside,
      everyMs,
      ...(leaseMs ? { leaseMs } : {}),
      sealer: openSealer(sealKey, SEALED_FOR),
      remind: openReminder({ db, clock }),
    });
    postman = opened;
    app.addHook('onClose', () => opened.close());
  }
  openApiRoutes(app);
  await webRoutes(app, deps.webRoot);
  return app;
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
};

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(problem.toJSON());
}

/** A page of another site must not act in our people's name. */
function refuseForeignOrigin({ headers, host }: FastifyRequest): void {
  if (headers['sec-fetch-site'] === 'cross-site') throw new Problem('request.foreignOrigin');
  // A trusted proxy names the host that the browser asked for; without one it is the request's own.
  const { origin } = headers;
  if (origin && origin !== 'null' && URL.canParse(origin) && new URL(origin).host !== withoutDefaultPort(host))
    throw new Problem('request.foreignOrigin');
}

function withoutDefaultPort(host: string): string {
  return host.replace(/:(80|443)$/, '');
}

function asSecure(cookie: number | string): string {
  return /;\s*secure/i.test(String(cookie)) ? String(cookie) : `${cookie}; Secure`;
}

/** Our own mistake: the reference in the answer finds the line in the log. */
function fault(error: unknown, request: { readonly id: string; readonly method: string; readonly url: string }): Problem {
  const trace = `${Date.now().toString(36)}-${request.id}`;
  console.error(`[${trace}] ${request.method} ${request.url.split('?')[0]}`, error);
  return new Problem('server.fault', { trace });
}
