/** A season's roster at the desk: made, changed by keyboard and by mouse, pinned, published; then a swap between two colleagues on their phones. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watch } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

/** A season that nothing of the demo touches. */
const FIRST = '2028-03';
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

async function as(browser: Browser, who: string, viewport: typeof DESK, path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport, hasTouch: viewport === PHONE })).newPage();
  await enterAs(page, who);
  await page.goto(DEMO_URL + path);
  return page;
}

test('a season is made, changed by keyboard and mouse, published, swapped', async ({ browser }) => {
  test.setTimeout(150_000);
  const page = await as(browser, '创城专员', DESK, `/roster/${FIRST}`);
  const complaints = watch(page);
  await page.getByLabel('排到').selectOption('3');
  await page.getByRole('button', { name: '生成值班表' }).click();
  const seats = page.locator('.roster-grid button.seat');
  await expect(seats.first()).toBeVisible();
  await expect(page.locator('.seat-empty')).toHaveCount(0);
  await expect(page.getByText('2028年3月—2028年5月')).toBeVisible();
  await expect(page.locator('.solving')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator('.fairness')).toContainText(/已证明没有更公平的排法|与最公平的排法最多相差/);

  // By keyboard: a patroller of one place for one of the other, on the same day.
  const cell = page.locator('.roster-grid td', { has: page.locator('button.seat') }).first();
  const [mine, other] = [
    cell.locator('.day-place').nth(0).locator('button.seat').nth(1),
    cell.locator('.day-place').nth(1).locator('button.seat').nth(1),
  ];
  const names = [await mine.innerText(), await other.innerText()];
  await mine.focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.moving-said')).toContainText(`已拿起 ${names[0]}`);
  await page.keyboard.press('ArrowDown');
  await expect(mine).not.toBeFocused();
  await expect(page.locator('button.seat:focus')).toHaveCount(1);
  await other.focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.moving-said')).toContainText(`已对调 ${names[0]} 和 ${names[1]}`);
  await expect(mine).toContainText(names[1]!);
  await page.getByRole('button', { name: '撤销' }).first().click();
  await expect(mine).toContainText(names[0]!);

  // A leader's seat does not take a patroller: it says why, and nothing changes.
  await mine.focus();
  await page.keyboard.press('Space');
  await cell.locator('.day-place').nth(0).locator('button.seat-leader').click();
  await expect(page.locator('.moving-said')).toContainText('不是可带班的领导');

  // By mouse: somebody who is not there that day takes a seat.
  const there = await cell.locator('button.seat').allInnerTexts();
  const free = page
    .locator('.load', { has: page.locator('.load-name') })
    .filter({ hasNotText: new RegExp(there.map((name) => name.split('\n')[0]!.trim()).join('|')) });
  const name = (await free.last().locator('.load-name').innerText()).trim();
  await free.last().dragTo(mine);
  await expect(page.locator('.moving-said')).toContainText(`${name} 替下 ${names[0]}`);
  await expect(mine).toContainText(name);
  await expect(mine.locator('.seat-pin')).toBeAttached();

  // Why it is so, and what one more would change.
  await mine.click();
  await expect(page.locator('.because')).toContainText(`为什么是${name}`);
  await expect(page.locator('.candidate').filter({ hasText: '当天已在' }).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '再多一人会怎样' }).click();
  await expect(page.locator('.one-more li').first()).toContainText('平均每人次数');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: '周', exact: true }).click();
  await expect(page.locator('.roster-week td button.seat').first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await page.setViewportSize(DESK);
  await page.getByRole('link', { name: '月', exact: true }).click();

  await page.getByRole('button', { name: '发布值班表' }).click();
  await page.locator('dialog').getByRole('button', { name: '发布值班表' }).click();
  await expect(page.getByText('已发布').first()).toBeVisible();
  await expect(page.getByText('第 1 版').first()).toBeVisible();

  // The paper: every patrol day of the month, and nothing of the screen around it.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-sheet h2')).toContainText('2028年3月');
  await expect(page.locator('.print-sheet tbody tr')).not.toHaveCount(0);
  await expect(page.locator('.roster-grid')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  const asker = await as(browser, '方晓', PHONE, '/m/duties');
  await asker.getByRole('button', { name: /^全部/ }).click();
  await asker
    .getByRole('button', { name: /^换班 2028-/ })
    .first()
    .click();
  // Whoever cannot stand in is listed with the reason behind the name.
  const wanted = await asker.locator('option', { hasText: '夏明澈' }).getAttribute('value');
  await asker.getByLabel('找谁').selectOption(wanted);
  await asker.locator('.swap-choice input:enabled').first().check();
  await asker.getByLabel('说一声原因').fill('家里有事');
  await expectAccessible(asker);
  await asker.getByRole('button', { name: '发给对方' }).click();
  await expect(asker.getByText('您发出的换班请求')).toBeVisible();

  const colleague = await as(browser, '夏明澈', PHONE, '/m/');
  await colleague.getByRole('link', { name: /位同事请您换班/ }).click();
  await expect(colleague.getByText('“家里有事”')).toBeVisible();
  await colleague.getByRole('button', { name: '同意' }).click();
  await expect(colleague.getByText('值班有变动')).toBeVisible();
  await expectAccessible(colleague);
  await colleague.getByRole('button', { name: '知道了' }).click();
  await expect(colleague.getByText('值班有变动')).toHaveCount(0);

  await page.reload();
  await expect(page.getByText('第 2 版').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the rule of a place holds its own rest and pairs, also on a narrow screen', async ({ browser }) => {
  const page = await as(browser, '创城专员', { ...PHONE }, '/org');
  const complaints = watch(page);
  const change = page.getByRole('button', { name: '调整规则' }).last();
  await change.click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('在此值班前后')).toHaveValue('');
  await form.getByLabel('在此值班前后').selectOption({ label: '至少隔 2 个巡查日' });
  await form.getByLabel('一人', { exact: true }).selectOption({ index: 1 });
  await form.getByLabel('另一人', { exact: true }).selectOption({ index: 2 });
  await form.getByRole('button', { name: '添加' }).click();
  await expect(form.getByText(' × ')).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText('至少隔 2 个巡查日')).toBeVisible();
  await expect(page.getByText('1 对')).toBeVisible();

  // As it was again, for whoever looks at the demo next.
  await change.click();
  await form.getByLabel('在此值班前后').selectOption({ label: '按单位约定' });
  await form.getByRole('button', { name: '删除' }).click();
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('至少隔 2 个巡查日')).toHaveCount(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});
