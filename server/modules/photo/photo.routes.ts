import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, holdsPost } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { PhotoUpload } from '#domain/photo/photo.contract.ts';
import { MAX_PHOTO_BYTES } from '#domain/photo/photo.sizes.ts';
import type { Db } from '#server/platform/database.ts';
import type { FileStore } from '#server/platform/files.ts';
import { parse } from '#server/platform/refusals.ts';
import { findPhoto, insertPhoto, maySeePhoto } from './photo.store.ts';
import { readPicture } from './picture.ts';

export interface PhotoDeps {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly files: FileStore;
  readonly clock: () => number;
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>;
}

const PictureAddress = z.object({ id: z.uuid(), size: z.enum(['shown', 'thumb', 'original']) });

export function photoRoutes({ app, db, files, clock, actorOf }: PhotoDeps): void {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      /^(image\/|application\/octet-stream)/,
      { parseAs: 'buffer', bodyLimit: MAX_PHOTO_BYTES },
      (_request, body, done) => done(null, body),
    );

    scope.post('/api/photo.upload', { bodyLimit: MAX_PHOTO_BYTES }, async (request) => {
      const actor = await actorOf(request);
      const input = parse(PhotoUpload, request.query);
      if (!Buffer.isBuffer(request.body)) throw new Problem('request.wrongType', { expected: 'image/jpeg' });
      if (request.body.length === 0) throw new Problem('photo.notPicture');
      const picture = await readPicture(request.body);
      // Files first, the row after them: a row never names a file that is not there.
      const [sha256, shownSha256, thumbSha256] = await Promise.all([
        files.put(request.body),
        files.put(picture.shown),
        files.put(picture.thumb),
      ]);
      const device =
        input.lat !== undefined && input.lng !== undefined
          ? { lat: input.lat, lng: input.lng, accuracy: input.accuracy ?? null, source: 'device' as const }
          : null;
      const position = device ?? (picture.position ? { ...picture.position, accuracy: null, source: 'exif' as const } : null);
      await insertPhoto(db, {
        id: input.id,
        unitId: actor.unitId,
        byId: actor.personId,
        sha256,
        shownSha256,
        thumbSha256,
        mime: picture.mime,
        bytes: request.body.length,
        width: picture.width,
        height: picture.height,
        takenAt: picture.takenAt ?? input.takenAt ?? null,
        takenSource: picture.takenAt ? 'exif' : input.takenAt ? 'device' : 'unknown',
        position: position && JSON.stringify(position),
        at: new Date(clock()).toISOString(),
      });
      return { id: input.id };
    });
  });

  app.get('/api/photo/:id/:size', async (request, reply) => {
    const actor = await actorOf(request);
    const { id, size } = parse(PictureAddress, request.params);
    const photo = await findPhoto(db, id);
    if (!photo || !(await maySeePhoto(db, photo, actor))) throw new Problem('record.notFound');
    if (
      size === 'original' &&
      !holdsPost(actor, photo.unitId, 'campaignClerk', 'leaderInCharge', 'topLeader') &&
      photo.byId !== actor.personId
    )
      throw new Problem('record.notFound');
    const sha256 = size === 'original' ? photo.sha256 : size === 'shown' ? photo.shownSha256 : photo.thumbSha256;
    reply
      .header('content-type', size === 'original' ? photo.mime : 'image/jpeg')
      .header('content-disposition', 'inline')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('etag', `"${sha256}"`);
    if (request.headers['if-none-match'] === `"${sha256}"`) return reply.code(304).send();
    return reply.send(files.read(sha256));
  });
}
