/** A summary at the desk, on a wide and on a narrow screen: drafted, edited, refreshed, looked at on paper; and a template that is broken. */
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { docx, p } from '../../server/papers/read/testing/files.ts';
import { enterAs, expectAccessible, expectFits, watch } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

/** Each size has a time of its own: of one time there is one summary. */
const sizes = [
  { name: 'desk', viewport: { width: 1440, height: 900 }, kind: 'month' },
  { name: 'phone', viewport: { width: 390, height: 844 }, kind: 'week' },
] as const;

const sound = async (page: Page) => {
  await expectFits(page);
  await expectAccessible(page);
};

for (const { name, viewport, kind } of sizes) {
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test(`edits of a summary stay when its figures are refreshed (${name})`, async ({ page }) => {
      test.setTimeout(120_000);
      const complaints = watch(page);
      await enterAs(page, '创城专员');
      await page.goto(`${DEMO_URL}/papers`);
      await page.getByRole('button', { name: '起草总结' }).click();
      await page.getByLabel('种类').selectOption(kind);
      await expectAccessible(page);
      await page.locator('dialog').getByRole('button', { name: '起草', exact: true }).click();

      const found = page.locator('.sentences li[data-key="found"]');
      await expect(found).toContainText(/发现问题/);
      await found.getByRole('button', { name: '修改' }).click();
      const mine = `我改过的一句（${name}）。`;
      await page.getByLabel('句子').fill(mine);
      await sound(page);
      await page.getByRole('button', { name: '保存' }).click();
      await expect(found).toContainText(mine);
      await expect(found).toContainText('已修改');
      await expect(found).not.toContainText('数字有变');

      // Another problem is found meanwhile.
      const status = await page.evaluate(async () => {
        const body = { actId: crypto.randomUUID(), id: crypto.randomUUID(), text: '更新数字之前又发现的问题', spot: '' };
        const answer = await fetch('/api/issue.report', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return answer.status;
      });
      expect(status).toBe(200);
      await page.getByRole('button', { name: '更新数字' }).click();
      await expect(found).toContainText('数字有变');
      await expect(found).toContainText(mine);
      await expect(found).toContainText(/按现在的数字：共发现问题\d+个。/);
      await expect(page.getByRole('button', { name: '定稿' })).toHaveAttribute('aria-disabled', 'true');
      await expect(page.locator('.whys')).toContainText('修改之后数字变了');
      await sound(page);

      await found.getByRole('button', { name: '保留我的文字' }).click();
      await expect(found).not.toContainText('数字有变');
      await expect(found).toContainText(mine);
      await page.getByRole('button', { name: '预览' }).click();
      await expect(page.locator('.paper-sheet')).toContainText(mine);
      await sound(page);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word' }).click()]);
      expect(download.suggestedFilename()).toMatch(/文明城市创建.*\.docx$/);

      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.rail')).toBeHidden();
      await expect(page.locator('.page-head')).toBeHidden();
      await expect(page.locator('.paper-sheet')).toBeVisible();
      expect(complaints).toEqual([]);
    });
  });
}

test('a document keeps what is typed while it is looked at, says what it lacks, and is issued as it stands on the screen', async ({
  page,
}) => {
  const complaints = watch(page);
  await enterAs(page, '创城专员');
  await page.goto(`${DEMO_URL}/papers?show=documents`);
  await page.getByRole('button', { name: '起草公文' }).click();
  await page.getByLabel('文种').selectOption('letter');
  await page.locator('dialog').getByRole('button', { name: '起草', exact: true }).click();
  await expect(page.locator('.whys')).toContainText('还没有填写：标题、正文、成文日期、发文字号、主送机关');
  await page.getByLabel('发文字号').fill('澜文旅〔2026〕8号');
  await page.getByLabel('标题', { exact: true }).fill('关于商请维修路灯的函');
  await page.getByLabel('主送机关').fill('澜川市路灯管理所');
  await page.getByLabel('正文').fill('一、情况\n路灯不亮。');
  await page.getByLabel('成文日期').fill('2026-05-06');
  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.locator('.paper-sheet')).toContainText('澜川市路灯管理所：');
  await expectAccessible(page);
  await page.locator('.seg').getByRole('button', { name: '修改' }).click();
  await expect(page.getByLabel('正文')).toHaveValue('一、情况\n路灯不亮。');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('抄送').fill('市创城办');
  await other.getByRole('button', { name: '保存' }).click();
  await expect(other.getByText('已保存')).toBeVisible();
  await other.close();
  await page.getByLabel('正文').fill('一、情况\n路灯三盏不亮。');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('.paper-behind')).toContainText('有人在您打开之后保存了新的内容');
  await expectAccessible(page);
  await page.getByRole('button', { name: '以我写的为准' }).click();
  await expect(page.locator('.paper-behind')).toHaveCount(0);
  await page.getByRole('button', { name: '印发' }).click();
  await expect(page.locator('.page-head')).toContainText('已印发');
  await expect(page.locator('.paper-sheet')).toContainText('路灯三盏不亮。');
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
});

test('a broken template names the placeholder and its paragraph; a right one takes the place of the form', async ({ page }) => {
  await enterAs(page, '创城专员');
  await page.goto(`${DEMO_URL}/papers?show=forms`);
  const line = page.locator('.form-line', { hasText: '督办单' });
  await line.getByRole('button', { name: '换用本单位模板' }).click();
  const choose = (body: string) =>
    page.getByLabel('Word 文件').setInputFiles({ name: '督办单.docx', mimeType: 'application/zip', buffer: docx(body) });
  await choose(p('请{{责任科是}}办理'));
  await expect(page.locator('.template-faults')).toContainText('{{责任科是}} 没有这个名称');
  await expect(page.locator('.template-faults')).toContainText('请{{责任科是}}办理');
  await expect(page.getByRole('button', { name: '换用', exact: true })).toBeDisabled();
  await expectAccessible(page);
  await choose(p('请{{责任科室}}办理{{事项}}'));
  await expect(page.getByText('模板没有问题')).toBeVisible();
  await page.getByRole('button', { name: '换用', exact: true }).click();
  await expect(line).toContainText('本单位模板 · 督办单.docx');
  const [download] = await Promise.all([page.waitForEvent('download'), line.getByRole('link', { name: '下载模板' }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(strFromU8(unzipSync(Buffer.concat(chunks))['word/document.xml']!)).toContain('请{{责任科室}}办理{{事项}}');
  await line.getByRole('button', { name: '恢复默认' }).click();
  await expect(line).toContainText('默认模板');
});

test('every paper that a page offers is a file that arrives', async ({ page }) => {
  await enterAs(page, '创城专员');
  const named: Record<string, RegExp> = {
    '/roster': /\.(xlsx|docx)$/,
    '/duties': /责任分工表.*\.docx$/,
    '/patrols': /巡查台账.*\.xlsx$/,
    '/issues': /问题台账.*\.xlsx$/,
    '/papers?show=forms': /值班表.*\.docx$/,
  };
  for (const [path, name] of Object.entries(named)) {
    await page.goto(DEMO_URL + path);
    const links = page.locator('main a[download]');
    await expect(links.first(), path).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), links.first().click()]);
    expect(download.suggestedFilename(), path).toMatch(name);
    expect(await links.evaluateAll((all) => all.every((one) => (one as HTMLAnchorElement).rel === 'external'))).toBe(true);
  }
});
