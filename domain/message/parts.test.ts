import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bytesOf, partsOf } from './parts.ts';

describe('a long text', () => {
  it('that fits stays as it is', () => {
    assert.deepEqual(partsOf('路灯', 6), ['路灯']);
  });

  it('breaks at the ends of lines and says which part each is', () => {
    const text = Array.from({ length: 6 }, (_, n) => `${n + 1}. 宣传栏玻璃碎裂，海报脱落`).join('\n');
    const parts = partsOf(text, 120);
    assert.ok(parts.length > 1 && parts.every((part, i) => part.startsWith(`（${i + 1}/${parts.length}）\n`)));
    assert.equal(parts.map((part) => part.replace(/^（\d\/\d）\n/, '')).join('\n'), text);
  });

  it('beyond five parts is cut and says so', () => {
    const parts = partsOf('长'.repeat(2_000), 300);
    assert.equal(parts.length, 5);
    assert.match(parts.at(-1)!, /请在系统中查看/);
  });

  it('no part is too long, and none ends within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), fc.integer({ min: 100, max: 600 }), (text, limit) => {
        for (const part of partsOf(text, limit)) assert.ok(bytesOf(part) <= limit && part.isWellFormed());
      }),
    );
  });
});
