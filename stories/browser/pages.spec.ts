/** Every page of the desk and the phone, with the demo campaign in it, at both sizes and in both languages: it fits, nothing breaks, axe finds nothing. */
import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watch } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };
const DESK_PAGES = [
  '/',
  '/notices',
  '/notices/import',
  '/duties',
  '/duties?by=owner',
  '/board',
  '/roster',
  '/patrols',
  '/patrols/coverage',
  '/presence',
  '/presence/month',
  '/issues',
  '/inbox',
  '/messages',
  '/messages?way=inbox',
  '/messages/rules',
  '/messages/channels',
  '/papers',
  '/papers?show=documents',
  '/papers?show=forms',
  '/org',
  '/org/posters',
];
const DETAILS = {
  '/notices': '/notices/',
  '/duties': '/duties/',
  '/patrols': '/patrols/',
  '/issues': '/issues/',
  '/papers': '/papers/summaries/',
  '/papers?show=documents': '/papers/documents/',
};

for (const [size, viewport] of Object.entries(SIZES)) {
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test(`the door (${size})`, async ({ page }) => {
      await page.goto(DEMO_URL);
      await expect(page.locator('.cast li').first()).toBeVisible();
      await expectFits(page);
      await expectAccessible(page);
    });

    test(`every page of the desk (${size})`, async ({ page }) => {
      test.setTimeout(180_000);
      const complaints = watch(page);
      await enterAs(page, '创城专员');
      const paths = [...DESK_PAGES];
      for (const [list, prefix] of Object.entries(DETAILS)) {
        await page.goto(DEMO_URL + list);
        const link = page.locator(`main a[href^="${prefix}"]:not([href$="/import"]):not([href$="/coverage"])`).first();
        await expect(link).toBeVisible();
        paths.push((await link.getAttribute('href'))!);
        if (list === '/patrols') paths.push(`${paths.at(-1)}/log`);
      }
      for (const path of paths) {
        await page.goto(DEMO_URL + path);
        await expect(page.locator('main h1').first(), path).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectFits(page);
        await expectAccessible(page);
      }
      expect(complaints).toEqual([]);
    });
  });
}

test.describe('the phone', () => {
  test.use({ viewport: SIZES.phone, hasTouch: true, isMobile: true });

  test('every page of the phone', async ({ page }) => {
    test.setTimeout(120_000);
    const complaints = watch(page);
    await enterAs(page, '志愿服务科科员', '/m/');
    const paths = ['/m/', '/m/patrols', '/m/issues', '/m/report', '/m/inbox', '/m/me'];
    for (const [list, prefix] of [
      ['/m/patrols', '/m/patrols/'],
      ['/m/issues', '/m/issues/'],
    ] as const) {
      await page.goto(DEMO_URL + list);
      const link = page.locator(`a[href^="${prefix}"]`).first();
      await expect(link).toBeVisible();
      paths.push((await link.getAttribute('href'))!);
    }
    for (const path of paths) {
      await page.goto(DEMO_URL + path);
      await page.waitForLoadState('networkidle');
      await expectFits(page);
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
  });
});
