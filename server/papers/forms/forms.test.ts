import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formKinds, termsOf } from '#domain/form/forms.ts';
import { checkTemplate, cleanTemplate } from '../word/template.ts';
import { houseForms } from './house.ts';

describe('the forms of the house', () => {
  for (const kind of formKinds)
    it(`${termsOf(kind).words.zh} is a template without a fault, and would be taken back as a unit's own`, () => {
      assert.deepEqual(checkTemplate(houseForms[kind](), termsOf(kind)), []);
      assert.deepEqual(checkTemplate(cleanTemplate(houseForms[kind]()), termsOf(kind)), []);
    });
});
