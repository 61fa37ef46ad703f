/** Serves the built web: the desk at /, the phone at /m/. Hashed assets stay in caches for ever, pages are asked for anew. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contracts } from '#domain/contracts.ts';
import { methodOf } from '#domain/kernel/contract.ts';
import { Problem } from '#domain/kernel/problem.ts';

const PAGE_POLICY =
  "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; script-src 'self'; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

export async function webRoutes(app: FastifyInstance, webRoot: string | null): Promise<void> {
  const methods = new Map<string, string>(contracts.map((contract) => [`/api/${contract.name}`, methodOf(contract)]));
  const served = webRoot !== null && existsSync(join(webRoot, 'desk', 'index.html'));
  if (served) {
    const common = { preCompressed: true, cacheControl: false, wildcard: false, setHeaders: cacheRules } as const;
    await app.register(fastifyStatic, { ...common, root: join(webRoot, 'phone'), prefix: '/m/' });
    await app.register(fastifyStatic, { ...common, root: join(webRoot, 'desk'), prefix: '/', decorateReply: false });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!;
    const method = methods.get(path);
    if (method) throw new Problem('request.wrongMethod', { allowed: method });
    const page = served && request.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path);
    if (!page) throw new Problem('request.notFound');
    return sendPage(reply, join(webRoot, path === '/m' || path.startsWith('/m/') ? 'phone' : 'desk'));
  });
}

function sendPage(reply: FastifyReply, folder: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').header('content-security-policy', PAGE_POLICY).sendFile('index.html', folder);
}

function cacheRules(reply: FastifyReply, path: string): void {
  const hashed = /[\\/]assets[\\/]/.test(path);
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (path.includes('.html')) reply.header('content-security-policy', PAGE_POLICY);
}
