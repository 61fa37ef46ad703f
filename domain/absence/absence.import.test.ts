import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../kernel/problem.ts';
import { type ImportGround, readAbsences } from './absence.import.ts';

const ground: ImportGround = {
  people: [
    { id: 'a', name: '赵一' },
    { id: 'b', name: '钱二' },
    { id: 'c', name: '钱二' },
  ],
  known: [{ personId: 'a', from: '2026-07-01', to: '2026-07-03' }],
  year: 2026,
  mostDays: 366,
};
const read = (...rows: (readonly (string | number | { day: string })[])[]) => readAbsences(rows, ground);

describe('a table of leave', () => {
  it('is read below whatever title it has, with the heads an office gives its columns', () => {
    const [row] = read(
      ['2026年请假登记表'],
      ['序号', '请假人', '请假类型', '起始日期', '截止日期', '备注'],
      [1, '赵一', '年休假', { day: '2026-05-06' }, '5月8日', '回乡'],
    );
    assert.deepEqual(row, {
      row: 3,
      name: '赵一',
      absence: { personId: 'a', kind: 'leave', from: '2026-05-06', to: '2026-05-08', note: '回乡' },
      why: null,
    });
  });

  it('takes days however they are written, and one day where no end is given', () => {
    const days = ['2026-05-06', '2026.5.6', '2026/5/6', '2026年5月6日', '20260506', '5月6日'];
    for (const from of days) {
      const [row] = read(['姓名', '开始'], ['赵一', from]);
      assert.deepEqual([row!.absence?.from, row!.absence?.to], ['2026-05-06', '2026-05-06'], from);
    }
    assert.equal(read(['姓名', '开始'], ['赵一', 20260506])[0]!.absence?.from, '2026-05-06');
  });

  it('tells kinds by their words', () => {
    const kinds = ['出差', '病假', '党校培训', '因公出访', '年假', '借调'].map(
      (word, at) => read(['姓名', '事由', '开始'], ['赵一', word, `2026-08-0${at + 1}`])[0]!.absence?.kind,
    );
    assert.deepEqual(kinds, ['travel', 'sick', 'training', 'abroad', 'leave', 'other']);
  });

  it('says of every other row why it cannot be recorded', () => {
    const rows = read(
      ['姓名', '开始', '结束'],
      ['', '5月6日', '5月7日'],
      ['孙三', '5月6日', '5月7日'],
      ['钱二', '5月6日', '5月7日'],
      ['赵一', '下周', '5月7日'],
      ['赵一', '2月30日', '5月7日'],
      ['赵一', '5月7日', '5月6日'],
      ['赵一', '2026-07-03', '2026-07-05'],
      ['赵一', '2026-01-01', '2027-06-01'],
      ['', '', ''],
    );
    assert.equal(rows.length, 8);
    assert.ok(rows.every((row) => row.absence === null && /[\u4e00-\u9fff]/.test(row.why!.zh) && /[a-z]/.test(row.why!.en)));
  });

  it('knows names and heads that are spread over the width of a column', () => {
    const [row] = read(['姓　名', '开 始 日 期（含）', '结束 日期：'], ['赵　一', '5月6日', '5月8日']);
    assert.deepEqual([row!.absence?.personId, row!.absence?.from, row!.absence?.to], ['a', '2026-05-06', '2026-05-08']);
    assert.match(read(['姓名', '开始'], ['钱 二', '5月6日'])[0]!.why!.zh, /2 位/);
  });

  it('takes no day that is none, keeps notes to their length and cuts no character in two', () => {
    const rows = read(
      ['姓名', '开始', '说明'],
      ['赵一', { day: '2026-99-99' }, ''],
      ['赵一', '5月6日', `${'字'.repeat(199)}😀`],
      ['王'.repeat(100_000), '5月6日', ''],
    );
    assert.equal(rows[0]!.absence, null);
    assert.equal(rows[1]!.absence!.note, '字'.repeat(199));
    assert.ok(rows[2]!.why!.zh.length < 100, 'the answer does not carry back whatever stood there');
  });

  it('does not take the same days twice from one table', () => {
    const rows = read(['姓名', '开始'], ['赵一', '5月6日'], ['赵一', '5月6日']);
    assert.deepEqual(
      rows.map((row) => row.absence !== null),
      [true, false],
    );
  });

  it('asks for its columns where none are named', () => {
    assert.throws(
      () => read(['甲', '乙'], ['赵一', '5月6日']),
      (error) => error instanceof Problem && error.code === 'table.noHeader',
    );
  });
});
