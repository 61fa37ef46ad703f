/** The log on two phones and at the desk: signed where it was read, amended with a reason, printed; what was checked, week by week. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const WIDE = { viewport: { width: 1440, height: 900 } };

interface Row {
  readonly id: string;
  readonly amendments: number;
  readonly photoIds: readonly string[];
  readonly leader: { readonly name: string } | null;
}

async function onDevice(browser: Browser, device: object, who: string, path: string): Promise<Page> {
  const context = await browser.newContext({ ...device, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await enterAs(page, who, path);
  return page;
}

const rowsOf = async (page: Page, query = ''): Promise<Row[]> =>
  ((await (await page.request.get(`${DEMO_URL}/api/patrol.list?limit=100${query}`)).json()) as { rows: Row[] }).rows;

test('signed on the phone that walked it, amended with a reason, its versions at the desk', async ({ browser }) => {
  test.setTimeout(150_000);
  // Another walk than that of the other tests: the clerk's own, outside the roster.
  const walker = await onDevice(browser, PHONE, '综合科副科长', '/m/patrols');
  await walker.getByRole('button', { name: '临时巡查' }).click();
  await walker.getByRole('dialog').locator('.rows button').last().click();
  await walker.getByRole('button', { name: '开始巡查' }).click();
  await expect(walker.getByText('记录本次轨迹')).toBeVisible();
  await expect(walker.getByRole('checkbox', { name: /记录本次轨迹/ }), 'a track is asked for, never taken').not.toBeChecked();
  for (const input of await walker.locator('input[inputmode="decimal"]').all()) await input.fill('100');
  await walker.getByRole('button', { name: '其余合格' }).click();
  await expectFits(walker);
  await expectAccessible(walker);
  await walker.getByRole('button', { name: /^提交/ }).click();
  await walker.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();

  await walker.getByRole('button', { name: '以上属实，签名确认' }).click();
  await expect(walker.locator('.signatures .signed')).toHaveText(/温晴/);
  await walker.getByRole('button', { name: '已发到群' }).click();
  await expect(walker.getByText('按时上报')).toBeVisible();

  await walker.getByRole('button', { name: '更正日志' }).click();
  await walker.getByRole('button', { name: '清理加一' }).click();
  await walker.locator('#item-1').getByRole('radio', { name: '问题' }).check();
  await walker.locator('#item-1').getByRole('button', { name: '调整' }).click();
  await walker.locator('#item-1').getByRole('radio', { name: 'C# 0%' }).check();
  await expectFits(walker);
  await expectAccessible(walker);
  await walker.getByRole('button', { name: '提交更正' }).click();
  await expect(walker.getByText('请写明更正原因。')).toBeVisible();
  await walker.getByLabel('更正原因').fill('漏记一处清理');
  await walker.getByRole('button', { name: '提交更正' }).click();

  const versions = walker.locator('.log-versions');
  await expect(versions).toContainText('漏记一处清理');
  await expect(versions.locator('tr', { hasText: '第 1 项' })).toContainText('问题 C#');
  await expect(versions.locator('tr', { hasText: '清理' })).toContainText('01');
  await expect(walker.getByText('内容更新后要重新签名。')).toBeVisible();
  await walker.getByRole('button', { name: '以上属实，签名确认' }).click();
  await walker.getByRole('button', { name: '更正已发到群' }).click();
  await expect(walker.getByRole('button', { name: '更正已发到群' })).toHaveCount(0);
  await expectFits(walker);
  await expectAccessible(walker);

  const [row] = (await rowsOf(walker)).filter(({ amendments, leader }) => amendments === 1 && leader === null);
  const desk = await onDevice(browser, WIDE, '创城专员', `/patrols/${row!.id}`);
  await desk.goto(`${DEMO_URL}/patrols/${row!.id}`);
  await expect(desk.locator('.log-versions')).toContainText('漏记一处清理');
  await expectAccessible(desk);
  await desk.getByRole('link', { name: '看这一版' }).last().click();
  await expect(desk.getByText('第 1 版 · 旧版')).toBeVisible();
  await expect(desk.locator('.log-page-items tbody tr').first()).toContainText('合格');
  await expectAccessible(desk);
});

test('a log prints on two pages of A4 at most, with its photos', async ({ browser }) => {
  const desk = await onDevice(browser, WIDE, '创城专员', '/');
  const rows = (await rowsOf(desk)).filter(({ photoIds }) => photoIds.length === 3);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows.slice(0, 3)) {
    await desk.goto(`${DEMO_URL}/patrols/${row.id}/log`);
    await expect(desk.locator('.log-page-photos img').first()).toBeVisible();
    await desk.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    const pdf = (await desk.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(pages, 'pages').toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(2);
    expect(pdf.match(/\/MediaBox\s*\[\s*0 0 59[45][\d.]* 84[12]/g)?.length).toBe(pages);
    const photos = await desk.locator('.log-page-photos img').count();
    expect(pdf.match(/\/Subtype\s*\/Image/g)?.length ?? 0, 'its photos are in it').toBeGreaterThanOrEqual(photos);
  }
});

for (const [name, device] of Object.entries({ desk: WIDE, phone: PHONE })) {
  test(`coverage at the ${name}: each number opens its cases; logs are found by their words`, async ({ browser }) => {
    const page = await onDevice(browser, device, '创城专员', '/');
    await page.goto(`${DEMO_URL}/patrols/coverage`);
    const table = page.locator('table.coverage').first();
    await expect(table).toBeVisible();
    await expectFits(page);
    await expectAccessible(page);
    const problems = table.locator('tbody td:last-child .coverage-problem').first();
    const said = Number(await problems.textContent());
    expect(said).toBeGreaterThan(0);
    await problems.click();
    await expect(page.locator('.narrowed')).toContainText('问题');
    await expect(page.locator('.patrol-line')).toHaveCount(said);
    await page.getByRole('link', { name: '看全部' }).click();

    await page.getByRole('searchbox').fill('盲道 单车');
    await page.getByRole('button', { name: '搜索' }).click();
    await expect(page).toHaveURL(/words=/);
    await expect(page.locator('.narrowed')).toContainText('盲道 单车');
    const found = await rowsOf(page, `&words=${encodeURIComponent('盲道 单车')}`);
    expect(found.length).toBeGreaterThan(0);
    await expect(page.locator('.patrol-line')).toHaveCount(found.length);
    await page.evaluate(() => scrollTo(0, 0));
    await expectFits(page);
    await expectAccessible(page);
  });
}

test('the clerk chooses a point type and changes its numbers; the checklist follows', async ({ browser }) => {
  const page = await onDevice(browser, WIDE, '创城专员', '/org');
  await page.goto(`${DEMO_URL}/org`);
  await page.locator('.point-types summary').click();
  await expect(page.locator('.point-types')).toContainText('亮灯率 ≥ 95%');
  await page.getByRole('button', { name: '修改 公园' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '加一个指标' }).click();
  await form.getByRole('textbox', { name: '指标', exact: true }).fill('完好率');
  await form.getByLabel('不低于 %').fill('98');
  await form.getByLabel('检查项里的词').fill('健身器材、座椅');
  await expectAccessible(page);
  await form.getByRole('button', { name: '存为新的一版' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.locator('.point-types li', { hasText: '公园' })).toContainText('第 2 版');
  await expect(page.locator('.point-types li', { hasText: '公园' })).toContainText('完好率 ≥ 98%');
});
