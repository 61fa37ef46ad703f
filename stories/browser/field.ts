/** An office of its own for the tests of the field, and the line between its phones and the server, on which everything can go wrong. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { type Injectable, playOn, Refused, type Role } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { dayOf, monthOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstNotice } from '../notices.ts';
import { FIELD_URL } from './playwright.config.ts';

const PASSWORD = 'field-password';
export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
} as const;

/** The running server, spoken to as the stories speak to theirs. */
const server: Injectable = {
  async inject({ method, url, headers, payload }) {
    const answer = await fetch(FIELD_URL + url, { method, headers, ...(payload === undefined ? {} : { body: payload as BodyInit }) });
    return { statusCode: answer.status, body: await answer.text(), headers: { 'set-cookie': answer.headers.getSetCookie() } };
  },
};
const people = playOn(server);

export type Walker = Role & { readonly id: string; readonly name: string; readonly username: string };

export interface Office {
  readonly clerk: Role;
  readonly placeId: string;
  readonly rosterId: string;
  /** A new officer with an account. */
  readonly hire: (name: string) => Promise<Walker>;
  readonly crew: readonly Walker[];
}

/** Set up once on the server; whoever comes second, also at the same moment, finds it. */
export async function openOffice(): Promise<Office> {
  const clerk = await enterOffice();
  const { people: known } = await clerk.read('org.get', {});
  const crew: Walker[] = [];
  for (const { id, name, username } of known)
    if (username?.startsWith('crew')) crew.push({ id, name, username, ...(await people.signInAs(username, PASSWORD)) });
  const { places } = await clerk.read('place.list', {});
  const { roster } = await clerk.read('roster.get', { month: monthOf(today()) });
  return {
    clerk,
    placeId: places[0]!.id,
    rosterId: roster!.id,
    crew,
    hire: (name) => hire(clerk, name, `walker${Date.now().toString(36)}`),
  };
}

async function enterOffice(): Promise<Role> {
  for (let tries = 0; ; tries++) {
    try {
      const clerk = await playOn(server)
        .signInAs('fieldclerk', PASSWORD)
        .catch(() => setUp());
      const { roster } = await clerk.read('roster.get', { month: monthOf(today()) });
      if (roster?.state === 'published') return clerk;
    } catch (error) {
      if (!(error instanceof Refused && error.problem.code === 'setup.done')) throw error;
    }
    if (tries > 60) throw new Error('the office is not set up');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function setUp(): Promise<Role> {
  const clerk = people.visitor();
  const unit = { unitName: '青川市外事办公室', shortName: '市外办', name: '林晓' };
  await clerk.act('setup.firstAccount', { ...unit, username: 'fieldclerk', password: PASSWORD });
  for (const [i, name] of ['赵一', '钱二', '孙三', '李四', '周五', '吴六'].entries())
    await hire(clerk, name, `crew${i}x`, i < 2 ? 'leaderInCharge' : 'officer');
  const notice = newId();
  await clerk.act('notice.import', { id: notice, text: firstNotice(Number(today().slice(0, 4))) });
  for (const { key, options } of (await clerk.read('notice.get', { id: notice })).notice.questions)
    await clerk.act('notice.settle', { id: notice, question: key, option: options[0]!.key });
  await clerk.act('notice.adopt', { id: notice });
  const [place] = (await clerk.read('place.list', {})).places;
  const { weekdays, people: n, leaderOnDuty, starts, ends } = place!.rule!;
  const was = { weekdays, people: n, leaderOnDuty, starts, ends };
  await clerk.act('place.setRule', { id: place!.id, was, ...was, weekdays: [1, 2, 3, 4, 5, 6, 7], people: 2 });
  await clerk.act('calendar.set', { day: today(), kind: 'work', name: '巡查日' });
  const roster = newId();
  await clerk.act('roster.make', { id: roster, month: monthOf(today()) });
  await solved(clerk, roster);
  await clerk.act('roster.publish', { id: roster });
  return clerk;
}

async function hire(clerk: Role, name: string, username: string, kind: 'officer' | 'leaderInCharge' = 'officer'): Promise<Walker> {
  const id = newId();
  await clerk.act('person.add', { id, name, posts: [{ kind, sectionId: null, title: kind }] });
  await clerk.act('person.giveAccount', { id, username, password: PASSWORD });
  return { id, name, username, ...(await people.signInAs(username, PASSWORD)) };
}

export const today = (): string => dayOf(Date.now());

/** What the office holds of a problem by its words: one, or the test has found a loss or a double. */
export async function arrivedOnce(office: Office, text: string) {
  const { rows } = await office.clerk.read('issue.list', { limit: 100 });
  const found = rows.filter((row) => row.text === text);
  expect(
    found.map((row) => row.text),
    `"${text}" arrived exactly once`,
  ).toEqual([text]);
  return office.clerk.read('issue.get', { id: found[0]!.id });
}

/** What happened to the patrol itself; who was on post stands in the same history. */
export function patrolFacts(history: readonly { readonly name: string }[]): string[] {
  return history.flatMap(({ name }) => (name.startsWith('patrol.') ? [name] : []));
}

/** What becomes of a request on the way. */
export type Fate =
  | 'pass'
  /** The connection breaks before the server hears anything. */
  | 'cut'
  /** The server does it, the answer never comes. */
  | 'loseAnswer'
  /** Neither an answer nor an end. */
  | 'hang'
  | { readonly status: number; readonly body: object }
  | { readonly rewrite: (text: string) => string };

export interface Seen {
  readonly method: string;
  readonly url: string;
}

export interface Line {
  readonly url: string;
  /** Everything that came by, in order. */
  readonly seen: readonly Seen[];
  /** Decides for each request; everything passes until it is set. */
  fate: (request: Seen) => Fate;
  close(): Promise<void>;
}

/** A small proxy: an origin of its own for each phone, and faults where the test wants them. */
export async function openLine(): Promise<Line> {
  const seen: Seen[] = [];
  const line = { fate: (_request: Seen): Fate => 'pass' };
  const proxy: Server = createServer((incoming, outgoing) => {
    const asked = { method: incoming.method!, url: incoming.url! };
    seen.push(asked);
    const fate = line.fate(asked);
    if (fate === 'hang') return;
    if (fate === 'cut') return void incoming.socket.destroy();
    if (typeof fate === 'object' && 'status' in fate) {
      incoming.resume();
      outgoing.writeHead(fate.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(fate.body));
      return;
    }
    forward(incoming, outgoing, fate);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return Object.assign(line, {
    url,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  });
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, fate: Exclude<Fate, 'cut' | 'hang' | { status: number }>): void {
  const isRewritten = typeof fate === 'object';
  const headers = { ...incoming.headers, ...(isRewritten ? { 'accept-encoding': 'identity' } : {}) };
  const { hostname, port } = new URL(FIELD_URL);
  const onward = request({ hostname, port, method: incoming.method, path: incoming.url, headers }, (answer) => {
    if (fate === 'loseAnswer') {
      answer.resume().on('end', () => incoming.socket.destroy());
      return;
    }
    if (!isRewritten) {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => {
      const { 'content-length': _length, etag: _tag, ...rest } = answer.headers;
      outgoing.writeHead(answer.statusCode!, rest).end(fate.rewrite(Buffer.concat(parts).toString('utf8')));
    });
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

/** Signs in without the form and opens the phone; answers when everything a day needs lies on it. */
export async function openPhone(context: BrowserContext, line: Line, walker: Walker, path = '/m/'): Promise<Page> {
  await signIn(context, line, walker);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(line.url + path);
  await expect(page.locator('.queue-chip')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

export async function signIn(context: BrowserContext, line: Line, { username }: Walker): Promise<void> {
  const answer = await context.request.post(`${line.url}/api/session.signIn`, { data: { username, password: PASSWORD } });
  expect(answer.status()).toBe(200);
}

export async function newPhone(browser: Browser, line: Line, walker: Walker, path?: string): Promise<Page> {
  return openPhone(await browser.newContext(PHONE), line, walker, path);
}

export interface Shot {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture that stays several parts large after the phone has made it small. */
export async function largePhoto(): Promise<Shot> {
  const buffer = await sharp(randomBytes(1200 * 900 * 3), { raw: { width: 1200, height: 900, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { name: 'noise.jpg', mimeType: 'image/jpeg', buffer };
}

export async function smallPhoto(background: string): Promise<Shot> {
  const buffer = await sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}

/** Writes a problem down on the phone; it is in the queue when this answers. */
export async function report(page: Page, line: Line, text: string, photos: readonly Shot[] = []): Promise<void> {
  await page.goto(`${line.url}/m/report`);
  for (const [i, photo] of photos.entries()) {
    await page.locator('input[type=file]').first().setInputFiles(photo);
    await expect(page.locator('.taken li')).toHaveCount(i + 1);
  }
  await page.getByLabel('发现了什么').fill(text);
  await page.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.getByLabel('发现了什么')).toHaveCount(0);
}

export async function expectAllSent(page: Page): Promise<void> {
  await expect(page.locator('.queue-chip')).toHaveText('已全部上传', { timeout: 30_000 });
}
