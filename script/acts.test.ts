import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { actsPage } from './acts.ts';

it('docs/acts.md says what the act tables say; if not: node script/acts.ts', () => {
  assert.equal(readFileSync(new URL('../docs/acts.md', import.meta.url), 'utf8'), actsPage());
});
