import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareWithForce } from './compare.ts';
import { compileNotice } from './compile.ts';
import type { Draft } from './draft.model.ts';
import { draftFrom } from './draft.ts';
import type { InForce } from './in-force.ts';
import { reshape } from './reshape.ts';
import { officePlan } from './testing/layouts.ts';
import { listNotice, planNotice } from './testing/notices.ts';

/** What adopting a draft as it stands puts in force. */
function adopted(draft: Draft, noticeId: string): InForce {
  return {
    duties: draft.lists.flatMap((list) =>
      list.duties.map((duty) => ({
        ...duty,
        id: duty.key,
        noticeId,
        noticeNumber: null,
        listTitle: list.title,
        words: duty.wordCount?.n ?? null,
        photos: duty.photos?.n ?? null,
        tasks: duty.tasks.map((task) => ({ due: task.due, derived: task.basis === 'derived', open: true, worked: false })),
      })),
    ),
    places: draft.places.map((place) => {
      const rule = draft.patrolRules.find((one) => one.placeKey === place.key);
      return {
        identity: place,
        noticeId,
        checklist: place.checklist.map((line) => line.text),
        rule: rule
          ? {
              people: Math.ceil((rule.people ?? 2) / rule.sharedBy),
              daysAWeek: rule.daysAWeek ?? 3,
              leaderOnDuty: rule.leaderOnDuty ?? true,
            }
          : null,
      };
    }),
    stages: draft.stages.map((stage) => ({ ...stage, noticeId })),
    members: draft.members.map((member) => ({ ...member, noticeId })),
  };
}

test('a notice held against itself changes nothing', () => {
  for (const text of [listNotice, planNotice, officePlan]) {
    const draft = draftFrom(compileNotice(text));
    const changes = compareWithForce({ ...draft, amends: { notice: 'old', whole: true } }, adopted(draft, 'old'));
    assert.ok(changes.duties.every((change) => change.kind === 'same' && change.duty?.id === change.key));
    assert.deepEqual([changes.gone, changes.others], [[], []]);
  }
});

test('beside another notice the same duties are joined, what is looked at in a place stays its own', () => {
  const draft = draftFrom(compileNotice(listNotice));
  const changes = compareWithForce(draft, adopted(draft, 'other'));
  const kindOf = new Map(draft.lists.flatMap((list) => list.duties.map((duty) => [duty.key, duty.kind])));
  for (const change of changes.duties) assert.equal(change.kind, kindOf.get(change.key) === 'duty' ? 'repeats' : 'new');
  const separate = {
    ...draft,
    lists: draft.lists.map((list) => ({ ...list, duties: list.duties.map((duty) => ({ ...duty, separate: true })) })),
  };
  assert.ok(compareWithForce(separate, adopted(draft, 'other')).duties.every((change) => change.kind === 'new'));
});

test('whatever is cut, joined or added: spans stay in the text, keys stay unique, the words of a cut item stay whole', () => {
  const plan = compileNotice(listNotice);
  const paths = plan.items.map((item) => `duty:${item.path}`);
  const offset = fc.nat(listNotice.length + 50);
  const correction = fc.oneof(
    fc.record({ target: fc.constantFrom(...paths), field: fc.constant('cuts'), value: fc.array(offset, { maxLength: 4 }) }),
    fc.record({
      target: fc.constantFrom(...paths),
      field: fc.constant('mergedInto'),
      value: fc.constantFrom(...plan.items.map((item) => item.path)),
    }),
    fc.record({
      target: fc.constant('notice'),
      field: fc.constant('addedItems'),
      value: fc.array(fc.tuple(offset, offset), { maxLength: 2 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 5 }), (corrections) => {
      const { items } = reshape(plan, listNotice, corrections);
      for (const { span } of items) assert.ok(span[0] <= span[1] && span[1] <= listNotice.length);
      const draft = draftFrom({ ...plan, items });
      const keys = draft.lists.flatMap((list) => list.duties.map((duty) => duty.key));
      assert.equal(new Set(keys).size, keys.length);
    }),
  );
  const [item] = plan.items;
  const middle = Math.floor((item!.span[0] + item!.span[1]) / 2);
  const parts = reshape(plan, listNotice, [{ target: `duty:${item!.path}`, field: 'cuts', value: [middle] }]).items.filter((one) =>
    one.path.startsWith(`${item!.path}/`),
  );
  assert.equal(
    parts
      .map((part) => part.text)
      .join('')
      .replace(/\s/g, ''),
    listNotice.slice(...item!.span).replace(/\s/g, ''),
  );
});
