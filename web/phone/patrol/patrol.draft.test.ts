import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allFine,
  answerOf,
  answersOf,
  draftOf,
  isAnswered,
  notIn,
  numberOf,
  type PatrolDraft,
  progressOf,
  tapped,
  typed,
  withKnown,
} from './patrol.draft.ts';

const source = { noticeId: 'n', start: 0, end: 1 };
const plain = { no: 1, text: '宣传栏', measures: [], source };
const lamps = { no: 2, text: '路灯', measures: [{ metric: '亮灯率', atLeast: 99, unit: '%' as const }], source };
const checklist = [plain, lamps];
const empty: PatrolDraft = { answers: {}, help: { dissuaded: 0, cleaned: 0, tidied: 0, explained: 0 }, note: '' };
const at = '2026-05-13T01:00:00.000Z';
const untouched = { verdict: null, measures: {} };

test('numbers as they come from a Chinese keyboard', () => {
  assert.equal(numberOf('97'), 97);
  assert.equal(numberOf(' 98。5 '), 98.5);
  assert.equal(numberOf('98.5％'), 98.5);
  for (const text of ['', '.', '101', '-1', '九十', '1000', '98.555']) assert.equal(numberOf(text), null, text);
});

test('a number answers the item, below its threshold as a problem', () => {
  assert.equal(typed(lamps, untouched, '亮灯率', '97').verdict, 'problem');
  assert.equal(typed(lamps, untouched, '亮灯率', '99').verdict, 'fine');
  assert.equal(typed(lamps, untouched, '亮灯率', '').verdict, null);
});

test('below the threshold it stays a problem, whatever is tapped; not applicable takes it out', () => {
  const low = typed(lamps, untouched, '亮灯率', '97');
  assert.equal(tapped(lamps, low, 'fine').verdict, 'problem');
  assert.equal(tapped(lamps, low, 'notApplicable').verdict, 'notApplicable');
});

test('a corrected number takes back what the number had said, not what the person said', () => {
  assert.equal(typed(lamps, typed(lamps, untouched, '亮灯率', '9'), '亮灯率', '99').verdict, 'fine');
  const seen = tapped(lamps, untouched, 'problem');
  assert.equal(typed(lamps, seen, '亮灯率', '100').verdict, 'problem');
});

test('the rest is fine in one tap, but a number asked for is still asked for', () => {
  const draft = { ...empty, answers: allFine(checklist, empty, at) };
  assert.equal(answerOf(draft, 1).verdict, 'fine');
  assert.equal(isAnswered(lamps, answerOf(draft, 2)), false);
  assert.deepEqual(progressOf(checklist, draft), { done: 1, total: 2, openNo: 2 });
});

test('what was answered before stays', () => {
  const draft = { ...empty, answers: { 1: { verdict: 'problem' as const, measures: {} } } };
  assert.equal(allFine(checklist, draft, at)[1]?.verdict, 'problem');
});

test('answers leave out the untouched, and the numbers of what does not apply', () => {
  const answers = { 2: { verdict: 'notApplicable' as const, measures: { 亮灯率: '50' } } };
  assert.deepEqual(answersOf(checklist, { ...empty, answers }), [{ no: 2, verdict: 'notApplicable', measures: [], note: '' }]);
});

test('what the partner handed in fills the gaps, never what this phone has answered', () => {
  const partner = { answers: [{ no: 1, verdict: 'problem' as const, measures: [], note: '', answeredAt: at }], help: empty.help, note: '' };
  assert.deepEqual(answerOf(withKnown(empty, partner), 1), { verdict: 'problem', measures: {}, at });
  const own = { ...empty, answers: { 1: { verdict: 'fine' as const, measures: {} } } };
  assert.equal(answerOf(withKnown(own, partner), 1).verdict, 'fine');
  assert.deepEqual(answersOf([plain], draftOf(partner)), partner.answers, 'and goes back as it came, with its own time');
});

test('a partner who submitted first does not make this phone forget what it holds', () => {
  const answers = [{ no: 1, verdict: 'fine' as const, measures: [], note: '', answeredAt: at }];
  const own = (verdict: 'fine' | 'problem') => ({ ...empty, answers: { 1: { verdict, measures: {} } } });
  assert.equal(notIn({ answers, checklist }, own('problem')), 1);
  assert.equal(notIn({ answers, checklist }, own('fine')), 0);
  assert.equal(notIn({ answers: [], checklist }, own('fine')), 1);
});
