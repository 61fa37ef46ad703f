/** What every browser test needs: entering as one of the cast, looking for faults of accessibility. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { DEMO_URL } from './playwright.config.ts';

/** Enters as the first of the cast whose post says so: '创城专员', '巡查'. */
export async function enterAs(page: Page, who: string | RegExp, path = '/'): Promise<void> {
  await page.goto(`${DEMO_URL}${path}`);
  await page.locator('.cast button', { hasText: who }).first().click();
  await expect(page.locator('.cast')).toHaveCount(0);
}

/** No violation of WCAG A or AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([]);
}

/** Nothing sticks out to the right: the page fits the width of its window. */
export async function expectFits(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(content).toBeLessThanOrEqual(window!);
}

/** Collects what the browser complains about while a test runs. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
