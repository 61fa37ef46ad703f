/** A patrol on the phone, most of it without signal: checklist, a problem with a photo, submitted, sent once when the signal is back, the log. */
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { enterAs } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  permissions: ['geolocation'],
  geolocation: { latitude: 31.18, longitude: 117.2, accuracy: 9 },
});

test('a patrol walked in a cellar', async ({ page, context }) => {
  test.setTimeout(90_000);
  await enterAs(page, '志愿服务科科员', '/m/');
  await page.getByText('开始巡查').first().click();
  await expect(page.getByText('检查内容')).toBeVisible();
  await expect(page.getByRole('button', { name: '其余合格' })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker?.ready.then(() => true));
  await expect(page.getByText('已全部上传')).toBeVisible();

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('检查内容'), 'the page starts without signal').toBeVisible();

  for (const input of await page.locator('input[inputmode="decimal"]').all()) await input.fill('100');
  await page.getByRole('radio', { name: '问题' }).first().click();
  const jpeg = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#667788' } })
    .jpeg()
    .toBuffer();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'before.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  await page.getByLabel('发现了什么').fill('宣传栏玻璃碎裂');
  await page.getByLabel('具体位置').fill('三号楼门口');
  await page.getByRole('radio', { name: '当场解决' }).click();
  await page.getByLabel('怎么解决的').fill('已围挡并清走碎玻璃');
  await page.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.getByText('检查内容')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: '其余合格' }).click();
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('已提交（待上传）')).toBeVisible();
  await page.reload();
  await expect(page.getByText('已提交（待上传）'), 'the queue survives a reload').toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText('已全部上传')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/发现问题 1 个（当场解决 1 个）/)).toBeVisible();
  await expect(page.getByText(/三号楼门口，宣传栏玻璃碎裂——已当场解决/)).toBeVisible();
  await page.getByRole('button', { name: '已发到群' }).click();
  await expect(page.getByText('按时上报')).toBeVisible();

  const found = await page.request.get(`${DEMO_URL}/api/issue.list?limit=100`);
  const rows = ((await found.json()) as { rows: { text: string; state: string; beforeId: string | null }[] }).rows.filter(
    (row) => row.text === '宣传栏玻璃碎裂',
  );
  expect(rows.map((row) => [row.state, row.beforeId !== null])).toEqual([['fixed', true]]);
});
