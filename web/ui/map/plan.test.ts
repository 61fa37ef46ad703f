import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf, roundLength } from './plan.ts';

const middle = { lat: 35.4, lng: 116.6 };
const north = (metres: number) => ({ lat: 35.4 + metres / 111_195, lng: 116.6 });

test('north is up, and metres are as long in every direction', () => {
  const plan = planOf([middle, north(400)], null)!;
  const [here, there] = [plan.at(middle), plan.at(north(400))];
  assert.ok(there.y < here.y && Math.abs(there.x - here.x) < 0.01);
  assert.ok(Math.abs(here.y - there.y - plan.long(400)) < 0.1);
  const east = plan.at({ lat: 35.4, lng: 116.6 + 100 / (111_195 * Math.cos((35.4 * Math.PI) / 180)) });
  assert.ok(Math.abs(east.x - here.x - plan.long(100)) < 0.1);
});

test('everything fits the sheet, the circle of the place too', () => {
  const circle = { ...middle, radius: 300 };
  const plan = planOf([north(1_200)], circle)!;
  for (const spot of [north(1_200), north(-300), middle]) {
    const { x, y } = plan.at(spot);
    assert.ok(x >= 0 && x <= plan.width && y >= 0 && y <= plan.height, `${x} ${y}`);
  }
});

test('a large place does not make what was found in it too small to read', () => {
  const plan = planOf([north(-100), north(100)], { ...middle, radius: 5_000 })!;
  assert.ok(plan.at(north(-100)).y - plan.at(north(100)).y > plan.height / 3);
});

test('one point alone is not blown up, no point is no plan', () => {
  const plan = planOf([middle], null)!;
  assert.ok(plan.long(120) <= plan.height);
  assert.equal(planOf([], null), null);
});

test('the scale bar is a round length', () => {
  assert.deepEqual([7, 19, 50, 63, 999, 1_000].map(roundLength), [5, 10, 50, 50, 500, 1_000]);
});
