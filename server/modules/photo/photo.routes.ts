/** Photos: announced, sent in parts that survive a cut, or whole in one go; shown in three sizes. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, holdsPost } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { PhotoPart, type PhotoProgress, PhotoUpload, photoAnnounce, photoProgress, photoWithdraw } from '#domain/photo/photo.contract.ts';
import { MAX_PART_BYTES, MAX_PHOTO_BYTES } from '#domain/photo/photo.sizes.ts';
import type { Db } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import type { FileStore } from '#server/platform/files.ts';
import { parse } from '#server/platform/refusals.ts';
import { arrive, correctedBy } from './arrive.ts';
import {
  announcePhoto,
  findPhoto,
  getOwnPhoto,
  keepPart,
  lockPhoto,
  maySeePhoto,
  type PhotoRow,
  progressOf,
  readParts,
} from './photo.store.ts';

export interface PhotoDeps {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly files: FileStore;
  readonly clock: () => number;
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>;
}

const PictureAddress = z.object({ id: z.uuid(), size: z.enum(['shown', 'thumb', 'original']) });

export function photoRoutes(endpoint: Endpoints, { app, db, files, clock, actorOf }: PhotoDeps): void {
  const deps = { db, files, clock };

  endpoint.act(photoAnnounce, async ({ input, actor, tx, now }) => {
    const { takenAt, position, ...photo } = input;
    await announcePhoto(tx, {
      ...photo,
      unitId: actor.unitId,
      byId: actor.personId,
      takenAt: takenAt && correctedBy(photo, takenAt),
      takenSource: takenAt ? 'device' : 'unknown',
      position: position && JSON.stringify(position),
      at: now,
    });
    return { id: input.id };
  });

  endpoint.read(photoProgress, async ({ input, actor }) => progressOf(await getOwnPhoto(db, input.id, actor)));

  endpoint.act(photoWithdraw, async ({ input, actor, tx, tell }) => {
    const photo = await getOwnPhoto(tx, input.id, actor);
    if (photo.byId !== actor.personId) throw new Problem('record.notFound');
    const gone = await tx
      .updateTable('photo')
      .set({ lostWhy: 'withdrawn', received: 0 })
      .where('id', '=', photo.id)
      .where('arrivedAt', 'is', null)
      .executeTakeFirst();
    if (gone.numUpdatedRows === 0n) return { id: photo.id };
    await tx.deleteFrom('photoPart').where('photoId', '=', photo.id).execute();
    const attached = await tx.selectFrom('issuePhoto').select('issueId').where('photoId', '=', photo.id).executeTakeFirst();
    const subject = attached ? ({ kind: 'issue', id: attached.issueId } as const) : ({ kind: 'photo', id: photo.id } as const);
    await tell({ name: 'photo.withdrawn', subject, data: { photoId: photo.id } }, photo.unitId);
    return { id: photo.id };
  });

  app.register(async (scope) => {
    scope.addContentTypeParser(
      /^(image\/|application\/octet-stream)/,
      { parseAs: 'buffer', bodyLimit: MAX_PHOTO_BYTES },
      (_request, body, done) => done(null, body),
    );

    scope.post('/api/photo.part', { bodyLimit: MAX_PART_BYTES }, async (request): Promise<PhotoProgress> => {
      const actor = await actorOf(request);
      const { id, offset } = parse(PhotoPart, request.query);
      const part = bodyOf(request);
      const photo = await getOwnPhoto(db, id, actor);
      if (photo.arrivedAt) return progressOf(photo);
      // The whole photo in one part needs no keeping in between.
      const whole = offset === 0 && photo.received === 0 && part.length === photo.bytes ? part : await takePart(photo.id, offset, part);
      if (whole) await arrive(deps, photo, whole);
      return progressOf((await findPhoto(db, id))!);
    });

    scope.post('/api/photo.upload', { bodyLimit: MAX_PHOTO_BYTES }, async (request) => {
      const actor = await actorOf(request);
      const { id, takenAt, lat, lng, accuracy } = parse(PhotoUpload, request.query);
      const bytes = bodyOf(request);
      if (bytes.length === 0) throw new Problem('photo.notPicture');
      const position = lat !== undefined && lng !== undefined ? { lat, lng, accuracy: accuracy ?? null, source: 'device' as const } : null;
      const photo = await announcePhoto(db, {
        id,
        unitId: actor.unitId,
        byId: actor.personId,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        takenAt: takenAt ?? null,
        takenSource: takenAt ? 'device' : 'unknown',
        position: position && JSON.stringify(position),
        fromAlbum: false,
        clockOff: null,
        at: new Date(clock()).toISOString(),
      });
      if (!photo.arrivedAt) await arrive(deps, photo, bytes);
      return { id };
    });
  });

  /** Keeps a part where the last one ended. Answers the whole photo when it was the last part, also when it comes a second time. */
  async function takePart(id: string, offset: number, part: Buffer): Promise<Buffer | null> {
    const received = await db.transaction().execute(async (tx) => {
      const photo: PhotoRow = await lockPhoto(tx, id);
      if (photo.arrivedAt) return photo.received;
      if (offset !== photo.received || offset + part.length > photo.bytes)
        throw new Problem('photo.wrongOffset', { offset: photo.received, bytes: photo.bytes });
      if (part.length > 0) await keepPart(tx, photo, part);
      return photo.received + part.length;
    });
    const photo = (await findPhoto(db, id))!;
    return !photo.arrivedAt && received === photo.bytes ? readParts(db, id) : null;
  }

  app.get('/api/photo/:id/:size', async (request, reply) => {
    const actor = await actorOf(request);
    const { id, size } = parse(PictureAddress, request.params);
    const photo = await findPhoto(db, id);
    if (!photo?.arrivedAt || !(await maySeePhoto(db, photo, actor))) throw new Problem('record.notFound');
    if (
      size === 'original' &&
      !holdsPost(actor, photo.unitId, 'campaignClerk', 'leaderInCharge', 'topLeader') &&
      photo.byId !== actor.personId
    )
      throw new Problem('record.notFound');
    const sha256 = size === 'original' ? photo.sha256 : size === 'shown' ? photo.shownSha256 : photo.thumbSha256;
    if (!sha256) throw new Problem('photo.originalOnly');
    reply
      .header('content-type', size === 'original' ? photo.mime! : 'image/jpeg')
      .header('content-disposition', 'inline')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('etag', `"${sha256}"`);
    if (request.headers['if-none-match'] === `"${sha256}"`) return reply.code(304).send();
    return reply.send(files.read(sha256));
  });
}

function bodyOf({ body }: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(body)) throw new Problem('request.wrongType', { expected: 'image/jpeg' });
  return body;
}
