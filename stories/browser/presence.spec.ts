/** Presence on post: checking in without signal, at the poster, the clerk's board that renews itself, late and missing. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { addMonths, dayOf, monthOf } from '../../domain/kernel/day.ts';
import { newId } from '../../domain/kernel/id.ts';
import { enterAs, expectAccessible, expectFits, watch } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const HERE = { latitude: 31.1794, longitude: 117.2068, accuracy: 9 };

const read = async (request: APIRequestContext, path: string) => (await request.get(`${DEMO_URL}/api/${path}`)).json();

/** Opens a patrol of one's own at the grid, so that the patrols of the other tests are left alone. */
async function openPatrol(page: Page): Promise<{ readonly id: string; readonly placeId: string }> {
  const { places } = (await read(page.request, 'place.list')) as { places: { id: string; kind: string }[] };
  const [id, placeId] = [newId(), places.find((place) => place.kind === 'grid')!.id];
  const answer = await page.request.post(`${DEMO_URL}/api/patrol.open`, { data: { actId: newId(), id, placeId } });
  expect(answer.status()).toBe(200);
  return { id, placeId };
}

/** The page works without signal from now on, and knows the day. */
async function goOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker?.ready.then(() => true));
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
}

test('checked in without signal, seen on the clerk’s board once it is back, confirmed there', async ({ browser }) => {
  test.setTimeout(120_000);
  const phone = await browser.newContext({ ...PHONE, permissions: ['geolocation'], geolocation: HERE });
  const page = await phone.newPage();
  await enterAs(page, '副主任', '/m/');
  const { id } = await openPatrol(page);
  await page.goto(`${DEMO_URL}/m/patrols/${id}`);
  const checkIn = page.getByRole('button', { name: '签到' });
  await expect(checkIn).toBeVisible();
  await expectAccessible(page);

  const board = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const complaints = watch(board);
  await enterAs(board, '创城专员');
  await board.goto(`${DEMO_URL}/presence`);
  const row = board.locator('tr', { has: board.locator(`a[href="/patrols/${id}"]`) });
  await expect(row).toContainText('待到岗');

  await goOffline(page);
  await page.reload();
  await checkIn.click();
  const crew = page.getByRole('list', { name: '当班到岗' });
  await expect(crew).toContainText('已到岗');
  await expect(crew).toContainText('待上传');
  await expect(checkIn).toHaveCount(0);
  await page.reload();
  await expect(crew, 'the queue survives a reload').toContainText('待上传');
  await expectFits(page);
  await expectAccessible(page);

  await phone.setOffline(false);
  await expect(page.getByText('已全部上传')).toBeVisible({ timeout: 40_000 });
  await expect(crew).toContainText('距中心 0 米');
  await expect(crew).not.toContainText('待上传');

  await expect(row, 'the board renews itself').toContainText('已到岗', { timeout: 30_000 });
  await expect(row).toContainText('定位签到');
  await row.getByRole('button', { name: /^确认到岗/ }).click();
  await expect(row).toContainText('已确认');
  await expectAccessible(board);
  await board.goto(`${DEMO_URL}/patrols/${id}`);
  await expect(board.getByRole('heading', { name: '到岗', exact: true })).toBeVisible();
  await expectAccessible(board);
  expect(complaints).toEqual([]);
});

test('scanning the poster of the place checks in, also without signal; a renewed one says so', async ({ browser }) => {
  test.setTimeout(120_000);
  const clerk = await (await browser.newContext()).newPage();
  await enterAs(clerk, '创城专员');
  const phone = await browser.newContext(PHONE);
  const page = await phone.newPage();
  await enterAs(page, '志愿服务科科长', '/m/');
  const { id, placeId } = await openPatrol(page);
  await clerk.goto(`${DEMO_URL}/org/posters?place=${placeId}`);
  await expect(clerk.getByRole('img', { name: /扫码签到/ })).toHaveCount(1);
  const code = async () => {
    const { posters } = (await read(clerk.request, 'place.posters')) as { posters: { place: { id: string }; code: string }[] };
    return posters.find(({ place }) => place.id === placeId)!.code;
  };
  const old = await code();
  await clerk.getByRole('button', { name: /^更换签到码/ }).click();
  await clerk.getByRole('dialog').getByRole('button', { name: '更换签到码' }).click();
  await expect(clerk.getByText('第 2 版')).toBeVisible();

  await page.goto(`${DEMO_URL}/m/here/${placeId}?c=${old}`);
  await expect(page.getByRole('alert')).toContainText('海报已更换', { timeout: 20_000 });
  await expectAccessible(page);

  await goOffline(page);
  await page.goto(`${DEMO_URL}/m/here/${placeId}?c=${await code()}`);
  await expect(page.getByText(/已签到 \d\d:\d\d/)).toBeVisible();
  await expect(page.locator('main').getByText('待上传')).toBeVisible();
  await expectFits(page);
  await phone.setOffline(false);
  await expect
    .poll(
      async () => {
        const { patrols } = (await read(clerk.request, 'presence.day')) as { patrols: { patrolId: string; people: { how: string }[] }[] };
        return patrols.find((patrol) => patrol.patrolId === id)?.people.map(({ how }) => how);
      },
      { timeout: 40_000 },
    )
    .toEqual(['code']);
});

for (const [size, viewport] of Object.entries({ phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } })) {
  test(`a day on which somebody was late or missing (${size})`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await enterAs(page, '创城专员');
    const month = monthOf(dayOf(Date.now()));
    const days: { day: string; notInTime: unknown[] }[] = [];
    for (const one of [month, addMonths(month, -1)]) days.push(...(await read(page.request, `presence.month?month=${one}`)).days);
    const { day } = days.find(({ notInTime }) => notInTime.length > 0)!;
    await page.goto(`${DEMO_URL}/presence?day=${day}`);
    await expect(page.locator('tbody tr').first()).toContainText(/未到岗|迟到/);
    await expectFits(page);
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /^说明原因/ })
      .first()
      .click();
    await expectAccessible(page);
    await page.goto(`${DEMO_URL}/presence/month/${day.slice(0, 7)}`);
    await expect(page.getByRole('link', { name: `月${Number(day.slice(8))}日` })).toBeVisible();
    await expect(page.locator('.not-in-time li').first()).toContainText(/未到岗|迟到/);
  });
}
