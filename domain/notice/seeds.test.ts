/** The real notices lie beside the repository; without them these tests are skipped. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compileNotice } from './compile.ts';
import { decodeNotice } from './decode.ts';
import { draftFrom } from './draft.ts';
import { questionsFor, type Subject } from './questions.ts';

const folder = new URL('../../../shared/notices/', import.meta.url);
const skip = existsSync(folder) ? false : 'no notices beside the repository';

function read(name: string): Subject & { plan: ReturnType<typeof compileNotice> } {
  const file = readdirSync(folder).find((one) => one.startsWith(name) && one.endsWith('.txt')) ?? name;
  const { text } = decodeNotice(readFileSync(new URL(file, folder)));
  const plan = compileNotice(text);
  return { id: name, number: plan.documentNumber, text, plan, draft: draftFrom(plan) };
}

test('three lists, two places with their checklists and patrol rules', { skip }, () => {
  const { draft } = read('seed6');
  assert.equal(draft.lists.length, 3);
  assert.deepEqual(
    draft.places.map((place) => [place.kind, place.checklist.length]),
    [
      ['grid', 14],
      ['road', 7],
    ],
  );
  assert.deepEqual(
    draft.patrolRules.map((rule) => [rule.daysAWeek, rule.people, rule.sharedBy, rule.leaderOnDuty]),
    [
      [3, 2, 1, true],
      [3, 2, 1, true],
    ],
  );
  assert.equal(draft.partners.filter((partner) => partner.kind === 'campaignOffice').length, 1);
});

test('members, office, due days and stages of the plan', { skip }, () => {
  const { draft } = read('seed8');
  assert.equal(draft.members.filter((member) => ['组长', '副组长', '成员'].includes(member.role)).length, 12);
  assert.deepEqual(
    draft.members.slice(12).map((member) => [member.role, member.concurrent]),
    [
      ['主任', true],
      ['副主任', false],
    ],
  );
  assert.equal(draft.officeSection, '秘书科');
  const [first, second] = draft.lists.at(-1)?.duties ?? [];
  assert.deepEqual(
    first?.tasks.map((task) => task.due),
    ['2018-07-05', '2018-10-09', '2018-11-15'],
  );
  assert.deepEqual(
    second?.tasks.map((task) => task.basis),
    ['inherited', 'inherited', 'inherited'],
  );
  assert.equal(draft.stages.length, 3);
});

test('two people a patrol against six for two places', { skip }, () => {
  const [list, plan] = [read('seed6'), read('seed8')];
  for (const [subject, other] of [
    [list, plan],
    [plan, list],
  ] as const) {
    const found = questionsFor(subject, [other]).filter((question) => question.kind === 'contradiction');
    assert.equal(found.length, 1);
    assert.ok((found[0]?.options.length ?? 0) >= 2 && found[0]?.mustSettle);
  }
  assert.equal(questionsFor(plan, [list]).filter((question) => question.kind === 'blank').length, 1);
});

test('statutes set no duties', { skip }, () => {
  for (const name of ['04', '26']) assert.deepEqual(read(name).draft.lists, []);
});
