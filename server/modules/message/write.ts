/** From what there is to tell to messages: the rows of the tell table choose people, ways and words; each receiver gets a row of the outbox. */
import { type At, timeOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Words } from '#domain/kernel/words.ts';
import { fill } from '#domain/message/fill.ts';
import { markOf } from '#domain/message/message.rules.ts';
import type { ChannelKind } from '#domain/message/message.states.ts';
import { paces } from '#domain/message/pace.ts';
import { bytesOf, partsOf } from '#domain/message/parts.ts';
import { quietUntil } from '#domain/message/quiet.ts';
import type { Audience, Tell } from '#domain/message/tell.ts';
import { type TellName, tells } from '#domain/message/tells.ts';
import type { MessageTerms } from '#domain/message/terms.model.ts';
import { quietFor, termsOf, wordingOf } from '#domain/message/terms.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { insertMessages, type NewMessage } from './message.store.ts';
import type { Telling } from './telling.ts';
import { readMessageTerms } from './terms.store.ts';

export interface Occasion {
  readonly tell: TellName;
  readonly unitId: string;
  readonly at: At;
  /** Whoever did it knows it already. */
  readonly exceptId: string | null;
}

/** Writes the messages of an occasion in the transaction it belongs to; answers how many are to go out. */
export async function writeTellings(tx: Tx, occasion: Occasion, tellings: readonly Telling[]): Promise<number> {
  if (tellings.length === 0) return 0;
  const terms = await readMessageTerms(tx, occasion.unitId);
  if (!termsOf(terms, occasion.tell).on) return 0;
  const doors = await readDoors(tx, occasion.unitId);
  const rows: NewMessage[] = [];
  for (const telling of tellings) rows.push(...(await messagesOf(tx, occasion, telling, terms, doors)));
  await insertMessages(tx, rows);
  return rows.filter(({ channelId }) => channelId !== null).length;
}

export interface Door {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly placeId: string | null;
}

export function readDoors(db: Db, unitId: string): Promise<Door[]> {
  return db
    .selectFrom('messageChannel')
    .select(['id', 'kind', 'name', 'placeId'])
    .where('unitId', '=', unitId)
    .where('state', '=', 'on')
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** The people a row tells of this, without whoever did it. */
export function receiversOf(terms: MessageTerms, tell: TellName, people: Telling['people'], exceptId: string | null): string[] {
  const ids = termsOf(terms, tell).to.flatMap((audience: Audience) => people[audience] ?? []);
  return [...new Set(ids)].filter((id) => id !== exceptId);
}

/** The group channels that get a row's telling. */
export function groupsOf(terms: MessageTerms, tell: TellName, placeId: string | null | undefined, doors: readonly Door[]): Door[] {
  const { on, ways, channelIds } = termsOf(terms, tell);
  if (!on) return [];
  const ofPlace = (door: Door) => ways.includes('group') && door.placeId !== null && door.placeId === placeId;
  return doors.filter((door) => door.kind !== 'mail' && (ofPlace(door) || channelIds.includes(door.id)));
}

async function messagesOf(
  db: Db,
  occasion: Occasion,
  telling: Telling,
  terms: MessageTerms,
  doors: readonly Door[],
): Promise<NewMessage[]> {
  const { tell, unitId, at, exceptId } = occasion;
  const { ways } = termsOf(terms, tell);
  const wording = wordingOf(terms, tell);
  const title = fill(wording.title, telling.fields);
  const body = fill(wording.body, telling.fields);
  const key = telling.once ?? `${tell}:${newId()}`;
  const common = { unitId, tell, title, body, record: telling.record, at };
  const ids = receiversOf(terms, tell, telling.people, exceptId);
  const people = ids.length > 0 ? await db.selectFrom('person').select(['id', 'mail']).where('id', 'in', ids).execute() : [];

  const inbox: NewMessage[] = ways.includes('inbox')
    ? people.map(({ id }) => ({ ...common, ...inSystem(at), id: newId(), key: `${key}:inbox:${id}`, personId: id }))
    : [];
  const quiet = quietFor(terms, tell);
  const out = { ...common, quiet: !termsOf(terms, tell).passesQuiet, dueAt: quietUntil(quiet, at) };
  const mailDoor = doors.find((door) => door.kind === 'mail');
  const mails: NewMessage[] =
    ways.includes('mail') && mailDoor
      ? people.flatMap(({ id: personId, mail }) => {
          const id = newId();
          return mail
            ? [
                {
                  ...out,
                  id,
                  key: `${key}:mail:${personId}`,
                  personId,
                  channelId: mailDoor.id,
                  address: mail,
                  text: mailText(id, body, at),
                },
              ]
            : [];
        })
      : [];
  const groups = groupsOf(terms, tell, telling.placeId, doors).flatMap((door) =>
    groupTexts(door, title, body, tells[tell]).map(
      ({ id, text }, part): NewMessage => ({
        ...out,
        id,
        key: `${key}:${door.id}:${part}`,
        personId: null,
        channelId: door.id,
        address: null,
        text,
      }),
    ),
  );
  return [...inbox, ...mails, ...groups];
}

const inSystem = (at: At) => ({ channelId: null, address: null, text: null, quiet: false, dueAt: at });

/** What a test says: plainly that it is one. */
export function testMessage(id: string, channelName: string, byName: string, at: At): { readonly title: Words; readonly text: string } {
  const title = { zh: '创城通测试消息', en: 'Test message of Chuangcheng' };
  return { title, text: `${title.zh}\n渠道“${channelName}”可以收到消息。${byName} ${timeOf(at)} 发出。\n${signature(id)}` };
}

const signature = (id: string): string => `（创城通 ${markOf(id)}）`;

function mailText(id: string, body: Words, at: At): string {
  return `${body.zh}\n\n${body.en}\n\n${timeOf(at)} ${signature(id)}`;
}

/** A text longer than the service takes becomes several messages, each with a number of its own. */
function groupTexts({ kind }: Door, title: Words, body: Words, { bodyAlone }: Tell): { readonly id: string; readonly text: string }[] {
  const text = bodyAlone ? body.zh : `${title.zh}\n${body.zh}`;
  const limit = paces[kind].bytes - REPEATED - bytesOf(signature('x'.repeat(32))) - 1;
  return partsOf(text, limit).map((part) => {
    const id = newId();
    return { id, text: `${part}\n${signature(id)}` };
  });
}

/** Room for the line that says a message is a repetition. */
const REPEATED = 100;
