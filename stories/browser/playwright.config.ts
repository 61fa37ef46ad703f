/** Browser tests against the built product: one server with the demo campaign, one that starts empty, one for an office of the field tests' own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../script/browser.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
// Worker processes read this file again: they inherit the folder the first reading made.
process.env.BROWSER_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'chuangcheng-browser-'));

export const DEMO_URL = 'http://127.0.0.1:8231';
export const EMPTY_URL = 'http://127.0.0.1:8232';
export const FIELD_URL = 'http://127.0.0.1:8233';

const server = (url: string, name: string, demo: '0' | '1') => ({
  command: 'node server/main.ts',
  cwd: project,
  url: `${url}/api/health`,
  timeout: 180_000,
  env: {
    ...(process.env as Record<string, string>),
    PORT: new URL(url).port,
    DATA_DIR: join(process.env.BROWSER_DATA_DIR!, name),
    DATABASE_URL: '',
    DEMO: demo,
    // Where the services stand that the tests of messages send to.
    ALLOW_PRIVATE_CHANNELS: '127.0.0.1',
  },
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
});

export default defineConfig({
  testDir: '.',
  outputDir: join(project, 'test-results'),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: { launchOptions: await findBrowser(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', trace: 'off' },
  webServer: [server(DEMO_URL, 'demo', '1'), server(EMPTY_URL, 'empty', '0'), server(FIELD_URL, 'field', '0')],
});
