import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offAfter } from './clock.ts';

const at = (second: number, ms = 0) => Date.parse('2026-05-13T01:00:00Z') + second * 1000 + ms;

test('a clock that is right is left alone, though the answer counts whole seconds and took a while', () => {
  assert.equal(offAfter(null, at(7), at(7, 950), at(8, 100)), 0);
  assert.equal(offAfter(null, at(7), at(7, 20), at(7, 40)), 0);
  assert.equal(offAfter(0, at(7), at(3), at(12)), 0, 'a slow answer proves nothing');
});

test('a clock that is a day fast is found out within two seconds, and what is known moves only as far as an answer proves', () => {
  const day = 86_400_000;
  const off = offAfter(null, at(7), at(7, 400) + day, at(7, 500) + day);
  assert.ok(Math.abs(off + day) <= 2000, String(off));
  assert.equal(offAfter(off, at(9), at(9, 300) + day, at(9, 350) + day), off, 'the next answer agrees');
  assert.ok(Math.abs(offAfter(off, at(20), at(20, 100), at(20, 200))) <= 2000, 'set right meanwhile');
});
