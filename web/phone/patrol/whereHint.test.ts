import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whereHint } from './whereHint.ts';

const centre = { lat: 35.4, lng: 116.6, radius: 200 };
const north = (metres: number, accuracy: number | null = 10) => ({ lat: 35.4 + metres / 111_195, lng: 116.6, accuracy });

test('says how far outside, in round numbers, and says nothing inside or when it is not known', () => {
  assert.match(whereHint(centre, north(560))!.zh, /范围外约 360 米/);
  assert.match(whereHint(centre, north(2_400))!.zh, /2\.2 公里/);
  assert.equal(whereHint(centre, north(150)), null);
  assert.equal(whereHint(centre, north(560, 500)), null, 'the phone may be that wrong');
  assert.equal(whereHint(null, north(9_000)), null);
  assert.equal(whereHint(centre, null), null);
});
