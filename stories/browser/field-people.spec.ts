/** Two phones, one phone for two, a roster changed meanwhile, a wrong clock, an update, a file for the clerk: each record in the office exactly once. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { newId } from '#domain/kernel/id.ts';
import {
  arrivedOnce,
  expectAllSent,
  type Line,
  newPhone,
  type Office,
  openLine,
  openOffice,
  openPhone,
  PHONE,
  patrolFacts,
  report,
  signIn,
  smallPhoto,
  today,
} from './field.ts';
import { expectAccessible, expectFits } from './people.ts';

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

/** Answers the whole checklist; `worse` finds its first item a problem. */
async function answer(page: Page, patrolId: string, worse = false): Promise<void> {
  await page.goto(`${line.url}/m/patrols/${patrolId}`);
  const start = page.getByRole('button', { name: '开始巡查' });
  const items = page.locator('input[inputmode=decimal]');
  await expect(start.or(items)).toBeVisible();
  if (await start.isVisible()) await start.click();
  await items.fill('100');
  if (worse) {
    await page.locator('.item').first().getByRole('radio', { name: '问题' }).click();
    await page.getByLabel('发现了什么').fill(`二号手机在 ${patrolId.slice(-4)} 发现`);
    await page.getByRole('button', { name: '记录', exact: true }).click();
  }
  const rest = page.getByRole('button', { name: /其余合格/ });
  await expect(page.getByRole('button', { name: /^提交/ })).toBeVisible();
  if (await rest.isVisible()) await rest.click();
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText(/^已提交/)).toBeVisible();
}

test('two phones walk the same patrol without signal and both submit it: together it is one, with both results in the history', async ({
  browser,
}) => {
  const walker = await office.hire('何田');
  const id = newId();
  await walker.act('patrol.open', { id, placeId: office.placeId });
  const [one, two] = [await newPhone(browser, line, walker), await newPhone(browser, line, walker)];
  for (const page of [one, two]) await page.goto(`${line.url}/m/patrols/${id}`);
  for (const page of [one, two]) await expect(page.getByText('查看宣传栏是否完好')).toBeVisible();
  for (const page of [one, two]) await page.context().setOffline(true);
  await answer(one, id);
  await submit(one);
  await answer(two, id, true);
  await submit(two);
  for (const page of [one, two]) await page.context().setOffline(false);
  for (const page of [one, two]) await expectAllSent(page);
  const { patrol, history } = await office.clerk.read('patrol.get', { id });
  expect(patrol.answers.map((each) => each.verdict)).toEqual(['problem', 'fine']);
  expect(patrol.issues).toHaveLength(1);
  expect(patrolFacts(history).sort()).toEqual(['patrol.joined', 'patrol.opened', 'patrol.started', 'patrol.submitted']);
  expect(JSON.stringify(history.find((fact) => fact.name === 'patrol.joined')!.data)).toContain('"differs"');
  await Promise.all([one, two].map((page) => page.getByRole('button', { name: '已发到群' }).click()));
  await expect
    .poll(async () => (await office.clerk.read('patrol.get', { id })).history.filter((fact) => fact.name === 'patrol.logReported').length)
    .toBe(1);
});

test('the partner has submitted first: what this phone holds is offered to be added, not dropped', async ({ browser }) => {
  const walker = await office.hire('唐宁');
  const id = newId();
  await walker.act('patrol.open', { id, placeId: office.placeId });
  const page = await newPhone(browser, line, walker);
  await answer(page, id, true);
  const { checklist } = (await walker.read('patrol.get', { id })).patrol;
  const answers = checklist.map(({ no, measures }) => ({
    no,
    verdict: 'fine' as const,
    measures: measures.map(({ metric }) => ({ metric, value: 100 })),
  }));
  await walker.act('patrol.submit', { id, answers, help: {} });
  await page.goto(`${line.url}/m/patrols/${id}`);
  await expect(page.getByText(/这台手机上您还填了 1 项与之不同/)).toBeVisible();
  await page.getByRole('button', { name: '并入我的结果' }).click();
  await expectAllSent(page);
  await expect.poll(async () => (await office.clerk.read('patrol.get', { id })).patrol.answers[0]!.verdict).toBe('problem');
});

test('a shared phone: the next person sees that work is left, cannot send it, and the owner sends it once', async ({ browser }) => {
  const [first, second] = [await office.hire('宋禾'), await office.hire('白鹭')];
  const page = await newPhone(browser, line, first);
  await page.context().setOffline(true);
  await report(page, line, '换人前没传完的问题', [await smallPhoto('#336699')]);
  line.fate = ({ url }) => (/photo\.announce|issue\.report/.test(url) ? 'cut' : 'pass');
  await page.context().setOffline(false);
  await signIn(page.context(), line, second);
  await page.goto(`${line.url}/m/me`);
  await expect(page.getByRole('heading', { name: /白鹭/ })).toBeVisible();
  await expect(page.getByText(/宋禾：2 项没有上传/)).toBeVisible();
  line.fate = () => 'pass';
  await report(page, line, '第二个人的问题');
  await expectAllSent(page);
  expect((await arrivedOnce(office, '第二个人的问题')).issue.finder.name).toBe('白鹭');
  const { rows } = await office.clerk.read('issue.list', { limit: 100 });
  expect(
    rows.some((row) => row.text === '换人前没传完的问题'),
    'not sent in another name',
  ).toBe(false);
  await signIn(page.context(), line, first);
  await page.goto(`${line.url}/m/me`);
  await expect(page.getByRole('heading', { name: /宋禾/ })).toBeVisible();
  await expectAllSent(page);
  const { issue } = await arrivedOnce(office, '换人前没传完的问题');
  expect([issue.finder.name, issue.photos[0]!.state]).toEqual(['宋禾', 'arrived']);
});

test('the roster is changed while somebody walks without signal: their patrol arrives all the same', async ({ browser }) => {
  const { roster } = await office.clerk.read('roster.get', { month: today().slice(0, 7) });
  const seat = roster!.seats.find((one) => one.day === today() && one.n === 1)!;
  const walker = office.crew.find((person) => person.id === seat.personId)!;
  const free = office.crew.slice(2).find((person) => !roster!.seats.some((one) => one.day === today() && one.personId === person.id))!;
  const page = await newPhone(browser, line, walker);
  await expect(page.getByText('8网格梧桐社区').first()).toBeVisible();
  const id = (await walker.read('patrol.today', {})).mine.find((patrol) => patrol.rosterId !== null)!.id;
  await page.goto(`${line.url}/m/patrols/${id}`);
  await expect(page.getByRole('button', { name: '开始巡查' })).toBeVisible();
  await page.context().setOffline(true);
  await answer(page, id);
  await submit(page);
  await office.clerk.act('roster.assign', {
    id: office.rosterId,
    changes: [{ day: today(), placeId: seat.placeId, n: 1, was: seat.personId, personId: free.id }],
  });
  await page.context().setOffline(false);
  await expectAllSent(page);
  const { patrol } = await office.clerk.read('patrol.get', { id });
  expect([patrol.state, patrol.submittedBy?.name, patrol.memberIds.includes(walker.id)]).toEqual(['submitted', walker.name, false]);
});

test('a clock that is a day fast is noticed, told, and corrected in the record', async ({ browser }) => {
  const walker = await office.hire('顾念');
  const context = await browser.newContext(PHONE);
  await context.addInitScript(() => {
    const Real = Date;
    const DAY = 86_400_000;
    globalThis.Date = class extends Real {
      constructor(...given: [number?]) {
        if (given.length === 0) super(Real.now() + DAY);
        else super(...(given as [number]));
      }
      static override now() {
        return Real.now() + DAY;
      }
    } as DateConstructor;
  });
  const page = await openPhone(context, line, walker);
  await expect(page.getByText(/这台手机的时间快了约 1 天/)).toBeVisible();
  await context.setOffline(true);
  await report(page, line, '时间不对的手机', [await smallPhoto('#778899')]);
  await context.setOffline(false);
  await expectAllSent(page);
  const { issue, history } = await arrivedOnce(office, '时间不对的手机');
  const minutes = (at: string) => Math.abs(Date.parse(at) - Date.now()) / 60_000;
  expect(minutes(issue.photos[0]!.takenAt!)).toBeLessThan(2);
  expect(Math.round(issue.photos[0]!.clockOff! / 60_000)).toBe(-1440);
  expect(Math.round(history[0]!.clockOff! / 60_000)).toBe(-1440);
  expect(minutes(history[0]!.deviceAt!)).toBeGreaterThan(1400);
  await page.goto(`${line.url}/m/issues/${issue.id}`);
  await expect(page.getByText('手机时间快约 1 天，已校正')).toBeVisible();
});

test('the app is updated while drafts and a queue lie on the phone, and the old parts are gone from the server', async ({ browser }) => {
  const walker = await office.hire('韩松');
  const page = await newPhone(browser, line, walker, '/m/report');
  await page.getByLabel('发现了什么').fill('更新前的草稿');
  await page.context().setOffline(true);
  await report(page, line, '更新前排队的问题');
  await page.goto(`${line.url}/m/report`);
  await page.getByLabel('发现了什么').fill('更新前的草稿');
  line.fate = ({ url }) => {
    if (url === '/m/sw.js') return { rewrite: (text) => text.replace(/phone-[0-9a-f]{12}/, 'phone-next') };
    return /\/m\/assets\/(Report|report)/.test(url) ? { status: 404, body: {} } : 'pass';
  };
  await page.context().setOffline(false);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(() => page.evaluate(() => caches.keys())).toContain('phone-next');
  await page.reload();
  await expect(page.getByLabel('发现了什么'), 'page and draft are there after the update').toHaveValue('更新前的草稿');
  await page.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.getByLabel('发现了什么')).toHaveCount(0);
  await expectAllSent(page);
  await arrivedOnce(office, '更新前的草稿');
  await arrivedOnce(office, '更新前排队的问题');
});

test('what was refused is mended and sent again; the refused version stays in the list', async ({ browser }) => {
  const walker = await office.hire('程予');
  const page = await newPhone(browser, line, walker);
  const refusal = {
    status: 422,
    body: { type: '', code: 'issue.unknownPlace', status: 422, zh: '没有这个地点。', en: 'There is no such place.', details: {} },
  };
  line.fate = ({ url }) => (url === '/api/issue.report' ? refusal : 'pass');
  await report(page, line, '写错的问题');
  await page.goto(`${line.url}/m/me`);
  await expect(page.getByText('没有这个地点。')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  line.fate = () => 'pass';
  await page.getByRole('button', { name: '修改' }).click();
  await page.getByLabel('发现了什么').fill('改好的问题');
  await expectAccessible(page);
  await page.getByRole('button', { name: '重新发送' }).click();
  await expect(page.getByText('已修改重发')).toBeVisible();
  await expectAllSent(page);
  await arrivedOnce(office, '改好的问题');
});

test('a phone that cannot connect hands its queue over as a file; the clerk brings it in, and the phone sends it later without doubling', async ({
  browser,
}) => {
  const walker = await office.hire('高朗');
  const page = await newPhone(browser, line, walker);
  await page.context().setOffline(true);
  await report(page, line, '从文件导入的问题', [await smallPhoto('#993366')]);
  await page.goto(`${line.url}/m/me`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出为文件' }).click()]);
  const file = readFileSync(await download.path());
  await expect(page.getByText(/已导出。文件里有照片和记录/)).toBeVisible();

  const desk = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await desk.request.post(`${line.url}/api/session.signIn`, { data: { username: 'fieldclerk', password: 'field-password' } });
  const table = await desk.newPage();
  await table.goto(`${line.url}/queue`);
  await table.locator('#queue-file').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(table.getByText('这不是手机导出的队列文件。')).toBeVisible();
  await table.locator('#queue-file').setInputFiles({ name: 'queue.json', mimeType: 'application/json', buffer: file });
  await expect(table.getByText('高朗 · 青川市外事办公室')).toBeVisible();
  await expectAccessible(table);
  await table.getByRole('button', { name: '全部导入' }).click();
  await expect(table.getByText('已在系统中')).toHaveCount(2);
  const { issue } = await arrivedOnce(office, '从文件导入的问题');
  expect([issue.finder.name, issue.photos[0]!.state]).toEqual(['高朗', 'arrived']);
  await table.goto(`${line.url}/issues/${issue.id}`);
  await expect(table.getByText('由林晓从导出文件代为导入')).toBeVisible();

  await page.context().setOffline(false);
  await expectAllSent(page);
  const { history } = await arrivedOnce(office, '从文件导入的问题');
  expect(history).toHaveLength(1);
});
