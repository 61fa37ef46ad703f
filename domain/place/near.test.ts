import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceBetween, isOutside } from './near.ts';

const centre = { lat: 35.4153, lng: 116.5871, radius: 200 };
/** Metres north of the centre. */
const north = (metres: number, accuracy: number | null = 20) => ({ lat: centre.lat + metres / 111_195.08, lng: centre.lng, accuracy });

test('metres along the great circle', () => {
  assert.equal(distanceBetween(centre, centre), 0);
  assert.equal(distanceBetween(centre, north(1_000)), 1_000);
  assert.equal(distanceBetween({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 }), 111_195, 'over the date line');
  assert.equal(distanceBetween({ lat: 90, lng: 0 }, { lat: -90, lng: 0 }), 20_015_115);
});

test('outside only beyond the radius and what the device may be wrong', () => {
  assert.equal(isOutside(centre, north(220)), false);
  assert.equal(isOutside(centre, north(222)), true);
  assert.equal(isOutside(centre, north(1_000, 900)), false);
  assert.equal(isOutside(centre, north(249, null)), false);
  assert.equal(isOutside(centre, north(252, null)), true);
});
