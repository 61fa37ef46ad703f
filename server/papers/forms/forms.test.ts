import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FormKind, formKinds, termsOf } from '#domain/form/forms.ts';
import type { Values } from '../word/fill.ts';
import { checkTemplate, cleanTemplate, fillTemplate } from '../word/template.ts';
import { complaintsOf, wordsIn } from '../word/testing/complaints.ts';
import { houseForms } from './house.ts';

describe('the forms of the house', () => {
  for (const kind of formKinds)
    it(`${termsOf(kind).words.zh} is a template without a fault, and would be taken back as a unit's own`, () => {
      assert.deepEqual(checkTemplate(houseForms[kind](), termsOf(kind)), []);
      assert.deepEqual(checkTemplate(cleanTemplate(houseForms[kind]()), termsOf(kind)), []);
    });

  const bad: Readonly<Record<string, string>> = {
    'nothing at all': '',
    'an item of 3,000 characters': '长'.repeat(3000),
    'a word of 3,000 letters': 'x'.repeat(3000),
    'a name of 40 characters': '名'.repeat(40),
    'emoji, markup, braces, control characters, half an emoji': '😀<w:p>&{{单位}}\u0000\u0008"\uD83D\r\n二',
  };
  for (const [what, words] of Object.entries(bad))
    it(`${what} in every place: each opens, stays within its columns and repeats the head of its table`, () => {
      for (const kind of formKinds) {
        const file = fillTemplate(houseForms[kind](), everywhere(kind, words));
        assert.deepEqual(complaintsOf(file), [], kind);
        assert.doesNotMatch(wordsIn(file), /\{\{(?!单位\}\})/, kind);
      }
    });
});

/** The same words in every value and in 40 rows of every list; every photo missing. */
function everywhere(kind: FormKind, words: string): Values {
  const same = <Value>(names: Readonly<Record<string, unknown>>, value: Value) =>
    Object.fromEntries(Object.keys(names).map((name) => [name, value]));
  const { values, lists } = termsOf(kind);
  const missing = { picture: null, box: { widthMm: 48, heightMm: 36 } };
  const rows = Object.entries(lists).map(([name, list]) => [
    name,
    Array.from({ length: 40 }, () => ({ ...same(list.values, words), ...same(list.pictures ?? {}, missing) })),
  ]);
  return { values: same(values, words), lists: Object.fromEntries(rows) };
}
