import { z } from 'zod';
import { act, id, instant, Page, read } from '../kernel/contract.ts';
import { InboxRow } from './message.model.ts';

export const inboxList = read('inbox.list', {
  words: { zh: '我的消息', en: 'My inbox' },
  input: Page.extend({ unread: z.enum(['true']).optional() }),
  output: z.object({
    rows: z.array(InboxRow),
    next: z.string().nullable(),
    unread: z.int(),
    mail: z.string().nullable().describe('where I am reached by mail'),
  }),
});

export const inboxUnread = read('inbox.unread', {
  words: { zh: '未读条数', en: 'How many are unread' },
  input: z.object({}),
  output: z.object({ unread: z.int() }),
});

export const inboxRead = act('inbox.read', {
  words: { zh: '标为已读', en: 'Mark as read' },
  input: z.object({
    ids: z.array(id).max(100).optional(),
    until: instant.optional().describe('all that came up to this instant'),
  }),
  output: z.object({ unread: z.int() }),
});

/** By the person, or by the clerk for people of the unit. */
export const personSetMail = act('person.setMail', {
  words: { zh: '设置邮箱', en: 'Set a mail address' },
  input: z.object({ id, mail: z.email().max(200).nullable() }),
  output: z.object({ id: z.string(), mail: z.string().nullable() }),
});
