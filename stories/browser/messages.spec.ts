/** The clerk sets up a robot, tests it, sees why a message is stuck, mends it and sends it again; sets a rule with its preview; reads what came. */
import { expect, type Page, test } from '@playwright/test';
import type { Peer } from '#server/modules/message/testing/peer.ts';
import { openWeCom } from '#server/modules/message/testing/peers.ts';
import { enterAs, expectAccessible, expectFits, watch } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const [size, viewport] of Object.entries(SIZES)) {
  test.describe(`messages at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });
    let group: Peer;
    test.beforeAll(async () => {
      group = await openWeCom({ key: 'right-key' });
    });
    test.afterAll(() => group.close());

    const webhook = (key: string) => `${group.origin}/cgi-bin/webhook/send?key=${key}`;
    const looksWell = async (page: Page) => {
      await expectFits(page);
      await expectAccessible(page);
    };

    test(`a channel is set up, stuck, mended and sends (${size})`, async ({ page }) => {
      const name = `创建工作群 ${size}`;
      const complaints = watch(page);
      await enterAs(page, '创城专员');
      await page.goto(`${DEMO_URL}/messages/channels`);
      await page.getByRole('button', { name: '新增渠道' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('名称').fill(name);
      await sheet.getByLabel('机器人地址').fill(webhook('wrong-key'));
      await looksWell(page);
      await sheet.getByRole('button', { name: '保存' }).click();
      await expect(sheet).toHaveCount(0);

      const line = page.locator('.channel-rows li', { hasText: name });
      await line.getByRole('button', { name: '发测试消息' }).click();
      await sheet.getByRole('button', { name: '发送', exact: true }).click();
      await expect(sheet.getByText('发不出去')).toBeVisible();
      await expect(sheet).toContainText('机器人地址无效');
      await looksWell(page);
      await sheet.getByRole('button', { name: '关闭' }).last().click();

      await line.getByRole('link', { name: '发不出去' }).click();
      const row = page.locator('.outbox-rows li', { hasText: name }).first();
      await expect(row).toContainText('93000');
      await looksWell(page);

      await page.goto(`${DEMO_URL}/messages/channels`);
      await line.getByRole('button', { name: '修改' }).click();
      await expect(sheet.getByLabel('机器人地址')).toHaveValue('');
      await expect(sheet.getByLabel('机器人地址')).toHaveAttribute('placeholder', '已保存，不填则不变');
      await sheet.getByLabel('机器人地址').fill(webhook('right-key'));
      await sheet.getByRole('button', { name: '保存' }).click();
      await expect(sheet).toHaveCount(0);
      await page.goto(`${DEMO_URL}/messages?state=stuck`);
      await row.getByRole('link').click();
      await sheet.getByRole('button', { name: '立即重发' }).click();
      await expect(sheet.getByText('已发送')).toBeVisible();
      expect(group.said.some((text) => text.includes(name))).toBe(true);
      await looksWell(page);

      await page.goto(`${DEMO_URL}/messages/channels`);
      expect(await page.content()).not.toContain('right-key');
      await line.getByRole('button', { name: '停用' }).click();
      await expect(line.getByRole('button', { name: '启用' })).toBeVisible();
      await expect(line.getByRole('button', { name: '发测试消息' })).toHaveCount(0);
      await line.getByRole('button', { name: '删除' }).click();
      await looksWell(page);
      await sheet.getByRole('button', { name: '删除' }).click();
      await expect(line).toHaveCount(0);
      expect(complaints).toEqual([]);
    });

    test(`a row gets its own words, seen on what really happened, and goes back (${size})`, async ({ page }) => {
      const row = size === 'desk' ? '问题上报' : '问题整改完成，待核查';
      await enterAs(page, '创城专员');
      await page.goto(`${DEMO_URL}/messages/rules`);
      const open = () => page.getByRole('button', { name: `调整 ${row}` }).click();
      await open();
      const sheet = page.getByRole('dialog');
      const preview = sheet.getByRole('region', { name: '预览' });
      await expect(preview).toContainText(/问题 #\d+/);
      await sheet.getByLabel('用本单位的文字').check();
      await sheet.getByLabel('标题（中文）').fill('请看 #{no}：{text}');
      await expect(preview).toContainText(/请看 #\d+：/);
      await sheet.getByLabel('正文（中文）').fill('{weather}');
      await expect(preview).toContainText('没有 {weather} 这一项');
      await sheet.getByRole('button', { name: '保存' }).click();
      await expect(sheet.getByRole('alert')).toContainText('{weather}');
      await sheet.getByLabel('正文（中文）').fill('{by}：{note}');
      await looksWell(page);
      await sheet.getByRole('button', { name: '保存' }).click();
      await expect(sheet).toHaveCount(0);
      const line = page.locator('.tell-rows li', { hasText: row }).first();
      await expect(line).toContainText('本单位文字');
      await open();
      await sheet.getByRole('button', { name: '恢复默认' }).click();
      await expect(sheet).toHaveCount(0);
      await expect(line).not.toContainText('本单位文字');
    });
  });
}

test.describe('the inbox', () => {
  test('the bell counts; reading at the desk is seen on the phone', async ({ page }) => {
    await page.setViewportSize(SIZES.desk);
    await enterAs(page, '志愿服务科科员');
    const bell = page.getByRole('link', { name: /^消息，\d+ 条未读/ });
    await expect(bell).toBeVisible();
    const unread = Number(/\d+/.exec((await bell.getAttribute('aria-label'))!)![0]);
    await bell.click();
    await page.getByRole('button', { name: '标为已读', exact: true }).first().click();
    await expect(page.locator('.inbox-rows .unread')).toHaveCount(unread - 1);
    await page.setViewportSize(SIZES.phone);
    await page.goto(`${DEMO_URL}/m/inbox`);
    await expect(page.locator('.inbox .unread')).toHaveCount(unread - 1);
    if (unread > 1) await page.getByRole('button', { name: '全部标为已读' }).click();
    await expect(page.locator('.inbox .unread')).toHaveCount(0);
    await expect(page.getByRole('link', { name: '消息，未读 0' })).toBeVisible();
    await expectFits(page);
    await expectAccessible(page);
  });
});
