/** Every page of the phone on a narrow screen and with large type: nothing sticks out, and everything that is touched is at least 44 pixels high and wide. */
import { expect, type Page, test } from '@playwright/test';
import { enterAs, expectFits } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

const LEAST = 44;
const cases = [
  { name: '360 px wide', width: 360, type: 16 },
  { name: '360 px wide with type of 20 px', width: 360, type: 20 },
  { name: '390 px wide in English', width: 390, type: 16, english: true },
];

/** Links in running text may be smaller (WCAG 2.5.8); radio buttons are touched on their label, hidden inputs on what stands for them. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const touched = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role=button]')];
    return touched.flatMap((element) => {
      const target = element.matches('input[type=radio], input[type=file], input[type=checkbox]')
        ? (element.closest('label') ?? element)
        : element;
      const box = target.getBoundingClientRect();
      const around = getComputedStyle(target, '::after');
      const more =
        around.content !== 'none' && around.position === 'absolute'
          ? [around.top, around.left].map((side) => -2 * Number.parseFloat(side))
          : [0, 0];
      const [height, width] = [box.height + Math.max(0, more[0]!), box.width + Math.max(0, more[1]!)];
      const isInText =
        target.matches('p a, p button:not(.button), li > a:only-child:not([class])') && getComputedStyle(target).display === 'inline';
      if (box.width === 0 || getComputedStyle(target).visibility === 'hidden' || isInText) return [];
      const name = target.getAttribute('aria-label') ?? target.textContent?.trim().slice(0, 20);
      return height >= least - 0.5 && width >= least - 0.5
        ? []
        : [`${target.tagName} "${name}" ${Math.round(width)}×${Math.round(height)}`];
    });
  }, LEAST);
}

for (const { name, width, type, english } of cases) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 780 }, hasTouch: true, isMobile: true });

    test(`every page of the phone, ${name}`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.addInitScript(
        ([size, language]) => {
          document.addEventListener('DOMContentLoaded', () =>
            document.documentElement.style.setProperty('font-size', `${size}px`, 'important'),
          );
          if (language) localStorage.setItem('chuangcheng.language', language as string);
        },
        [type, english ? 'en' : ''] as const,
      );
      await page.goto(`${DEMO_URL}/m/`);
      await expect(page.locator('.cast button').first()).toBeVisible();
      await expectFits(page);
      const small = (await tooSmall(page)).map((each) => `sign-in: ${each}`);
      await enterAs(page, '志愿服务科科员', '/m/');
      const paths = ['/m/', '/m/patrols', '/m/issues', '/m/report', '/m/me'];
      for (const [list, prefix] of [
        ['/m/patrols', '/m/patrols/'],
        ['/m/issues', '/m/issues/'],
      ] as const) {
        await page.goto(DEMO_URL + list);
        const links = page.locator(`a[href^="${prefix}"]`);
        await expect(links.first()).toBeVisible();
        paths.push((await links.first().getAttribute('href'))!, (await links.last().getAttribute('href'))!);
      }
      for (const path of paths) {
        await page.goto(DEMO_URL + path);
        await page.waitForLoadState('networkidle');
        await expectFits(page);
        small.push(...(await tooSmall(page)).map((each) => `${path}: ${each}`));
      }
      expect(small).toEqual([]);
    });
  });
}
