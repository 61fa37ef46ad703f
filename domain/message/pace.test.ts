import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextSlot } from './pace.ts';

const at = (seconds: number) => new Date(Date.parse('2026-05-13T04:00:00Z') + seconds * 1000).toISOString();

describe('the pace of a service', () => {
  const most = [
    { n: 3, ms: 60_000 },
    { n: 2, ms: 1_000 },
  ];

  it('lets go at once while there is room', () => {
    assert.equal(nextSlot({ most: [] }, [at(0), at(0)], at(0)), at(0));
    assert.equal(nextSlot({ most }, [at(-5), at(-10)], at(0)), at(0));
  });

  it('waits until the oldest of the last n is out of the stretch, for the strictest stretch', () => {
    assert.equal(nextSlot({ most }, [at(-5), at(-10), at(-20)], at(0)), at(40));
    assert.equal(nextSlot({ most }, [at(-0.2), at(-0.6)], at(0)), at(0.4));
  });
});
