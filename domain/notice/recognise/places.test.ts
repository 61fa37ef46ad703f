import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeKeyOf, placesIn } from './places.ts';

const cases: readonly (readonly [text: string, keys: readonly string[]])[] = [
  ['包保16网格凤凰城社区', ['grid:16']],
  ['第3网格（梧桐社区）', ['grid:3']],
  ['负责玄武路（东一街至东三街）路西', ['road:玄武路:路西']],
  ['负责银杏路(东一街-东三街)两侧', ['road:银杏路:两侧']],
  ['负责银杏路东一街至东三街段', ['road:银杏路']],
  ['巡查银杏路（东一街—东三街）', ['road:银杏路']],
  ['银杏路东侧', ['road:银杏路:东侧']],
  ['路段名称：银杏路（东一街到东三街）北侧', ['road:银杏路:北侧']],
  ['社区名称：梧桐社区', ['community:梧桐社区']],
  ['深入推进进社区、进学校', []],
  ['一带一路（建设至今）', []],
];

test('grids, roads and communities as notices name them', () => {
  for (const [text, expected] of cases) assert.deepEqual(placesIn({ text, base: 0, year: null }).map(placeKeyOf), expected, text);
});
