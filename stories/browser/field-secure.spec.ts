/** The phone over https that the server speaks itself, and over plain http beside it: what works, and what is said where it does not. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { findBrowser } from '../../script/browser.ts';
import { startServer } from '../../script/server-process.ts';
import { PHONE } from './field.ts';

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test('over https by the server itself the phone starts without signal and is given the position', async () => {
  test.skip(!hasOpenssl, 'openssl is not on this machine');
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-secure-'));
  const [cert, key] = [join(folder, 'office.pem'), join(folder, 'office.key')];
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=127.0.0.1',
  ];
  execFileSync('openssl', [...args, '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const server = await startServer({ DATA_DIR: join(folder, 'data'), TLS_CERT: cert, TLS_KEY: key });
  const found = await findBrowser();
  // The certificate is trusted as a phone trusts it after being told to; the service worker asks the browser itself.
  const browser = await chromium.launch({ ...found, args: [...found.args, '--ignore-certificate-errors'] });
  try {
    expect(server.url).toMatch(/^https:/);
    const place = { permissions: ['geolocation'], geolocation: { latitude: 35.4, longitude: 116.6, accuracy: 8 } };
    const context = await browser.newContext({ ...PHONE, ...place, ignoreHTTPSErrors: true });
    const first = { unitName: '青川市外事办公室', shortName: '市外办', name: '林晓', username: 'linxiao', password: 'secure-password' };
    await context.request.post(`${server.url}/api/setup.firstAccount`, { data: first });
    expect((await context.cookies()).map((cookie) => cookie.secure)).toEqual([true]);
    const page = await context.newPage();
    await page.goto(`${server.url}/m/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.goto(`${server.url}/m/report`);
    await expect(page.getByText('已定位，误差约 8 米')).toBeVisible();
    await page.goto(`${server.url}/m/me`);
    await expect(page.getByText('没有信号也能打开和巡查，内容先存在手机上。')).toBeVisible();
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('over plain http under another name the phone says what will not work and why, and still records and sends', async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-plain-'));
  const server = await startServer({ DATA_DIR: join(folder, 'data') });
  const found = await findBrowser();
  // Loopback counts as secure; under a name of the office it does not.
  const browser = await chromium.launch({ ...found, args: [...found.args, '--host-resolver-rules=MAP office.example 127.0.0.1'] });
  try {
    const url = `http://office.example:${new URL(server.url).port}`;
    const first = { unitName: '青川市外事办公室', shortName: '市外办', name: '林晓', username: 'linxiao', password: 'secure-password' };
    const page = await (await browser.newContext(PHONE)).newPage();
    await page.goto(`${url}/m/`);
    const status = await page.evaluate(async (data) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/setup.firstAccount', { method: 'POST', headers, body: JSON.stringify(data) })).status;
    }, first);
    expect(status).toBe(200);
    await page.goto(`${url}/m/me`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    for (const said of [
      /网址不是 https/,
      /定位：照片和问题不带定位/,
      /离线打开：关掉页面后/,
      /长期保存：手机空间不够时/,
      /请创城专员给系统配上 https/,
    ])
      await expect(page.getByText(said)).toBeVisible();
    await page.goto(`${url}/m/report`);
    await page.getByLabel('发现了什么').fill('明文网址上的问题');
    await page.getByRole('button', { name: '记录', exact: true }).click();
    await expect(page.getByLabel('发现了什么')).toHaveCount(0);
    await expect(page.locator('.queue-chip')).toHaveText('已全部上传', { timeout: 30_000 });
    const texts = await page.evaluate(async () =>
      ((await (await fetch('/api/issue.list')).json()) as { rows: { text: string }[] }).rows.map((row) => row.text),
    );
    expect(texts).toEqual(['明文网址上的问题']);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
