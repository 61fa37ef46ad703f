/** An empty start: the first account, the notice pair, its contradiction settled, the work it sets running. */
import { expect, test } from '@playwright/test';
import { demoNotices } from '#demo/notices/notices.ts';
import { dayOf } from '#domain/kernel/day.ts';
import { expectAccessible } from './people.ts';
import { EMPTY_URL } from './playwright.config.ts';

const EMPTY_PAGES = ['/notices', '/notices/import', '/duties', '/board', '/roster', '/patrols', '/patrols/coverage', '/issues', '/org'];

test.use({ viewport: { width: 1440, height: 900 } });

test('from nothing to duties, places and a roster', async ({ page }) => {
  test.setTimeout(120_000);
  const speak = async (language: 'zh' | 'en') => {
    await page.evaluate((chosen) => localStorage.setItem('chuangcheng.language', chosen), language);
  };
  await page.goto(EMPTY_URL);
  await expect(page.getByText('第一次使用')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('单位全称').fill('Foreign Affairs Office of Qingchuan');
  await page.getByLabel('单位简称').fill('FAO');
  await page.getByLabel('您的姓名').fill('Lin Xiao');
  await page.getByLabel('用户名').fill('linxiao');
  await page.getByLabel('密码').fill('story-password');
  await page.getByRole('button', { name: '建立并进入' }).click();

  await expect(page.getByText('三步开始')).toBeVisible();
  await expectAccessible(page);
  for (const path of EMPTY_PAGES) {
    await page.goto(EMPTY_URL + path);
    await expect(page.locator('main h1').first(), path).toBeVisible();
    await expectAccessible(page);
  }
  await speak('en');
  for (const path of ['/', ...EMPTY_PAGES, '/no-such-page']) {
    await page.goto(EMPTY_URL + path);
    await expect(page.locator('main h1').first(), path).toBeVisible();
    // The switch of language, and the title of the first post, which is data.
    const known = /^(中文|创城专员（Campaign clerk）)$/;
    const chinese = (await page.locator('body').innerText())
      .split('\n')
      .filter((line) => /[\u4e00-\u9fff]/.test(line) && !known.test(line.trim()));
    expect(chinese, `English of ${path}`).toEqual([]);
  }
  await speak('zh');

  const { lists, plan } = await demoNotices(dayOf(Date.now()));
  await page.goto(`${EMPTY_URL}/notices/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles([lists, plan].map(({ fileName, text }) => ({ name: fileName, mimeType: 'text/plain', buffer: Buffer.from(text) })));
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}/);
  await expect(page.locator('.question').first()).toBeVisible();
  await expectAccessible(page);

  const { rows } = (await (await page.request.get(`${EMPTY_URL}/api/notice.list`)).json()) as { rows: { id: string }[] };
  expect(rows).toHaveLength(2);
  for (const { id } of rows) {
    await page.goto(`${EMPTY_URL}/notices/${id}`);
    await expect(page.getByText(/采纳为工作方案/).first()).toBeVisible();
    for (;;) {
      const options = page.locator('.question:not(.question-unsure) .option');
      const before = await options.count();
      if (before === 0) break;
      await options.first().click();
      await expect.poll(() => options.count()).toBeLessThan(before);
    }
    await page.getByRole('button', { name: '采纳为工作方案' }).click();
    await expect(page.locator('main .tag', { hasText: '已采纳' }).first()).toBeVisible();
  }

  await page.goto(`${EMPTY_URL}/duties`);
  await page.getByRole('button', { name: '依据' }).first().click();
  await expect(page.locator('dialog[open] mark')).not.toBeEmpty();
  await page.goto(`${EMPTY_URL}/roster`);
  await page.getByRole('button', { name: '生成值班表' }).first().click();
  await expect(page.getByText('带班').first()).toBeVisible();
});
