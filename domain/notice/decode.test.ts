import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeNotice, NotText } from './decode.ts';

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = [bigEndian ? 0xfe : 0xff, bigEndian ? 0xff : 0xfe];
  for (const unit of `${text}`.split('')) {
    const code = unit.charCodeAt(0);
    bytes.push(...(bigEndian ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8]));
  }
  return Uint8Array.from(bytes);
};

test('UTF-8 with and without a byte-order mark', () => {
  assert.deepEqual(decodeNotice(new TextEncoder().encode('关于值班的通知')), { text: '关于值班的通知', encoding: 'utf-8' });
  assert.equal(decodeNotice(new TextEncoder().encode('\ufeff通知')).text, '通知');
});

test('UTF-16 either way round', () => {
  assert.deepEqual(decodeNotice(utf16('通知', false)), { text: '通知', encoding: 'utf-16le' });
  assert.deepEqual(decodeNotice(utf16('通知', true)), { text: '通知', encoding: 'utf-16be' });
});

test('bytes that are no UTF-8 are GB18030', () => {
  assert.deepEqual(decodeNotice(Uint8Array.from([0xcd, 0xa8, 0xd6, 0xaa])), { text: '通知', encoding: 'gb18030' });
});

test('line ends become one character', () => {
  assert.equal(decodeNotice(new TextEncoder().encode('甲\r\n乙\r丙\n')).text, '甲\n乙\n丙\n');
});

test('a file that is no text is refused', () => {
  assert.throws(() => decodeNotice(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0])), NotText);
  assert.throws(() => decodeNotice(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])), NotText);
  assert.deepEqual(decodeNotice(new Uint8Array()), { text: '', encoding: 'utf-8' });
});
