/** Every page of the desk on paper: A4, nothing beyond its edge, no blank sheet, the papers on as many sheets as they need. */
import { expect, type Page, test } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { enterAs } from './people.ts';
import { DEMO_URL } from './playwright.config.ts';

/** How many sheets a page takes at most; a list takes what it is long. */
const PAGES: Readonly<Record<string, number | null>> = {
  '/duties': null,
  '/board': null,
  '/roster': 1,
  '/patrols': null,
  '/patrols/coverage': null,
  '/presence': null,
  '/presence/month': 2,
  '/issues': null,
  '/papers': 1,
  '/papers?show=documents': 1,
  '/papers?show=forms': 1,
  '/org/posters': null,
};
/** The first that a list leads to. */
const FIRST: Readonly<Record<string, readonly [prefix: string, most: number]>> = {
  '/papers': ['/papers/summaries/', 4],
  '/papers?show=documents': ['/papers/documents/', 1],
  '/issues': ['/issues/', 2],
  '/patrols': ['/patrols/', 2],
};
const MM = 96 / 25.4;

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

async function printed(page: Page): Promise<Sheet[]> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
  const sheets: Sheet[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const sheet = await pdf.getPage(n);
    const [, , width = 0, height = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    sheets.push({
      width,
      height,
      words: items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC'),
    });
  }
  return sheets;
}

/** What sticks out of the type area to the right. The rule of a letter's masthead is 170 mm wide and stands out by 6. */
async function beyond(page: Page, { width, height }: Sheet): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const isOfficial = (await page.locator('.paper-sheet').count()) > 0;
  const across = isOfficial ? 156 : width > height ? 297 - 28 : 210 - 28;
  await page.setViewportSize({ width: Math.floor(across * MM), height: 1200 });
  const found = await page.evaluate(
    (allowed) => {
      const edge = document.documentElement.clientWidth + allowed;
      return [...document.body.querySelectorAll<HTMLElement>('main *')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > edge)
        .map((one) => `${one.tagName} ${one.className}`);
    },
    isOfficial ? 6 * MM + 2 : 1,
  );
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

test('every page prints on A4, whole and without a blank sheet', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await enterAs(page, '创城专员');
  const pages = new Map(Object.entries(PAGES));
  for (const [list, [prefix, most]] of Object.entries(FIRST)) {
    await page.goto(DEMO_URL + list);
    const link = page.locator(`main a[href^="${prefix}"]:not([href$="/coverage"])`).first();
    await expect(link).toBeVisible();
    const path = (await link.getAttribute('href'))!;
    pages.set(path, most);
    if (list === '/patrols') pages.set(`${path}/log`, 2);
  }
  for (const [path, most] of pages) {
    await page.goto(DEMO_URL + path);
    await expect(page.locator('main h1').first(), path).toBeAttached();
    const sheets = await printed(page);
    for (const { width, height, words } of sheets) {
      const [short, long] = [Math.min(width, height), Math.max(width, height)];
      expect(Math.abs(short - 595.3) < 1 && Math.abs(long - 841.9) < 1, `${path}: ${width} × ${height}`).toBe(true);
      expect(words.trim(), `${path}: a blank sheet`).not.toBe('');
    }
    expect(sheets.length, `${path}: sheets`).toBeLessThanOrEqual(most ?? 12);
    expect(await beyond(page, sheets[0]!), `${path}: beyond the edge`).toEqual([]);
  }
});

test('a document prints with its masthead, its text and its imprint, without the page around it', async ({ page }) => {
  await enterAs(page, '创城专员');
  await page.goto(`${DEMO_URL}/papers?show=documents`);
  await page.locator('main a[href^="/papers/documents/"]', { hasText: '关于商请协助维修听泉路路灯的函' }).click();
  await expect(page.locator('.paper-sheet')).toBeAttached();
  const [sheet] = await printed(page);
  expect(sheet!.words).toMatch(/澜川市文化旅游服务中心.*〔\d{4}〕\d+号.*的函.*抄送/s);
  expect(sheet!.words).not.toMatch(/打印|预览|历程/);
});
