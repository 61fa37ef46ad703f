import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import Fastify from 'fastify';
import { z } from 'zod';
import { download } from '#domain/kernel/contract.ts';
import type { Db } from './database.ts';
import { attachment, endpoints } from './endpoint.ts';

describe('the name of a download', () => {
  const nameIn = (header: string): string => decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)![1]!);

  it('is in UTF-8 for whoever reads it, with nothing in it that the header or a file system takes for something else', () => {
    const header = attachment('值班表（5月）\'*(1)"; x="\r\nSet-Cookie: a/..\\b\ud83d.xlsx');
    assert.match(header, /^attachment; filename="file\.xlsx"; filename\*=UTF-8''[\w%.~!-]+$/);
    assert.equal(nameIn(header), "值班表（5月）'-(1)-; x=---Set-Cookie- a-..-b\ufffd.xlsx");
  });

  it('needs no ending', () => {
    assert.match(attachment('日志'), /filename="file"; /);
  });
});

describe('a download', () => {
  const paper = download('test.paper', { words: { zh: '文件', en: 'File' }, input: z.object({}), mime: 'text/plain' });
  const serve = async (body: () => Readable) => {
    const app = Fastify();
    const deps = { clock: () => 0, react: async () => {}, secret: '', actorOf: async () => ({}) as never };
    endpoints({ app, db: {} as Db, ...deps }).download(paper, async () => ({ fileName: 'a.txt', body: body() }));
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    return { address: `${address}/api/test.paper`, close: () => app.close() };
  };

  it('is sent as it is made, and breaks off where it cannot be made: half a file is not taken for a whole one', async () => {
    const server = await serve(() =>
      Readable.from(
        (async function* () {
          yield 'first ';
          throw new Error('the database is away');
        })(),
      ),
    );
    await assert.rejects(fetch(server.address).then((answer) => answer.text()));
    await server.close();
    const whole = await serve(() => Readable.from(['first ', 'second']));
    const answer = await fetch(whole.address);
    assert.match(answer.headers.get('content-type')!, /text\/plain/);
    assert.equal(await answer.text(), 'first second');
    await whole.close();
  });
});
