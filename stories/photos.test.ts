/** A photo from a phone held sideways: shown upright, scaled and without its metadata; the original stays as it came, with time and place. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import exifr from 'exifr';
import sharp from 'sharp';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, openHouse, PASSWORD } from './house.ts';

describe('photos', () => {
  let house: House;
  let cookie: string;
  let sideways: Buffer;

  before(async () => {
    house = await openHouse();
    house.at('2026-05-06');
    await firstClerk(house);
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/session.signIn',
      payload: { username: 'linxiao', password: PASSWORD },
    });
    cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    // Left half red, right half blue; orientation 6 says: turn a quarter to the right, so red belongs on top.
    const halves = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#0000ff' } })
      .composite([{ input: { create: { width: 1200, height: 1200, channels: 3, background: '#ff0000' } }, left: 0, top: 0 }])
      .jpeg()
      .toBuffer();
    sideways = await sharp(halves)
      .withExif({
        IFD0: { Orientation: '6', Make: 'Phone' },
        IFD2: { DateTimeOriginal: '2026:05:06 09:42:10' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 24/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 35/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
  });
  after(() => house.close());

  const get = (path: string) => house.app.inject({ method: 'GET', url: path, headers: { cookie } });

  it('upright, at most 1600 pixels, nothing of the phone in it; time and place kept with the record', async () => {
    const id = newId();
    await house.app.inject({
      method: 'POST',
      url: `/api/photo.upload?id=${id}`,
      headers: { cookie, 'content-type': 'image/jpeg' },
      payload: sideways,
    });
    const shown = (await get(`/api/photo/${id}/shown`)).rawPayload;
    const { width, height, exif } = await sharp(shown).metadata();
    assert.deepEqual([width, height, exif], [800, 1600, undefined]);
    assert.equal(await exifr.parse(shown, true).then((found) => found?.GPSLatitude ?? found?.Make), undefined);
    const [red, , blue] = await sharp(shown).extract({ left: 400, top: 100, width: 1, height: 1 }).raw().toBuffer();
    assert.ok(red! > 200 && blue! < 60, 'red is on top');
    assert.equal((await sharp((await get(`/api/photo/${id}/thumb`)).rawPayload).metadata()).height, 320);

    const original = (await get(`/api/photo/${id}/original`)).rawPayload;
    assert.equal(createHash('sha256').update(original).digest('hex'), createHash('sha256').update(sideways).digest('hex'));
    const { rows } = await house.database.pool.query('SELECT taken_at, taken_source, position FROM photo WHERE id = $1', [id]);
    assert.deepEqual([rows[0].taken_at, rows[0].taken_source], ['2026-05-06T01:42:10.000Z', 'exif']);
    assert.deepEqual([Math.round(rows[0].position.lat * 10), rows[0].position.source], [354, 'exif']);
  });

  it('what the device says of the place goes before the picture, and a photo under way twice is one photo', async () => {
    const id = newId();
    const url = `/api/photo.upload?id=${id}&lat=35.5&lng=116.5&accuracy=8`;
    const send = () => house.app.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'image/jpeg' }, payload: sideways });
    assert.deepEqual(
      (await Promise.all([send(), send()])).map((answer) => answer.statusCode),
      [200, 200],
    );
    const { rows } = await house.database.pool.query('SELECT position FROM photo WHERE id = $1', [id]);
    assert.deepEqual(
      rows.map((row) => row.position),
      [{ lat: 35.5, lng: 116.5, accuracy: 8, source: 'device' }],
    );
  });

  it('is for those who signed in', async () => {
    assert.equal((await house.app.inject({ method: 'GET', url: `/api/photo/${newId()}/thumb` })).statusCode, 401);
  });
});
