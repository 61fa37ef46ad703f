import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contracts } from '#domain/contracts.ts';
import { openApiDocument } from './openapi.ts';
import { apiPage } from './openapi-page.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly allOf?: readonly object[] } }> };
  readonly responses: Record<string, unknown>;
}

describe('the OpenAPI document', () => {
  const document = openApiDocument() as { openapi: string; paths: Record<string, Record<string, Operation>> };

  it('lists every contract once, a read as GET and an act as POST with the id of the act', () => {
    assert.equal(document.openapi, '3.1.0');
    for (const contract of contracts) {
      const methods = document.paths[`/api/${contract.name}`]!;
      assert.deepEqual(Object.keys(methods), [contract.kind === 'act' ? 'post' : 'get']);
      const operation = Object.values(methods)[0]!;
      assert.equal(operation.operationId, contract.name);
      assert.ok(operation.responses[200] && operation.responses.default);
      if (contract.kind === 'act' && !contract.open) {
        assert.match(JSON.stringify(operation.requestBody!.content['application/json']!.schema.allOf![0]), /actId/);
      }
    }
    assert.equal(new Set(contracts.map((contract) => contract.name)).size, contracts.length);
  });

  it('names the type of the file that a download answers with', () => {
    const downloads = contracts.filter((contract) => contract.kind === 'download');
    assert.ok(downloads.length > 0);
    for (const { name, mime } of downloads) {
      const answer = document.paths[`/api/${name}`]!.get!.responses[200] as { content: Record<string, { schema: { format: string } }> };
      assert.deepEqual(Object.keys(answer.content), [mime]);
      assert.equal(answer.content[mime!]!.schema.format, 'binary');
    }
  });

  it('is plain JSON without loose ends', () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) assert.equal(name, 'Problem');
    assert.doesNotMatch(text, /undefined|\[object/);
  });

  it('has a page for people that names every call', () => {
    const page = apiPage();
    for (const contract of contracts) assert.ok(page.includes(`/api/${contract.name}`), contract.name);
    assert.doesNotMatch(page, /<script/);
  });
});
