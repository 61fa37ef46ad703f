import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dispatchKinds } from '#domain/dispatch/dispatch.states.ts';
import { formKinds, termsOf } from '#domain/form/forms.ts';
import { summaryKinds } from '#domain/summary/summary.states.ts';
import { readXlsx } from '#server/papers/read/xlsx.ts';
import { complaintsOf, wordsIn } from '#server/papers/word/testing/complaints.ts';
import { samplePapers } from './papers.sample.ts';

it('one sample of every paper comes out of the demo campaign, each in order and filled', { timeout: 120_000 }, async () => {
  const papers = new Map<string, Buffer>();
  await samplePapers(
    (name, bytes) => void papers.set(name, bytes),
    () => {},
  );
  const expected = [
    ...Object.values(summaryKinds).map(({ zh }) => `${zh}.docx`),
    ...Object.values(dispatchKinds).map(({ zh }) => `${zh}.docx`),
    ...formKinds.map((form) => `${termsOf(form).words.zh}.docx`),
    ...['巡查台账', '问题台账', '值班表', '请假表'].map((name) => `${name}.xlsx`),
    '巡查日志（群发文字）.txt',
  ];
  assert.deepEqual([...papers.keys()].sort(), expected.sort());
  for (const [name, bytes] of papers) {
    if (name.endsWith('.docx')) {
      assert.deepEqual(complaintsOf(bytes), [], name);
      assert.doesNotMatch(wordsIn(bytes), /\{\{|\}\}|undefined|NaN/, name);
    }
    if (name.endsWith('.xlsx') && name !== '请假表.xlsx') assert.ok(readXlsx(bytes).length > 4, name);
  }
  assert.match(String(papers.get('巡查日志（群发文字）.txt')), /^【巡查日志】.*\n检查：共 \d+ 项/);
  assert.match(wordsIn(papers.get('月度总结.docx')!), /发现问题\d+个/);
});
