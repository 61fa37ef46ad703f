import { chromium } from '@playwright/test';
import { findBrowser } from './script/browser.ts';
const base = 'http://127.0.0.1:8361';
const browser = await chromium.launch(await findBrowser());
const act = async (page, name, input) => page.evaluate(async ([name, input]) => { const r = await fetch('/api/' + name, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ actId: crypto.randomUUID(), ...input }) }); return r.json(); }, [name, input]);
for (const [size, viewport] of Object.entries({ desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
  await page.goto(base + '/');
  await page.locator('.cast button', { hasText: '创城专员' }).first().click();
  await page.waitForTimeout(800);
  const shot = async (path, name, before) => { await page.goto(base + path); await page.waitForLoadState('networkidle'); if (before) await before(); await page.waitForTimeout(300); await page.screenshot({ path: `/tmp/papers-out/ui-${size}-${name}.png`, fullPage: true }); };
  if (size === 'desk') await shot('/papers', '0empty');
  const id = crypto.randomUUID();
  if (size === 'desk') {
    const today = new Date().toISOString().slice(0, 10);
    await act(page, 'summary.draft', { id, time: { kind: 'month', day: today } });
    await act(page, 'summary.edit', { id, key: 'found', text: '本月共发现问题一批，均已登记在册，逐项跟踪。' });
    const d = crypto.randomUUID();
    await act(page, 'dispatch.draft', { id: d, kind: 'notification' });
    await act(page, 'dispatch.write', { id: d, number: '澜文旅〔2026〕5号', title: '关于做好第四季度文明城市创建迎检工作的通知', recipients: '各科室', body: '现将有关事项通知如下。\n一、提高认识，压实责任\n各科室要充分认识创建工作的重要意义。\n（一）落实责任。每周巡查三天。\n1.着装。\n二、及时反馈\n请按时报送。', annexes: [{ title: '任务分解表', text: '一、材料组\n负责材料。' }], copies: '市创城办', day: today });
  }
  const rows = await page.evaluate(async () => [(await (await fetch('/api/summary.list')).json()).rows, (await (await fetch('/api/dispatch.list')).json()).rows]);
  const s = rows[0][0].id, d = rows[1][0].id;
  await shot('/papers', '1list');
  await shot('/papers?show=documents', '2docs');
  await shot('/papers?show=forms', '3forms');
  await shot('/papers/summaries/' + s, '4summary', async () => { await page.locator('.sentences button', { hasText: '修改' }).nth(1).click(); });
  await shot('/papers/summaries/' + s, '5preview', async () => { await page.getByRole('button', { name: '预览' }).click(); });
  await shot('/papers/documents/' + d, '6doc');
  await shot('/papers/documents/' + d, '7docpreview', async () => { await page.getByRole('button', { name: '预览' }).click(); });
  if (size === 'desk') {
    for (const [path, name] of [['/papers/summaries/' + s, 'sum'], ['/papers/documents/' + d, 'doc'], ['/papers', 'list']]) {
      await page.goto(base + path); await page.waitForLoadState('networkidle'); await page.waitForTimeout(300);
      await page.pdf({ path: `/tmp/papers-out/print-${name}.pdf`, preferCSSPageSize: true });
    }
    await shot('/papers?show=forms', '8replace', async () => { await page.getByRole('button', { name: '换用本单位模板' }).first().click(); await page.locator('.template-names summary').click(); });
  }
}
await browser.close();
