/** The OpenAPI 3.1 document, made from the contracts, and a page that a person can read. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { contracts } from '#domain/contracts.ts';
import { type Contract, Envelope, methodOf } from '#domain/kernel/contract.ts';
import { problemKinds } from '#domain/kernel/problem.kinds.ts';
import { PhotoPart, PhotoProgress, PhotoUpload } from '#domain/photo/photo.contract.ts';
import { apiPage } from './openapi-page.ts';

type Schema = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Schema;
  return rest;
};

const problemAnswer = {
  description: 'A Problem (RFC 9457) / 出错说明',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

export function openApiDocument(): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: '创城通 Chuangcheng',
      version: '1',
      description:
        'Every call of the system. A read is a GET, a download one that answers with a file, an act is a POST that carries the id of the act: the same id sent again gets the first answer.',
    },
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['code', 'status', 'zh', 'en'],
          properties: {
            type: { type: 'string' },
            code: { enum: Object.keys(problemKinds) },
            status: { type: 'integer' },
            zh: { type: 'string' },
            en: { type: 'string' },
            details: { type: 'object' },
          },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'chuangcheng.session_token' } },
    },
    security: [{ session: [] }],
    paths: { ...Object.fromEntries(contracts.map((contract) => [`/api/${contract.name}`, pathOf(contract)])), ...photoPaths() },
  };
}

function pathOf(contract: Contract): Schema {
  const common = {
    operationId: contract.name,
    tags: [contract.name.split('.')[0]],
    summary: `${contract.words.zh} / ${contract.words.en}`,
    ...(contract.open ? { security: [] } : {}),
    responses: {
      200: {
        description: 'OK',
        content: { [contract.mime ?? 'application/json']: { schema: schemaOf(contract.output, 'output') } },
      },
      default: { ...problemAnswer, ...(contract.problems.length > 0 ? { 'x-problems': contract.problems } : {}) },
    },
  };
  if (methodOf(contract) === 'GET') return { get: { ...common, parameters: parametersOf(contract.input) } };
  const input = schemaOf(contract.input, 'input');
  const schema = contract.open ? input : { allOf: [schemaOf(Envelope, 'input'), input] };
  return { post: { ...common, requestBody: { required: true, content: { 'application/json': { schema } } } } };
}

function parametersOf(input: z.ZodType): Schema[] {
  const { properties = {}, required = [] } = schemaOf(input, 'input') as { properties?: Record<string, Schema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function photoPaths(): Schema {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const size = { name: 'size', in: 'path', required: true, schema: { enum: ['shown', 'thumb', 'original'] } };
  return {
    '/api/photo.upload': {
      post: {
        operationId: 'photo.upload',
        tags: ['photo'],
        summary: '上传照片 / Upload a photo',
        parameters: parametersOf(PhotoUpload),
        requestBody: { required: true, content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } },
        responses: {
          200: {
            description: 'OK',
            content: { 'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } } },
          },
          default: problemAnswer,
        },
      },
    },
    '/api/photo.part': {
      post: {
        operationId: 'photo.part',
        tags: ['photo'],
        summary: '续传照片 / Send a part of an announced photo',
        parameters: parametersOf(PhotoPart),
        requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
        responses: {
          200: { description: 'OK', content: { 'application/json': { schema: schemaOf(PhotoProgress, 'output') } } },
          default: {
            ...problemAnswer,
            'x-problems': ['photo.wrongOffset', 'photo.bytesDiffer', 'photo.notPicture', 'photo.tooManyPixels'],
          },
        },
      },
    },
    '/api/photo/{id}/{size}': {
      get: {
        operationId: 'photo.show',
        tags: ['photo'],
        summary: '查看照片 / Show a photo',
        parameters: [id, size],
        responses: {
          200: { description: 'OK', content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } },
          default: problemAnswer,
        },
      },
    },
  };
}

export function openApiRoutes(app: FastifyInstance): void {
  const document = openApiDocument();
  app.get('/api/openapi.json', async (_request, reply) => reply.header('cache-control', 'no-cache').send(document));
  app.get('/api', async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('text/html; charset=utf-8')
      .send(apiPage()),
  );
}
