/** The inbox of whoever asks, and where people are reached by mail. */
import { holdsPost } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { inboxList, inboxRead, inboxUnread, personSetMail } from '#domain/message/inbox.contract.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { countUnread, listInbox, markRead } from './inbox.store.ts';

export function inboxRoutes(endpoint: Endpoints): void {
  endpoint.read(inboxList, async ({ input, actor, db }) => ({
    ...(await listInbox(db, actor.personId, input)),
    unread: await countUnread(db, actor.personId),
    mail: (await db.selectFrom('person').select('mail').where('id', '=', actor.personId).executeTakeFirstOrThrow()).mail,
  }));

  endpoint.read(inboxUnread, async ({ actor, db }) => ({ unread: await countUnread(db, actor.personId) }));

  endpoint.act(inboxRead, async ({ input, actor, tx, now }) => {
    await markRead(tx, actor.personId, input, now);
    return { unread: await countUnread(tx, actor.personId) };
  });

  endpoint.act(personSetMail, async ({ input: { id, mail }, actor, tx, tell }) => {
    const person = await tx.selectFrom('person').select(['id', 'unitId']).where('id', '=', id).forUpdate().executeTakeFirst();
    if (!person || person.unitId !== actor.unitId) throw new Problem('record.notFound');
    if (id !== actor.personId && !holdsPost(actor, actor.unitId, 'campaignClerk'))
      throw new Problem('act.notAllowed', { ...personSetMail.words, whoZh: '本人、创城专员', whoEn: 'the person, the campaign clerk' });
    await tx.updateTable('person').set({ mail }).where('id', '=', id).execute();
    // The history says that it changed; the address is the person's own affair.
    await tell({ name: 'person.mailSet', subject: { kind: 'person', id }, data: { set: mail !== null } });
    return { id, mail };
  });
}
