import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCycles, reachable } from './imports/graph.ts';
import { readImports } from './imports/read.ts';
import { notForThePhone, whyForbidden } from './imports/rules.ts';

const source = [
  "/** import 'nothing' */",
  "import { z } from 'zod';",
  "import type { Words } from '../kernel/words.ts';",
  'import {',
  '  a,',
  '  type B,',
  "} from '#domain/org/org.rules.ts';",
  "import './style.css';",
  "export * from './more.ts';",
  `export const text = "from 'nowhere'";`,
  "const later = () => import('#web/ui/Map.tsx');",
  "// import('#web/ui/Old.tsx')",
].join('\n');

test('imports are found in every form, with their lines', () => {
  const found = readImports('domain/duty/duty.rules.ts', source).map(({ line, to, ours, typeOnly }) => [line, to, ours, typeOnly]);
  assert.deepEqual(found, [
    [2, 'zod', false, false],
    [3, 'domain/kernel/words.ts', true, true],
    [4, 'domain/org/org.rules.ts', true, false],
    [8, 'domain/duty/style.css', true, false],
    [9, 'domain/duty/more.ts', true, false],
    [11, 'web/ui/Map.tsx', true, false],
  ]);
});

const why = (from: string, to: string, ours = true) => whyForbidden({ from, to, ours, line: 1, typeOnly: false });

test('web → domain ← server', () => {
  assert.equal(why('web/ui/A.tsx', 'domain/kernel/day.ts'), null);
  assert.equal(why('server/app.ts', 'domain/kernel/day.ts'), null);
  assert.equal(why('web/ui/A.tsx', 'server/app.ts'), 'web does not import server');
  assert.equal(why('web/ui/A.tsx', 'demo/cast.ts'), 'web does not import demo');
  assert.equal(why('server/app.ts', 'web/ui/A.tsx'), 'server does not import web');
  assert.equal(why('domain/kernel/day.ts', 'server/app.ts'), 'domain does not import server');
  assert.equal(why('demo/campaign.ts', 'server/app.ts'), null);
  assert.equal(why('server/app.ts', 'demo/cast.ts'), 'server does not import demo');
  assert.equal(why('server/first-start.ts', 'demo/cast.ts'), null);
});

test('inside domain modules read downward', () => {
  assert.equal(why('domain/patrol/patrol.rules.ts', 'domain/roster/roster.rules.ts'), null);
  assert.equal(why('domain/roster/roster.rules.ts', 'domain/patrol/patrol.rules.ts'), 'inside domain roster does not import patrol');
  assert.equal(why('domain/kernel/day.ts', 'domain/org/org.model.ts'), 'inside domain kernel does not import org');
  assert.equal(why('domain/patrol/log.ts', 'domain/issue/issue.states.ts'), null);
  assert.equal(why('domain/patrol/log.ts', 'domain/issue/issue.rules.ts'), 'inside domain patrol does not import issue');
  assert.equal(why('domain/issue/issue.rules.ts', 'domain/facts.ts'), 'inside domain issue does not import what stands on top');
  assert.equal(why('domain/facts.ts', 'domain/issue/issue.rules.ts'), null);
  assert.equal(why('domain/notice/recognise/dates.ts', 'domain/notice/plan.ts'), null);
});

test('domain needs no package but zod; its tests need node', () => {
  assert.equal(why('domain/kernel/day.ts', 'zod', false), null);
  assert.equal(why('domain/kernel/day.ts', 'node:fs', false), 'domain imports only domain and zod');
  assert.equal(why('domain/kernel/day.test.ts', 'node:test', false), null);
});

const way = (from: string, to: string, typeOnly = false) => ({ from, to, typeOnly, ours: true, line: 1 });

test('a cycle is told once; one closed by a type is none', () => {
  assert.deepEqual(findCycles([way('a', 'b'), way('b', 'c'), way('c', 'b')]), [[way('b', 'c'), way('c', 'b')]]);
  assert.deepEqual(findCycles([way('a', 'b'), way('b', 'a', true)]), []);
});

test('what comes along with the phone', () => {
  assert.deepEqual([...reachable('a', [way('a', 'b'), way('b', 'c'), way('b', 'd', true), way('e', 'a')])], ['a', 'b', 'c']);
  assert.equal(notForThePhone('antd/es/table'), true);
  assert.equal(notForThePhone('react'), false);
});
