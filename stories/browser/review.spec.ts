/** A clerk reviews a notice by keyboard alone, goes on at another machine, adopts it; then an amended one comes. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { amendedNotice, firstNotice } from '../notices.ts';
import { enterAs, expectAccessible, expectFits } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const year = new Date().getFullYear();
const CLERK = '创城专员';

async function machine(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await enterAs(page, CLERK);
  return page;
}

async function bringIn(page: Page, text: string): Promise<string> {
  await page.goto(`${DEMO_URL}/notices/import`);
  await page.getByLabel('公文正文').fill(text);
  await page.getByRole('button', { name: '读取' }).click();
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}/);
  await expect(page.locator('.entry').first()).toBeVisible();
  return page.url();
}

const checked = (page: Page) => page.locator('.review-count b');
const entry = (page: Page, title: string) => page.locator('.plan-list .entry', { hasText: title }).first();

test('reviewed by keyboard, continued elsewhere, adopted, amended', async ({ browser }) => {
  test.setTimeout(150_000);
  const desk = await machine(browser);
  const address = await bringIn(desk, firstNotice(year));
  await expectAccessible(desk);

  // Down the list: right, right, no duty, and that taken back.
  await desk.keyboard.press('n');
  await expect(desk.locator('.entry-here')).toContainText('做好环境卫生');
  await expect(desk.locator('.document .lit').first()).toContainText('做好环境卫生');
  await desk.keyboard.press('a');
  await expect(checked(desk)).toHaveText('1');
  await expect(desk.locator('.entry-here')).toContainText('做好宣传工作');
  await desk.keyboard.press('d');
  await expect(desk.locator('.entry-dropped')).toHaveCount(1);
  await desk.keyboard.press('u');
  await expect(desk.locator('.entry-dropped')).toHaveCount(0);

  // The publicity sentence orders two things.
  await desk.keyboard.press('s');
  await expect(desk.locator('.cut').first()).toBeFocused();
  const semicolon = desk.getByRole('button', { name: /在此断开：电子屏/ });
  for (let step = 0; step < 8 && !(await semicolon.evaluate((cut) => cut === document.activeElement)); step++)
    await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('Space');
  await desk.keyboard.press('Enter');
  await expect(entry(desk, '电子屏由综合科负责播放公益广告')).toBeVisible();

  // Two duties become one, and two again.
  await entry(desk, '落实节水措施').locator('.entry-title').click();
  await expect(async () => {
    await desk.keyboard.press('m');
    await expect(desk.locator('.entry-panel select')).toBeFocused({ timeout: 1_000 });
  }, 'the key is heard once the list has taken in what was done before').toPass();
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Enter');
  await expect(entry(desk, '落实节水措施')).toHaveCount(0);
  await desk.keyboard.press('u');
  await expect(entry(desk, '落实节水措施')).toBeVisible();

  // A day that the notice does not print.
  await entry(desk, '落实节水措施').locator('.entry-title').click();
  await desk.keyboard.press('t');
  await desk.locator('.entry-panel input[type=date]').fill(`${year}-12-30`);
  await desk.keyboard.press('Enter');
  await expect(entry(desk, '落实节水措施').locator('.due-chip').first()).toContainText(`${year}-12-30`);

  // Other words for the title; the keys go on working, and what the notice says can come back.
  await entry(desk, '开展志愿服务').locator('.entry-title').click();
  await desk.keyboard.press('e');
  await desk.locator('.ant-modal textarea').first().fill('组织志愿服务');
  await desk
    .locator('.ant-modal')
    .getByRole('button', { name: /保\s*存/ })
    .click();
  await expect(desk.locator('.ant-modal')).toHaveCount(0);
  await expect(entry(desk, '组织志愿服务')).toBeVisible();
  await desk.keyboard.press('k');
  await expect(desk.locator('.entry-here')).not.toContainText('组织志愿服务');
  await entry(desk, '组织志愿服务').getByRole('button', { name: '撤回更正' }).click();
  await expect(entry(desk, '开展志愿服务')).toBeVisible();

  // Another machine has all of it.
  const laptop = await machine(browser);
  await laptop.goto(address);
  await expect(checked(laptop)).toHaveText('1');
  await expect(entry(laptop, '电子屏')).toBeVisible();
  await laptop
    .getByRole('button', { name: /全部核对无误/ })
    .first()
    .click();
  await expect(checked(laptop)).not.toHaveText('1');
  await laptop.getByLabel('查找事项').fill('志愿');
  await expect(laptop.locator('.plan-list .entry')).toHaveCount(1);
  await laptop.getByLabel('查找事项').fill('');
  while ((await laptop.locator('.question:not(.question-unsure) .option').count()) > 0) await settleLast(laptop);
  await laptop.getByRole('button', { name: '采纳为工作方案' }).click();
  await expect(laptop.locator('main .tag', { hasText: '已采纳' }).first()).toBeVisible();

  // The amended one says what it would change before it changes anything.
  await bringIn(laptop, amendedNotice(year));
  const amendment = laptop.locator('.question-amendment');
  await expect(amendment).toContainText(`青办发〔${year}〕3号`);
  await amendment.getByRole('button', { name: /全文替代/ }).click();
  const changes = laptop.locator('.changes');
  await expect(changes).toContainText(`${year}-06-30 → ${year}-07-31`);
  await changes.getByRole('button', { name: /终止/ }).click();
  await expect(changes).toContainText('落实控烟制度');
  await expectAccessible(laptop);
  await laptop.setViewportSize({ width: 390, height: 844 });
  await expectFits(laptop);
  await laptop.setViewportSize({ width: 1440, height: 900 });
  while ((await laptop.locator('.question:not(.question-unsure) .option').count()) > 0) await settleLast(laptop);
  await laptop.getByRole('button', { name: '采纳为工作方案' }).click();
  await expect(laptop.locator('.good-note')).toContainText(/终止 \d+ 项/);
  await laptop.goto(address);
  await expect(laptop.locator('main .tag', { hasText: '已被替代' }).first()).toBeVisible();
});

/** The last option of a question keeps notices beside each other. */
async function settleLast(page: Page): Promise<void> {
  const questions = page.locator('.question:not(.question-unsure)');
  const before = await questions.count();
  await questions.first().locator('.option').last().click();
  await expect.poll(() => questions.count()).not.toBe(before);
}
