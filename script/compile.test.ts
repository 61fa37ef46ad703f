import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Plan } from '#domain/notice/plan.ts';
import { besideNotice, firstNotice } from '../stories/notices.ts';
import type { Campaign } from './compile.campaign.ts';

describe('script/compile', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'chuangcheng-compile-'));
    writeFileSync(join(folder, 'first.txt'), firstNotice(2026));
    writeFileSync(
      join(folder, 'beside.txt'),
      besideNotice(2026).replace(
        '推行垃圾分类。由综合科负责，10月31日前报送台账，11月20日前再报送一次。',
        '落实控烟制度。由秘书科负责，9月30日前完成检查，另报照片。',
      ),
    );
    writeFileSync(join(folder, 'picture.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('compile.ts', import.meta.url)), folder, ...args], { encoding: 'utf8' });

  it('prints the plan of one notice as JSON, and an outline otherwise', () => {
    const plan = JSON.parse(run('first.txt', '--json').stdout) as Plan;
    assert.equal(plan.documentNumber, '青办发〔2026〕3号');
    const { stdout } = run('first.txt');
    assert.match(stdout, /做好环境卫生 {2}〔秘书科〕 {2}2026-06-30/);
    assert.match(stdout, /8网格梧桐社区 {2}每周2天 {2}每次3人 {2}领导带班/);
  });

  it('takes several notices as one campaign: what repeats is linked', () => {
    const campaign = JSON.parse(run('first.txt', 'beside.txt', '--json').stdout) as Campaign;
    assert.equal(campaign.notices.length, 2);
    assert.deepEqual(
      campaign.repeats.map(({ item, of }) => [item, of]),
      [
        [
          [1, '一'],
          [0, '文明创建任务清单>四'],
        ],
      ],
    );
    assert.match(run('first.txt', 'beside.txt').stdout, /重复 1 项/);
  });

  it('says in one line why a file cannot be read', () => {
    for (const [file, words] of [
      ['picture.jpg', /不能读取这种文件.*cannot be read/],
      ['nothing.txt', /读不到这个文件.*ENOENT/],
    ] as const) {
      const { status, stderr, stdout } = run(file);
      assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [1, '', 1]);
      assert.match(stderr, words);
    }
    assert.equal(run().status, 2);
  });
});
