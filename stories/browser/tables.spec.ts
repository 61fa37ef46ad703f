/** Leave from a table at the desk, and the calendar link at both sizes: they fit, axe finds nothing, a mended file can be chosen again. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watch } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

async function as(browser: Browser, who: string, viewport: typeof DESK, path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport, hasTouch: viewport === PHONE })).newPage();
  await enterAs(page, who);
  await page.goto(DEMO_URL + path);
  return page;
}
const csv = (text: string) => ({ name: '请假表.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a table of leave is looked at, mended, chosen again and recorded', async ({ browser }) => {
  for (const viewport of [DESK, PHONE]) {
    const page = await as(browser, '创城专员', viewport, '/roster/2028-09');
    const complaints = watch(page);
    await page.getByRole('button', { name: '从表格导入' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('选择表格文件').setInputFiles(csv('甲,乙\n1,2\n'));
    await expect(sheet.getByText('没有找到表头')).toBeVisible();
    const day = viewport === DESK ? '2028-09-11' : '2028-09-18';
    const table = csv(
      `姓名,事由,开始,结束,说明\n无此人,年休假,${day},${day},\n温晴,出差,${day},${day},赴省创城办汇报迎检准备工作并参加培训\n`,
    );
    await sheet.getByLabel('选择表格文件').setInputFiles(table);
    await expect(sheet.getByText('请假表.csv')).toBeVisible();
    await expect(sheet.getByText('本单位没有“无此人”')).toBeVisible();
    await expectAccessible(page);
    await expectFits(page);
    await sheet.getByRole('button', { name: '导入 1 条' }).click();
    await expect(sheet).toHaveCount(0);
    await expect(page.locator('main')).toContainText('赴省创城办汇报');
    // The refused file is answered with a 422, which the browser notes by itself.
    expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
    await page.context().close();
  }
});

test('the calendar link is made and ended, at the desk and on the phone', async ({ browser }) => {
  for (const [viewport, path] of [
    [DESK, '/roster'],
    [PHONE, '/m/duties'],
  ] as const) {
    const page = await as(browser, '创城专员', viewport, path);
    const link = page.getByRole('region', { name: '订阅到手机日历' });
    await link.getByRole('button', { name: '生成链接' }).click();
    await expect(link.getByRole('img', { name: '订阅链接的二维码' })).toBeVisible();
    await expectAccessible(page);
    await expectFits(page);
    await link.getByRole('button', { name: '停用' }).click();
    await expect(link.getByRole('button', { name: '生成链接' })).toBeVisible();
    await page.context().close();
  }
});
