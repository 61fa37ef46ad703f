import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MAX_TRACK_POINTS, metresBetween, thin, trackUntil } from './track.ts';

const minute = (n: number) => new Date(Date.parse('2026-05-13T01:00:00Z') + n * 60_000).toISOString();
const north = (metres: number, n: number, accuracy: number | null = 8) => ({
  lat: 35 + metres / 111_195,
  lng: 116,
  accuracy,
  at: minute(n),
});

test('points close together become one, the last is where the walk ended', () => {
  const thinned = thin([north(0, 0), north(2, 1), north(5, 2), north(30, 3), north(33, 4)]);
  assert.deepEqual(
    thinned.map((point) => point.at),
    [minute(0), minute(4)],
  );
});

test('what the phone does not know well enough is left out', () => {
  assert.deepEqual(
    thin([north(0, 0), north(400, 1, 900), north(40, 2)]).map((point) => point.at),
    [minute(0), minute(2)],
  );
});

test('whatever comes in, few points come out, in the order of time and never closer than a bus is long', () => {
  const point = fc.record({ metres: fc.integer({ min: 0, max: 9_000 }), n: fc.integer({ min: 0, max: 600 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 1_500 }), (points) => {
      const thinned = thin(points.map(({ metres, n }) => north(metres, n)));
      assert.ok(thinned.length <= MAX_TRACK_POINTS);
      for (const [i, here] of thinned.entries()) {
        if (i === 0) continue;
        assert.ok(thinned[i - 1]!.at <= here.at);
        if (i < thinned.length - 1) assert.ok(metresBetween(thinned[i - 1]!, here) >= 10);
      }
    }),
  );
});

test('a track is kept for thirty days after its patrol', () => {
  assert.equal(trackUntil('2026-05-13'), '2026-06-12');
});
