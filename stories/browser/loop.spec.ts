/** A problem at the desk: fixed with an after-photo, not by the fixer verified, verified by another, closed by the clerk; its history says so. */
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { enterAs } from './people.ts';
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
  await clerk.goto(`${DEMO_URL}/issues?state=coordinated`);
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
