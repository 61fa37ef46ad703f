import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { repeatsBetween, type Sentence } from './repeats.ts';

const sentences = (...texts: string[]): Sentence[] => texts.map((text, index) => ({ key: String(index), text }));

test('the same words are found wherever they stand, spaces and punctuation aside', () => {
  const old = sentences('每月组织一次志愿服务活动，报送照片3张。', '开展文明餐桌行动。');
  const fresh = sentences('开展 文明餐桌行动；', '每月组织一次志愿服务活动,报送照片3张');
  assert.deepEqual(repeatsBetween(fresh, old), [
    { a: '0', b: '1', likeness: 1 },
    { a: '1', b: '0', likeness: 1 },
  ]);
});

test('a changed number leaves the sentence nearly the same, another sentence is none', () => {
  const old = sentences('每周巡查三天，每次巡查人数2人，实行分管领导带班制度。');
  const [found] = repeatsBetween(sentences('每周巡查五天，每次巡查人数4人，实行分管领导带班制度。'), old);
  assert.ok(found && found.likeness > 0.7 && found.likeness < 1);
  assert.deepEqual(repeatsBetween(sentences('制定出国（境）团组行前教育办法。'), old), []);
});

test('each sentence has one partner, each likeness is in range, whatever the texts', () => {
  const texts = fc.array(fc.stringMatching(/^[甲乙丙丁，]{0,12}$/), { maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, (as, bs) => {
      const found = repeatsBetween(sentences(...as), sentences(...bs));
      assert.equal(new Set(found.map((one) => one.a)).size, found.length);
      assert.equal(new Set(found.map((one) => one.b)).size, found.length);
      assert.ok(found.every((one) => one.likeness >= 0.5 && one.likeness <= 1));
    }),
  );
});
