import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exifBlock, withExif } from './exif.block.ts';
import { positionOf, takenAtOf } from './exif.facts.ts';

test('a camera time without a zone is the office time, with one it is that', () => {
  assert.equal(takenAtOf({ DateTimeOriginal: '2026:11:22 09:42:10' }), '2026-11-22T01:42:10.000Z');
  assert.equal(takenAtOf({ DateTimeOriginal: '2026:11:22 09:42:10', OffsetTimeOriginal: '+00:00' }), '2026-11-22T09:42:10.000Z');
  assert.equal(takenAtOf({ DateTimeOriginal: '0000:00:00 00:00:00' }), null);
  assert.equal(takenAtOf({}), null);
});

test('a camera without a fix says nothing about the place', () => {
  assert.equal(positionOf({ latitude: 0, longitude: 0 }), null);
  assert.equal(positionOf({ latitude: Number.NaN, longitude: 116 }), null);
  assert.deepEqual(positionOf({ latitude: 35.4, longitude: 116.6 }), { lat: 35.4, lng: 116.6, accuracy: null });
});

/** A JPEG of nothing but an Exif segment with one entry: orientation 6 (turned by 90°). */
const tiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
const segment = [0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
const camera = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...segment, 0xff, 0xda, 0, 2]);

test('the camera data is carried over, turned upright', () => {
  const block = exifBlock(camera);
  assert.deepEqual([...block!], segment);
  const joined = withExif(new Uint8Array([0xff, 0xd8, 0xff, 0xda]), block!);
  assert.deepEqual([...joined.subarray(0, 4)], [0xff, 0xd8, 0xff, 0xe1]);
  assert.equal(exifBlock(joined)![28], 1);
});

test('what is no JPEG has no camera data', () => {
  assert.equal(exifBlock(new Uint8Array([0x89, 0x50, 0x4e, 0x47])), null);
  assert.equal(exifBlock(new Uint8Array()), null);
});
