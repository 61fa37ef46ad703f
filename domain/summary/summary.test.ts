import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type IssueState, issueStates } from '../issue/issue.states.ts';
import { decide } from '../kernel/act.ts';
import type { Actor } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { changedOf, sentencesOf } from './edits.ts';
import { type CountedState, countFigures, type IssueRecord, kindOf, type PatrolRecord, type Records, uncountedStates } from './figures.ts';
import { periodAt, periodBefore, stagePeriod } from './period.ts';
import { draftSentences, percent } from './sentences.ts';
import type { Summary } from './summary.model.ts';
import { summaryWorkflow } from './summary.rules.ts';

const may = periodAt('month', '2026-05-12');
const patrol = (day: string, is: Partial<PatrolRecord> = {}): PatrolRecord => ({
  day,
  place: '23网格',
  isRostered: true,
  isSubmitted: true,
  log: 'onTime',
  people: 3,
  fine: 9,
  faulty: 1,
  notApplicable: 0,
  problems: 1,
  help: { dissuaded: 1, cleaned: 0, tidied: 2, explained: 0 },
  ...is,
});
const issue = (no: number, day: string, is: Partial<IssueRecord> = {}): IssueRecord => ({
  no,
  text: '井盖破损',
  place: '23网格',
  item: '查看院内道路、井盖有无破损',
  foundAt: `${day}T02:00:00Z`,
  disposal: 'onTheSpot',
  state: 'closed',
  handler: null,
  ...is,
});
const clerk: Actor = {
  personId: 'p',
  name: '温晴',
  unitId: 'u',
  posts: [{ unitId: 'u', kind: 'campaignClerk', sectionId: null }],
};
const at = { actor: clerk, now: '2026-06-02T01:00:00Z' };

const drafted = (records: Records, today = '2026-06-02'): Summary => {
  const figures = countFigures(records, may, periodBefore(may), today);
  return {
    id: 's',
    unitId: 'u',
    kind: 'month',
    state: 'draft',
    from: may.from,
    to: may.to,
    name: may.name,
    figures,
    drafted: draftSentences(figures, may, '某中心'),
    edits: {},
    photoIds: [],
    photosChosen: false,
    countedAt: at.now,
    issuedAt: null,
    issuedById: null,
  };
};
const again = (summary: Summary, records: Records) => {
  const { figures, drafted: sentences } = drafted(records);
  return decide(summaryWorkflow, summary, 'refresh', { figures, drafted: sentences, photoIds: ['new'] }, at).next;
};
const textOf = (summary: Summary, key: string) => sentencesOf(summary).find((sentence) => sentence.key === key);

describe('the time of a summary', () => {
  it('a week begins on Monday, also over the turn of a year', () => {
    assert.deepEqual(periodAt('week', '2026-01-01'), {
      kind: 'week',
      from: '2025-12-29',
      to: '2026-01-04',
      name: '2025年12月29日—2026年1月4日',
    });
  });
  it('a month is held against the month before, a stage against as many days', () => {
    assert.equal(periodBefore(periodAt('month', '2026-01-15')).from, '2025-12-01');
    const stage = stagePeriod('具体实施', '2026-04', '2026-09');
    assert.deepEqual([stage.from, stage.to], ['2026-04-01', '2026-09-30']);
    assert.equal(periodBefore(stage).to, '2026-03-31');
    const days = stagePeriod('巩固提升阶段', '2026-10-20', '2026-12');
    assert.deepEqual([days.from, days.to, days.name], ['2026-10-20', '2026-12-31', '2026年巩固提升阶段']);
  });
});

describe('figures', () => {
  it('count what lies in the time by the office clock, and nothing beside it', () => {
    const figures = countFigures(
      {
        patrols: [patrol('2026-04-30'), patrol('2026-05-01'), patrol('2026-05-31'), patrol('2026-06-01')],
        issues: [issue(1, '2026-04-30', { foundAt: '2026-04-30T16:30:00Z' }), issue(2, '2026-05-31', { foundAt: '2026-05-31T16:30:00Z' })],
      },
      may,
      periodBefore(may),
      '2026-06-02',
    );
    assert.deepEqual([figures.planned, figures.found, figures.before?.planned], [2, 1, 1]);
  });

  it('a month that is not over counts up to today and says so', () => {
    const summary = drafted(
      { patrols: [patrol('2026-05-04'), patrol('2026-05-20', { isSubmitted: false, log: 'unsent' })], issues: [] },
      '2026-05-10',
    );
    assert.equal(summary.figures.planned, 1);
    assert.match(textOf(summary, 'opening')!.text, /数据截至2026年5月10日/);
    assert.equal(textOf(summary, 'comparison'), undefined);
  });

  it('a patrol outside the roster is no part of the roster’s share', () => {
    const { planned, walked, extra } = drafted({
      patrols: [patrol('2026-05-04'), patrol('2026-05-05', { isRostered: false })],
      issues: [],
    }).figures;
    assert.deepEqual([planned, walked, extra], [1, 1, 1]);
  });

  it('ways, outcomes, places and kinds each add up to what was found', () => {
    const states = (Object.keys(issueStates) as IssueState[]).filter(
      (state) => !(uncountedStates as readonly string[]).includes(state),
    ) as CountedState[];
    const issues = Array.from({ length: 200 }, (_, i) =>
      issue(i, '2026-05-10', {
        state: states[i % states.length]!,
        disposal: ([null, 'onTheSpot', 'coordinated', 'escalated'] as const)[i % 4]!,
        place: i % 3 === 0 ? null : `地点${i % 5}`,
        item: i % 2 === 0 ? null : `查看第${i % 9}类是否完好`,
      }),
    );
    const f = drafted({ patrols: [], issues }).figures;
    assert.equal(f.found, 200);
    assert.equal(f.onTheSpot + f.coordinated + f.escalated + f.undisposed, 200);
    assert.equal(f.closed + f.waiting + f.open, 200);
    for (const shares of [f.places, f.kinds])
      assert.equal(
        shares.reduce((sum, one) => sum + one.found, 0),
        200,
      );
  });

  it('the kind of a problem is what its item looks at', () => {
    assert.equal(kindOf('查看路灯是否齐全完好，全路段的装灯率是否达到100%'), '路灯');
    assert.equal(kindOf(null), '检查表以外');
  });

  it('a share is never rounded to all or nothing', () => {
    assert.deepEqual(
      [percent(999, 1000), percent(9999, 10000), percent(1, 10000), percent(0, 5), percent(5, 5), percent(0, 0)],
      ['99.9%', '99.9%', '0.1%', '0%', '100%', '—'],
    );
  });
});

describe('sentences', () => {
  const records = {
    patrols: [patrol('2026-05-04'), patrol('2026-04-04')],
    issues: [issue(1, '2026-05-04'), issue(2, '2026-05-05', { state: 'coordinated' })],
  };

  it('name what a share is a share of', () => {
    const summary = drafted(records);
    assert.equal(textOf(summary, 'patrols')!.text, '按值班表应巡查1次，实际巡查1次，完成率100%，共出动3人次。');
    assert.equal(textOf(summary, 'outcome')!.text, '在发现的2个问题中，已销号1个，销号率50%；正在办理1个。');
    assert.match(textOf(summary, 'comparison')!.text, /^与上月相比，巡查持平（1次），发现问题由0个增加到2个/);
  });

  it('a quiet month says so and speaks of nothing else', () => {
    const keys = sentencesOf(drafted({ patrols: [], issues: [] })).map(({ key }) => key);
    assert.deepEqual(keys, ['opening', 'patrols', 'found', 'next']);
    assert.equal(
      textOf(drafted({ patrols: [], issues: [] }), 'found')!.text,
      '本时段没有登记问题。',
      'nobody looked: nothing is said of the streets',
    );
  });

  it('an edited sentence outlives a refresh; it is marked when its own figures changed, and no other is', () => {
    let summary = drafted(records);
    for (const key of ['found', 'patrols'] as const)
      summary = decide(summaryWorkflow, summary, 'edit', { key, text: `${key}：改过的句子` }, at).next;
    summary = again(summary, { ...records, issues: [...records.issues, issue(3, '2026-05-06')] });
    assert.equal(textOf(summary, 'found')!.text, 'found：改过的句子');
    assert.deepEqual([textOf(summary, 'found')!.changed, textOf(summary, 'patrols')!.changed], [true, false]);
    assert.equal(textOf(summary, 'outcome')!.text.startsWith('在发现的3个问题中'), true, 'what was not edited follows the figures');
  });

  it('looked at again it is unmarked; given back it says what the figures say', () => {
    let summary = decide(summaryWorkflow, drafted(records), 'edit', { key: 'found', text: '改过' }, at).next;
    summary = again(summary, { ...records, issues: [] });
    assert.equal(changedOf(summary), 1);
    assert.throws(
      () => decide(summaryWorkflow, summary, 'issue', {}, at),
      (error) => error instanceof Problem && error.code === 'summary.changed',
    );
    const kept = decide(summaryWorkflow, summary, 'edit', { key: 'found', text: '改过' }, at).next;
    assert.equal(changedOf(kept), 0);
    assert.equal(decide(summaryWorkflow, kept, 'issue', {}, at).next.state, 'issued');
    const back = decide(summaryWorkflow, summary, 'edit', { key: 'found', text: null }, at).next;
    assert.equal(textOf(back, 'found')!.text, '本时段未发现问题。');
  });

  it('an edit of a sentence that the figures no longer say stays too', () => {
    let summary = decide(summaryWorkflow, drafted(records), 'edit', { key: 'places', text: '地点改过' }, at).next;
    summary = again(summary, { patrols: [], issues: [] });
    assert.deepEqual([textOf(summary, 'places')!.text, textOf(summary, 'places')!.changed], ['地点改过', true]);
  });

  it('photos that a person chose stay, those suggested follow', () => {
    const summary = drafted(records);
    assert.deepEqual(again(summary, records).photoIds, ['new']);
    const chosen = decide(summaryWorkflow, summary, 'choosePhotos', { photoIds: ['a', 'a', 'b'] }, at).next;
    assert.deepEqual(again(chosen, records).photoIds, ['a', 'b']);
  });

  it('what is final changes no more, and an officer writes none', () => {
    const final = decide(summaryWorkflow, drafted(records), 'issue', {}, at).next;
    assert.throws(() => again(final, records), Problem);
    const officer = { ...at, actor: { ...clerk, posts: [{ unitId: 'u', kind: 'officer' as const, sectionId: null }] } };
    assert.throws(() => decide(summaryWorkflow, drafted(records), 'edit', { key: 'found', text: 'x' }, officer), Problem);
  });
});
