/** The least a server can do: node:http, one INSERT, an answer. No sign-in, no checks, no history; a photo is flushed to a file of its own. */
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { INSERT, valuesOf } from './intake.row.ts';

const { pool: config, folder } = JSON.parse(process.argv[2]!) as { readonly pool: pg.PoolConfig; readonly folder: string };
const pool = new pg.Pool({ ...config, max: 10 });

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', async () => {
    const body = Buffer.concat(parts);
    if (request.url === '/photo') {
      const file = await open(join(folder, randomUUID()), 'wx');
      await file.writeFile(body);
      await file.sync();
      await file.close();
    } else await pool.query({ name: 'insert', text: INSERT, values: valuesOf(JSON.parse(body.toString())) });
    response.setHeader('content-type', 'application/json');
    response.end('{"state":"ok"}');
  });
});
server.listen(0, '127.0.0.1', () => console.log(`is running: http://127.0.0.1:${(server.address() as { port: number }).port}`));
