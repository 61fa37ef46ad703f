import type { FastifyInstance } from 'fastify';
import { feedEnd, feedGet, feedMake } from '#domain/feed/feed.contract.ts';
import { addDays, dayOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { throttle } from '#server/platform/throttle.ts';
import { writeCalendar } from './calendar.ts';
import { endLinks, findLink, insertLink, listFeedDuties, openLink } from './feed.store.ts';
import { linkIdOf, tokenOf } from './link.ts';

export interface FeedDeps {
  readonly app: FastifyInstance;
  readonly endpoint: Endpoints;
  readonly db: Db;
  readonly clock: () => number;
  readonly secret: string;
}

/** A calendar keeps what was, so that nobody wonders where last week's duty went. */
const DAYS_BACK = 60;

/** In five minutes: a calendar asks a few times an hour; many phones behind one address have links that ended. */
const FETCHES_BY_LINK = 30;
const MISSES_BY_ADDRESS = 60;

export function feedRoutes({ app, endpoint, db, clock, secret }: FeedDeps): void {
  const fetches = throttle(db, 'calendar', FETCHES_BY_LINK);
  const misses = throttle(db, 'noCalendar', MISSES_BY_ADDRESS);

  const shown = async (on: Db, personId: string) => {
    const link = await findLink(on, personId);
    if (!link) return { path: null, madeAt: null, fetchedAt: null };
    return { path: `/calendar/${tokenOf(link.id, secret)}.ics`, madeAt: link.madeAt, fetchedAt: link.fetchedAt };
  };

  endpoint.read(feedGet, ({ actor, db: on }) => shown(on, actor.personId));

  endpoint.act(feedMake, async ({ actor, tx, now, tell }) => {
    await endLinks(tx, actor.personId, now);
    await insertLink(tx, { id: newId(), personId: actor.personId, madeAt: now });
    await tell({ name: 'person.calendarLinked', subject: { kind: 'person', id: actor.personId }, data: {} });
    return { madeAt: now };
  });

  endpoint.act(feedEnd, async ({ actor, tx, now, tell }) => {
    await endLinks(tx, actor.personId, now);
    await tell({ name: 'person.calendarUnlinked', subject: { kind: 'person', id: actor.personId }, data: {} });
    return { path: null };
  });

  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const [, token] = /^([\w-]{40,60})\.ics$/.exec(request.params.file) ?? [];
    const id = token && linkIdOf(token, secret);
    const now = new Date(clock()).toISOString();
    if (id) await fetches.count(id);
    const person = id ? await openLink(db, id, now) : undefined;
    if (!person) {
      await misses.count(request.ip);
      throw new Problem('request.notFound');
    }
    const duties = await listFeedDuties(db, person.personId, addDays(dayOf(now), -DAYS_BACK));
    return reply
      .header('cache-control', 'private, no-cache')
      .header('referrer-policy', 'no-referrer')
      .header('content-disposition', 'inline; filename="duty.ics"')
      .type('text/calendar; charset=utf-8')
      .send(writeCalendar(person.name, duties, now));
  });
}
