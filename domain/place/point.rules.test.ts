import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../kernel/problem.ts';
import type { ChecklistItem } from './place.model.ts';
import type { PointBody, PointType } from './point.model.ts';
import { checkPoint, gradeFor, pointOf, withPoint } from './point.rules.ts';

const steps = [
  { grade: 'A' as const, share: 100, upTo: 0 },
  { grade: 'B' as const, share: 66, upTo: 1 },
  { grade: 'C' as const, share: 33, upTo: 2 },
  { grade: 'C#' as const, share: 0, upTo: null },
];
const barred = [
  { grade: 'A' as const, share: 100, upTo: 0 },
  { grade: 'C#' as const, share: 0, upTo: null },
];
const alley: PointBody = {
  name: { zh: '背街小巷', en: 'Back street' },
  kinds: [],
  thresholds: [
    { metric: '装灯率', atLeast: 100, unit: '%', about: ['路灯'] },
    { metric: '亮灯率', atLeast: 95, unit: '%', about: ['路灯'] },
  ],
  scales: [
    { about: ['消防通道'], steps: barred },
    { about: [], steps },
  ],
};
const item = (no: number, text: string, measures: ChecklistItem['measures'] = []): ChecklistItem => ({
  no,
  text,
  measures,
  source: { noticeId: 'n', start: no, end: no + 1 },
});

describe('a point type', () => {
  it('adds its lamp rates where an item speaks of lamps, and leaves the words and the sentence of the notice alone', () => {
    const [lamps, board] = withPoint([item(1, '路灯完好'), item(2, '宣传栏完好')], alley);
    assert.deepEqual(
      lamps!.measures.map(({ metric, atLeast, byType }) => [metric, atLeast, byType]),
      [
        ['装灯率', 100, true],
        ['亮灯率', 95, true],
      ],
    );
    assert.deepEqual([lamps!.text, lamps!.source, board!.measures], ['路灯完好', { noticeId: 'n', start: 1, end: 2 }, []]);
  });

  it('never lowers what the notice asks for', () => {
    const [lamps] = withPoint([item(1, '路灯亮灯率达到99%', [{ metric: '路灯亮灯率', atLeast: 99, unit: '%' }])], alley);
    assert.deepEqual(
      lamps!.measures.map(({ metric, atLeast, byType }) => [metric, atLeast, byType ?? false]),
      [
        ['路灯亮灯率', 99, false],
        ['装灯率', 100, true],
      ],
    );
  });

  it('gives each item its states, some items only A or C#', () => {
    const [fire, board] = withPoint([item(1, '消防通道畅通'), item(2, '宣传栏完好')], alley);
    assert.deepEqual(
      [0, 1, 2, 3, 9].map((faults) => gradeFor(board!.scale, faults)),
      ['A', 'B', 'C', 'C#', 'C#'],
    );
    assert.deepEqual(
      [0, 1, 2].map((faults) => gradeFor(fire!.scale, faults)),
      ['A', 'C#', 'C#'],
    );
    assert.equal(gradeFor(withPoint([item(1, '宣传栏')], null)[0]!.scale, 0), null, 'no type, no states');
  });

  it('comes from the kind of the place unless another was chosen', () => {
    const types: PointType[] = [
      { ...alley, key: 'road', version: 1, kinds: ['road'] },
      { ...alley, key: 'alley', version: 1 },
    ];
    assert.equal(pointOf(types, { kind: 'road', pointType: null })?.key, 'road');
    assert.equal(pointOf(types, { kind: 'road', pointType: 'alley' })?.key, 'alley');
    assert.equal(pointOf(types, { kind: 'grid', pointType: null }), null);
  });

  it('is refused with a scale that gets better, or that leaves a number of faults without a state', () => {
    const bad = (scale: PointBody['scales'][number]['steps']) => () => checkPoint({ ...alley, scales: [{ about: [], steps: scale }] });
    checkPoint(alley);
    for (const scale of [steps.slice(0, 3), [steps[1]!, steps[0]!, steps[3]!], [steps[0]!, { ...steps[3]!, share: 100 }]])
      assert.throws(bad(scale), (error) => error instanceof Problem && error.code === 'point.badScale');
    const twice = { ...alley, thresholds: [alley.thresholds[0]!, alley.thresholds[0]!] };
    assert.throws(
      () => checkPoint(twice),
      (error) => error instanceof Problem && error.code === 'point.metricTwice',
    );
  });
});
