/**
 * How heavy the first paint of phone and desk is, against the budgets, and how soon the page can be used on slow 3G with a CPU four times
 * slower. The bytes are exact and over budget is an error; the seconds depend on the machine and are only printed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { startServer } from '../server-process.ts';
import { BUDGETS } from './weight.budgets.ts';
import { weightOf } from './weight.files.ts';

/** 400 kbit/s; each request waits 400 ms as WebPageTest measures slow 3G, or the 2 s of Chromium's developer tools, which count every handshake into it. */
const SLOW_3G = {
  'round trip 0.4 s': { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 },
  'round trip 2 s': { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 2_000 },
} as const;
type Net = keyof typeof SLOW_3G;
const SLOWER = 4;

const ENTRIES = {
  phone: { page: 'Shell', path: '/m/', who: '志愿服务科科员', usable: '.page h1', size: { width: 390, height: 844 } },
  desk: { page: 'TodayPage', path: '/', who: '创城专员', usable: 'main h1', size: { width: 1440, height: 900 } },
} as const;
type Entry = keyof typeof ENTRIES;

export async function bench(json: boolean): Promise<void> {
  await import('../build.ts');
  const names = Object.keys(ENTRIES) as Entry[];
  const weights = Object.fromEntries(names.map((name) => [name, weightOf(name, ENTRIES[name].page)]));
  const seconds = await timesToUse(names);
  const isOver = names.filter((name) => weights[name]!.bytes > BUDGETS[name]);
  if (json) console.log(JSON.stringify({ budgets: BUDGETS, weights, seconds }));
  else
    for (const name of names) {
      const { bytes, files } = weights[name]!;
      console.log(`${name}  ${bytes} B brotli of ${BUDGETS[name]}${isOver.includes(name) ? '  OVER' : ''}`);
      for (const file of files) console.log(`  ${String(file.bytes).padStart(7)}  ${file.name}`);
      for (const [net, { first, again }] of Object.entries(seconds[name]!))
        console.log(
          `  usable on slow 3G, ${net}, CPU ÷ ${SLOWER}: first visit ${first.toFixed(1)} s, signed in and opened again ${again.toFixed(1)} s`,
        );
    }
  if (isOver.length > 0) process.exitCode = 1;
}

interface Seconds {
  /** Nothing kept yet: until somebody can sign in. */
  readonly first: number;
  /** Signed in, a new tab: until the day stands there. */
  readonly again: number;
}

async function timesToUse(names: readonly Entry[]): Promise<Record<Entry, Record<Net, Seconds>>> {
  const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-weight-'));
  const server = await startServer({ DATA_DIR: folder, DEMO: '1' });
  const browser = await chromium.launch(await findBrowser());
  try {
    const times = {} as Record<Entry, Record<Net, Seconds>>;
    for (const name of names) {
      times[name] = {} as Record<Net, Seconds>;
      for (const net of Object.keys(SLOW_3G) as Net[]) times[name][net] = await timeToUse(browser, server.url, name, net);
    }
    return times;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeToUse(browser: Browser, url: string, name: Entry, net: Net): Promise<Seconds> {
  const { path, who, usable, size } = ENTRIES[name];
  const context = await browser.newContext({ viewport: size });
  const open = async (selector: string) => {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_3G[net]);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const began = performance.now();
    await page.goto(url + path, { timeout: 120_000, waitUntil: 'commit' });
    await page.locator(selector).first().waitFor({ timeout: 120_000 });
    return { page, devtools, seconds: (performance.now() - began) / 1000 };
  };
  const first = await open('.cast button');
  await first.devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    downloadThroughput: -1,
    uploadThroughput: -1,
    latency: 0,
  });
  await first.page.locator('.cast button', { hasText: who }).first().click();
  await first.page.locator(usable).first().waitFor();
  // The desk has none, and waits for it for ever.
  if (name === 'phone') await first.page.evaluate(() => navigator.serviceWorker?.ready.then(() => true));
  await first.page.close();
  const again = await open(usable);
  await context.close();
  return { first: first.seconds, again: again.seconds };
}
