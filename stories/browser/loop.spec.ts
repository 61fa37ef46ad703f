/** A problem at the desk: fixed with an after-photo, not by the fixer verified, verified by another, closed by the clerk; its history says so. */
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { enterAs, expectAccessible } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('fixed, verified by somebody else, closed', async ({ browser }) => {
  test.setTimeout(120_000);
  const as = async (who: string) => {
    const page = await (await browser.newContext()).newPage();
    await enterAs(page, who);
    return page;
  };
  const clerk = await as('创城专员');
  await clerk.goto(`${DEMO_URL}/issues?state=accepted`);
  const href = (await clerk.locator('main a[href^="/issues/"]').first().getAttribute('href'))!;
  await clerk.goto(DEMO_URL + href);
  await clerk.getByRole('button', { name: '整改完成' }).click();
  const jpeg = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#55aa66' } })
    .jpeg()
    .toBuffer();
  await clerk.locator('input[type=file]').first().setInputFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  await clerk.getByLabel('说明').first().fill('更换完成');
  await clerk.locator('form, dialog, .ant-modal').getByRole('button', { name: '整改完成' }).last().click();
  await expect(clerk.getByText('报整改完成')).toBeVisible();
  await expect(clerk.getByText('待核查').first()).toBeVisible();
  await expect(clerk.getByText(/整改人不能核查自己的整改/).first()).toBeAttached();

  const deputy = await as('副主任');
  await deputy.goto(DEMO_URL + href);
  await deputy.getByRole('button', { name: '核查通过' }).click();
  await deputy.locator('form, dialog, .ant-modal').getByRole('button', { name: '核查通过' }).last().click();
  await expect(deputy.getByText('待销号').first()).toBeVisible();

  await clerk.goto(DEMO_URL + href);
  await clerk.getByRole('button', { name: '销号' }).click();
  await clerk.locator('form, dialog, .ant-modal').getByRole('button', { name: '销号' }).last().click();
  await expect(clerk.getByText('已销号').first()).toBeVisible();
  for (const line of ['记录问题', '报整改完成', '核查通过', '销号']) await expect(clerk.locator('.timeline')).toContainText(line);
});

test('split into parts, one joined to another, one dismissed with where to go', async ({ page }) => {
  test.setTimeout(120_000);
  await enterAs(page, '创城专员');
  await page.goto(`${DEMO_URL}/issues?stage=found`);
  await page.locator('main a[href^="/issues/"]').first().click();
  await page.getByText('其他操作').click();
  await page.getByRole('button', { name: '拆分' }).click();
  const form = page.locator('form');
  await form.getByLabel('每行一个部分').fill('清理堆放的车辆\n补画停车线');
  await form.getByRole('button', { name: '拆分' }).click();
  await expect(page.getByText('已拆分').first()).toBeVisible();
  const whole = page.url();

  await page.getByRole('link', { name: /补画停车线/ }).click();
  await page.getByText('其他操作').click();
  await page.getByRole('button', { name: '不予立案' }).click();
  await form.getByLabel('原因').fill('停车线由交警部门统一规划');
  await expect(form.getByRole('button', { name: '不予立案' })).toBeDisabled();
  await form.getByLabel('应由谁受理').fill('市交警支队秩序科');
  await form.getByRole('button', { name: '不予立案' }).click();
  await expect(page.locator('.facts')).toContainText('市交警支队秩序科');

  await page.goto(whole);
  await page.getByRole('link', { name: /清理堆放的车辆/ }).click();
  await page.getByText('其他操作').click();
  await page.getByRole('button', { name: '并入同一问题' }).click();
  await expectAccessible(page);
  await form.getByLabel('并入哪个问题').selectOption({ index: 1 });
  await form.getByRole('button', { name: '并入同一问题' }).click();
  await expect(page.getByText('已并案').first()).toBeVisible();
  await page.goto(whole);
  await expect(page.getByText('已销号').first()).toBeVisible();
  await expect(page.locator('.timeline')).toContainText('各部分均已办结');
});
