/** What a bad line, a full phone and a killed browser do to a day's work: nothing. Each ends with every record in the office exactly once. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { newId } from '#domain/kernel/id.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { findBrowser } from '../../script/browser.ts';
import {
  arrivedOnce,
  expectAllSent,
  type Line,
  largePhoto,
  newPhone,
  type Office,
  openLine,
  openOffice,
  openPhone,
  PHONE,
  patrolFacts,
  report,
  type Seen,
  smallPhoto,
} from './field.ts';

let office: Office;
let line: Line;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  office = await openOffice();
});
test.beforeEach(async () => {
  line = await openLine();
});
test.afterEach(() => line.close());

/** The process of the browser that holds this profile. */
function browserOf(profile: string): number {
  const isIt = (pid: string): boolean => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=');
    } catch {
      return false; // ended while we looked
    }
  };
  return Number(readdirSync('/proc').find((name) => /^\d+$/.test(name) && isIt(name)));
}

const isPart = ({ url }: Seen) => url.startsWith('/api/photo.part');
const offsetOf = ({ url }: Seen) => Number(new URL(url, 'http://line').searchParams.get('offset'));
const states = (photos: readonly { readonly state: string }[]) => photos.map((photo) => photo.state);

test('a day without signal, from the first tap on', async ({ browser }) => {
  const walker = await office.hire('何田');
  const patrolId = newId();
  await walker.act('patrol.open', { id: patrolId, placeId: office.placeId });
  await walker.act('issue.report', { id: newId(), text: '昨天的旧问题', placeId: office.placeId });
  const page = await newPhone(browser, line, walker);
  await expect.poll(() => line.seen.filter(({ url }) => /patrol\.get|issue\.get/.test(url)).length).toBeGreaterThanOrEqual(2);
  await page.waitForTimeout(300);
  await page.context().setOffline(true);

  for (const [path, said] of [
    ['/m/', '8网格梧桐社区'],
    ['/m/patrols', '本单位巡查'],
    [`/m/patrols/${patrolId}`, '查看宣传栏是否完好'],
    ['/m/issues', '昨天的旧问题'],
    ['/m/me', '全部已经上传'],
  ] as const) {
    await page.goto(line.url + path);
    await expect(page.getByText(said).first(), `${path} without signal`).toBeVisible();
  }
  await page.goto(`${line.url}/m/issues`);
  await page.getByText('昨天的旧问题').click();
  await expect(page.getByText('经过'), 'a problem never opened before').toBeVisible();

  // Two drafts at once, left alone, reloaded.
  await page.goto(`${line.url}/m/report`);
  await page.getByLabel('发现了什么').fill('没写完的问题');
  await page.goto(`${line.url}/m/patrols/${patrolId}`);
  await page.getByRole('button', { name: '开始巡查' }).click();
  await page.locator('input[inputmode=decimal]').fill('98');
  await page.reload();
  await expect(page.locator('input[inputmode=decimal]')).toHaveValue('98');
  await page.goto(`${line.url}/m/report`);
  await expect(page.getByLabel('发现了什么')).toHaveValue('没写完的问题');
  await page.getByLabel('发现了什么').fill('离线写完的问题');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await smallPhoto('#884422'));
  await expect(page.locator('.taken li')).toHaveCount(1);
  await page.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.getByLabel('发现了什么'), 'in the queue, with its draft gone in the same breath').toHaveCount(0);
  await page.goto(`${line.url}/m/patrols/${patrolId}`);
  await page.getByRole('button', { name: /其余合格/ }).click();
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '已发到群' }).click();
  await expect(page.locator('.queue-chip')).toContainText('离线 · 待上传 5');

  await page.context().setOffline(false);
  await expectAllSent(page);
  const { issue } = await arrivedOnce(office, '离线写完的问题');
  expect(states(issue.photos)).toEqual(['arrived']);
  const { patrol, history } = await office.clerk.read('patrol.get', { id: patrolId });
  expect(patrol.state).toBe('reported');
  expect(patrolFacts(history)).toEqual(['patrol.opened', 'patrol.started', 'patrol.submitted', 'patrol.logReported']);
});

test('what is typed or recorded in the last moment before the page goes is still there, and there once', async ({ browser }) => {
  const walker = await office.hire('柳青');
  const page = await newPhone(browser, line, walker);
  await page.goto(`${line.url}/m/report`);
  const text = page.getByLabel('发现了什么');
  for (const typed of ['井盖', '井盖松动', '井盖松动，压过有响声']) {
    await expect(text).toBeVisible();
    await text.evaluate((field: HTMLTextAreaElement, value) => {
      field.focus();
      document.execCommand('selectAll');
      document.execCommand('insertText', false, value);
      location.reload();
    }, typed);
    await expect(text, 'typed and left in one breath').toHaveValue(typed);
  }
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':draft:')))).toEqual([]);
  const record = page.getByRole('button', { name: '记录', exact: true });
  await record.evaluate((button: HTMLButtonElement) => {
    button.click();
    location.reload();
  });
  await expect(text).toBeVisible();
  if ((await text.inputValue()) !== '') {
    await record.click();
    await expect(text, 'in the queue').toHaveCount(0);
  }
  const arrived = async () =>
    (await office.clerk.read('issue.list', { limit: 100 })).rows.filter((row) => row.text === '井盖松动，压过有响声').length;
  await expect.poll(arrived).toBe(1);
  await expectAllSent(page);
  await arrivedOnce(office, '井盖松动，压过有响声');
});

test('the browser is killed in the middle of a photo: it goes on where the server stopped hearing', async () => {
  test.setTimeout(90_000);
  const walker = await office.hire('唐宁');
  const profile = mkdtempSync(join(tmpdir(), 'chuangcheng-profile-'));
  const open = async () => chromium.launchPersistentContext(profile, { ...(await findBrowser()), ...PHONE });
  line.fate = (request) => (isPart(request) && offsetOf(request) > 0 ? 'hang' : 'pass');
  const before = await open();
  const page = await openPhone(before, line, walker);
  await report(page, line, '杀掉浏览器时在传', [await largePhoto()]);
  await expect.poll(() => line.seen.filter(isPart).length).toBe(2);
  process.kill(browserOf(profile), 'SIGKILL');
  await new Promise((resolve) => before.once('close', resolve));

  line.fate = () => 'pass';
  const earlier = line.seen.length;
  const again = await open();
  await expectAllSent(await openPhone(again, line, walker));
  const parts = line.seen.slice(earlier).filter(isPart).map(offsetOf);
  expect(parts[0], 'not from the beginning').toBeGreaterThan(0);
  const { issue } = await arrivedOnce(office, '杀掉浏览器时在传');
  expect(states(issue.photos)).toEqual(['arrived']);
  await again.close();
  rmSync(profile, { recursive: true, force: true });
});

test('every answer is lost once after the server has done its work, and a part of a photo is cut: nothing is doubled', async ({
  browser,
}) => {
  const walker = await office.hire('宋禾');
  const page = await newPhone(browser, line, walker);
  const lost = new Set<string>();
  line.fate = ({ method, url }) => {
    if (method !== 'POST' || lost.has(url)) return 'pass';
    lost.add(url);
    return isPart({ method, url }) && offsetOf({ method, url }) > 0 ? 'cut' : 'loseAnswer';
  };
  await report(page, line, '回应丢失的问题', [await largePhoto()]);
  await expectAllSent(page);
  expect([...lost].some((url) => url.includes('photo.announce')) && [...lost].some((url) => url.includes('issue.report'))).toBe(true);
  const { issue, history } = await arrivedOnce(office, '回应丢失的问题');
  expect(states(issue.photos)).toEqual(['arrived']);
  expect(history.map((fact) => fact.name)).toEqual(['issue.reported']);
});

test('the server fails one act again and again: it says so, the others pass it, and in the end it arrives too', async ({ browser }) => {
  const walker = await office.hire('白鹭');
  const page = await newPhone(browser, line, walker);
  const fault = { status: 500, body: new Problem('server.fault', { trace: 'x-1' }).toJSON() };
  let failures = 0;
  line.fate = ({ url }) => (url === '/api/issue.report' && failures++ < 3 ? fault : 'pass');
  await page.context().setOffline(true);
  await report(page, line, '服务器总出错的问题');
  await page.goto(`${line.url}/m/patrols`);
  await page.context().setOffline(false);
  await expect.poll(() => failures).toBeGreaterThan(0);
  await page.goto(`${line.url}/m/me`);
  await expect(page.getByText(/系统出错，数据没有改动|已试 \d 次/).first(), 'the reason stands at the item').toBeVisible();
  await expectAllSent(page);
  expect(failures).toBeGreaterThan(3);
  await arrivedOnce(office, '服务器总出错的问题');
});

test('two photos get stuck: their record and the next one go past them, both sides say how many have arrived', async ({ browser }) => {
  const walker = await office.hire('顾念');
  const page = await newPhone(browser, line, walker);
  const photos: string[] = [];
  line.fate = (request) => {
    if (!isPart(request)) return 'pass';
    const id = new URL(request.url, 'http://line').searchParams.get('id')!;
    if (!photos.includes(id)) photos.push(id);
    return photos.indexOf(id) < 2 ? 'cut' : 'pass';
  };
  await report(page, line, '四张照片的问题', await Promise.all(['#111111', '#555555', '#999999', '#dddddd'].map(smallPhoto)));
  await report(page, line, '后面的问题');
  await expect
    .poll(async () => (await office.clerk.read('issue.list', { limit: 100 })).rows.some((row) => row.text === '后面的问题'))
    .toBe(true);
  await page.goto(`${line.url}/m/me`);
  await expect(page.getByText('4 张已到 2 张').first()).toBeVisible();
  const { issue } = await arrivedOnce(office, '四张照片的问题');
  expect(states(issue.photos)).toEqual(['waiting', 'waiting', 'arrived', 'arrived']);
  const desk = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await desk.request.post(`${line.url}/api/session.signIn`, { data: { username: walker.username, password: 'field-password' } });
  const record = await desk.newPage();
  await record.goto(`${line.url}/issues/${issue.id}`);
  await expect(record.getByText('照片 4 张，已到 2 张，其余还在手机上')).toBeVisible();
  await expect(record.getByText('待上传', { exact: true })).toHaveCount(2);

  line.fate = () => 'pass';
  await page.getByRole('button', { name: '现在上传' }).click();
  await expectAllSent(page);
  expect(states((await arrivedOnce(office, '四张照片的问题')).issue.photos)).toEqual(['arrived', 'arrived', 'arrived', 'arrived']);
  await record.reload();
  await expect(record.getByText('其余还在手机上')).toHaveCount(0);
  await record.locator('.photo').first().click();
  const shown = record.locator('dialog.viewer img');
  await expect(shown, 'time, place, theme and unit are drawn into the shown copy').toHaveAttribute('data-captioned', 'true');
  expect(await shown.getAttribute('src')).toMatch(/^blob:/);
});

/**
 * A phone without room. This browser does not hold IndexedDB to a quota it is given, so the refusal is made where it would come from:
 * work cannot be written while it is `full`; while only `copies` fill the phone, until one of them has been dropped.
 */
function withoutRoom(): void {
  const { put, add } = IDBObjectStore.prototype;
  const drop = IDBCursor.prototype.delete;
  const room = () => (window as unknown as { room?: 'copies' | 'full' }).room;
  const refuse = (store: IDBObjectStore) => {
    if (room() && store.name !== 'kept') throw new DOMException('no room', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.put = function (...given) {
    refuse(this);
    return put.apply(this, given);
  };
  IDBObjectStore.prototype.add = function (...given) {
    refuse(this);
    return add.apply(this, given);
  };
  IDBCursor.prototype.delete = function () {
    if (room() === 'copies') (window as unknown as { room?: string }).room = undefined;
    return drop.apply(this);
  };
}

async function draftsOnThisPhone(): Promise<string> {
  const { name } = (await indexedDB.databases()).find((one) => one.name?.startsWith('chuangcheng-'))!;
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name!);
    opening.onsuccess = () => resolve(opening.result);
  });
  const all = db.transaction('drafts').objectStore('drafts').getAll();
  await new Promise((resolve) => {
    all.onsuccess = resolve;
  });
  db.close();
  return JSON.stringify(all.result);
}

test('the phone is full: kept copies make room for work; without any it says so and loses nothing that was saved', async ({ browser }) => {
  const walker = await office.hire('苏禾');
  const context = await browser.newContext(PHONE);
  await context.addInitScript(withoutRoom);
  const page = await openPhone(context, line, walker, '/m/report');
  const setRoom = (room?: string) => page.evaluate((value) => Object.assign(window, { room: value }), room);
  await setRoom('copies');
  await page.getByLabel('发现了什么').fill('存满时记的问题');
  await expect.poll(() => page.evaluate(draftsOnThisPhone)).toContain('存满时记的问题');
  await setRoom('full');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await largePhoto());
  await expect(page.getByText('手机存储已满，这一步没有保存。请清理空间后再试。')).toBeVisible();
  await page.getByLabel('具体位置').fill('没有存下的位置');
  await expect(page.getByText(/手机没有存下刚才的填写/)).toBeVisible();
  await page.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(/手机存储已满|没有存下/);
  await setRoom();
  await page.reload();
  await expect(page.getByLabel('发现了什么')).toHaveValue('存满时记的问题');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await largePhoto());
  await expect(page.locator('.taken li')).toHaveCount(1);
  await page.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.getByLabel('发现了什么')).toHaveCount(0);
  await expectAllSent(page);
  expect(states((await arrivedOnce(office, '存满时记的问题')).issue.photos)).toEqual(['arrived']);
});

test('a HEIC picture is kept and sent as it is, a broken one is refused on the spot; both say so', async ({ browser }) => {
  const walker = await office.hire('韩松');
  const page = await newPhone(browser, line, walker, '/m/report');
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(2_000, 7)]);
  await page.locator('input[type=file]').nth(1).setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic });
  await expect(page.getByText(/HEIC 格式，这个浏览器显示不了：原图照样保存和上传/)).toBeVisible();
  const broken = { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) };
  await page.locator('input[type=file]').first().setInputFiles(broken);
  await expect(page.getByText(/这张图片打不开。可能已损坏/)).toBeVisible();
  await page.getByLabel('发现了什么').fill('苹果手机拍的问题');
  await page.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.getByLabel('发现了什么')).toHaveCount(0);
  await expectAllSent(page);
  const { issue } = await arrivedOnce(office, '苹果手机拍的问题');
  expect(issue.photos.map(({ state, fromAlbum }) => [state, fromAlbum])).toEqual([['originalOnly', true]]);
  await page.goto(`${line.url}/m/issues/${issue.id}`);
  await expect(page.getByText('HEIC 原图，下载查看')).toBeVisible();
});
