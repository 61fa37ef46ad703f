/** One log for two: signed on two phones, countersigned from afar, amended with its difference, late with a reason; found again by its words. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { Role } from '#demo/player.ts';
import { newId } from '#domain/kernel/id.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { dropOldTracks } from '#server/modules/patrol/track.routes.ts';
import { firstClerk, type House, hire, openHouse, refusedWith } from './house.ts';
import { firstNotice } from './notices.ts';

type Person = Role & { readonly id: string };
const DAY = '2026-05-13';
const here = { lat: 35.4153, lng: 116.5871, accuracy: 9, source: 'device' as const };
const noHelp = { dissuaded: 0, cleaned: 0, tidied: 0, explained: 0 };

describe('the log of a patrol', () => {
  let house: House;
  let clerk: Role;
  let walker: Person;
  let partner: Person;
  let leader: Person;
  let stranger: Person;
  const ids = { patrol: newId(), late: newId(), other: newId(), place: '' };

  const view = async (role: Role, id = ids.patrol): Promise<PatrolView> => (await role.read('patrol.get', { id })).patrol;
  const answersOf = (patrol: PatrolView, lit = 99): PatrolView['answers'] =>
    patrol.checklist.map((item) => ({
      no: item.no,
      verdict: item.measures.some(({ atLeast }) => atLeast < 100 && lit < atLeast) ? ('problem' as const) : ('fine' as const),
      measures: item.measures.map(({ metric, atLeast }) => ({ metric, value: atLeast === 100 ? 100 : lit })),
      note: '',
    }));
  const mayOf = (patrol: PatrolView, act: string) => patrol.acts.find((offered) => offered.act === act)?.allowed;

  /** A patrol outside the roster gets its crew by hand: the story is about the log, not about the roster. */
  async function patrolOn(id: string, day: string): Promise<void> {
    house.at(day, '09:00');
    await walker.act('patrol.open', { id, placeId: ids.place });
    await house.database.db
      .updateTable('patrol')
      .set({ leaderId: leader.id, memberIds: [walker.id, partner.id] })
      .where('id', '=', id)
      .execute();
  }

  before(async () => {
    house = await openHouse();
    house.at('2026-03-09');
    clerk = await firstClerk(house);
    const notice = newId();
    await clerk.act('notice.import', { id: notice, text: firstNotice(2026) });
    for (const question of (await clerk.read('notice.get', { id: notice })).notice.questions.filter((one) => one.mustSettle))
      await clerk.act('notice.settle', { id: notice, question: question.key, option: question.options[0]!.key });
    await clerk.act('notice.adopt', { id: notice });
    walker = await hire(house, clerk, '何田', 'hetian');
    partner = await hire(house, clerk, '唐宁', 'tangning');
    leader = await hire(house, clerk, '王岭', 'wangling', 'leaderInCharge');
    stranger = await hire(house, clerk, '赵远', 'zhaoyuan');
    ids.place = (await clerk.read('place.list', {})).places[0]!.id;
  });
  after(() => house.close());

  it('the point type adds its lamp rate and its states; the notice keeps its own words and thresholds', async () => {
    const [place] = (await clerk.read('place.list', {})).places;
    assert.equal(place!.point?.key, 'community');
    const lamps = place!.checklist[1]!;
    assert.deepEqual(
      [
        lamps.text.includes('亮灯率'),
        lamps.measures.map(({ metric, atLeast }) => [metric, atLeast]),
        lamps.scale?.map(({ share }) => share),
      ],
      [true, [['路灯亮灯率', 98]], [100, 66, 33, 0]],
    );
    await assert.rejects(walker.act('place.setPointType', { id: ids.place, was: null, pointType: 'alley' }), refusedWith('act.notAllowed'));
    await assert.rejects(clerk.act('place.setPointType', { id: ids.place, was: null, pointType: 'moon' }), refusedWith('point.unknown'));
    const alley = await clerk.act('place.setPointType', { id: ids.place, was: null, pointType: 'alley' });
    assert.deepEqual(
      alley.checklist[1]!.measures.map(({ metric, atLeast, byType }) => [metric, atLeast, byType ?? false]),
      [
        ['路灯亮灯率', 98, false],
        ['装灯率', 100, true],
      ],
    );
    await assert.rejects(clerk.act('place.setPointType', { id: ids.place, was: null, pointType: 'road' }), refusedWith('record.changed'));
  });

  it('start and submit keep where the phone stood; a problem gives its item a state that a person may change', async () => {
    await patrolOn(ids.patrol, DAY);
    house.at(DAY, '09:06');
    await walker.act('patrol.start', { id: ids.patrol, position: here });
    const photo = await walker.upload(
      await sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } })
        .jpeg()
        .toBuffer(),
      { takenAt: '2026-05-13T01:20:00Z', lat: here.lat, lng: here.lng, accuracy: 9 },
    );
    for (const text of ['宣传栏玻璃碎裂', '海报脱落']) {
      const first = text.startsWith('宣传栏');
      const found = { text, spot: '3号楼', patrolId: ids.patrol, placeId: ids.place, itemNo: 1, position: here };
      await walker.act('issue.report', { id: newId(), ...found, photoIds: first ? [photo] : [] });
    }
    const patrol = await view(walker);
    const answers = answersOf(patrol).map((answer) => (answer.no === 1 ? { ...answer, verdict: 'problem' as const } : answer));
    house.at(DAY, '10:40');
    await walker.act('patrol.submit', {
      id: ids.patrol,
      answers,
      help: { dissuaded: 2 },
      note: '雨后查看',
      position: { ...here, accuracy: 30 },
    });
    const done = await view(walker);
    assert.deepEqual([done.startPosition, done.submitPosition?.accuracy, done.issues[0]!.position?.source], [here, 30, 'device']);
    const { page, text, version } = await clerk.read('patrol.log', { id: ids.patrol });
    assert.deepEqual(
      page!.items.map(({ grade, share }) => [grade, share]),
      [
        ['C', 33],
        ['A', 100],
      ],
      'two faults are a C',
    );
    assert.deepEqual(page!.problems[0]!.beforeIds, [photo]);
    assert.equal(page!.pointName, '背街小巷');
    assert.match(text, /发现问题 2 个/);
    assert.equal(version, null, 'the page is there at once, before anybody signed');
  });

  it('both sign what they have read, each once; nobody signs for them', async () => {
    const { logSha256 } = await view(walker);
    house.at(DAY, '10:50');
    await assert.rejects(leader.act('patrol.countersign', { id: ids.patrol, sha256: logSha256 }), refusedWith('patrol.notSigned'));
    await walker.act('patrol.sign', { id: ids.patrol, sha256: logSha256 });
    await assert.rejects(walker.act('patrol.sign', { id: ids.patrol, sha256: logSha256 }), refusedWith('patrol.signed'));
    for (const other of [stranger, clerk, leader])
      await assert.rejects(other.act('patrol.sign', { id: ids.patrol, sha256: logSha256 }), refusedWith('act.notAllowed'));
    const signed = await view(partner);
    assert.deepEqual(
      signed.toSign.map(({ person, role, at }) => [person.name, role, at !== null]),
      [
        ['何田', 'member', true],
        ['唐宁', 'member', false],
        ['王岭', 'leader', false],
      ],
    );
  });

  it('a text that moved on is read and signed anew; the first signature stays with what it was given for', async () => {
    const old = await view(partner);
    await walker.act('issue.solve', { id: old.issues[1]!.id, note: '已贴好' });
    await assert.rejects(partner.act('patrol.sign', { id: ids.patrol, sha256: old.logSha256 }), refusedWith('patrol.logChanged'));
    const now = await view(partner);
    assert.deepEqual(
      now.toSign.map(({ at }) => at),
      [null, null, null],
    );
    for (const role of [partner, walker]) await role.act('patrol.sign', { id: ids.patrol, sha256: now.logSha256 });
    const { versions } = await view(walker);
    assert.deepEqual(
      versions.map(({ version, signatures }) => [version, signatures.map(({ person }) => person.name)]),
      [
        [1, ['何田']],
        [2, ['唐宁', '何田']],
      ],
    );
  });

  it('the leader on duty countersigns from afar, the log goes out on the day', async () => {
    house.at(DAY, '15:20');
    const { mine } = await leader.read('patrol.today', {});
    assert.equal(mine.find(({ id }) => id === ids.patrol)?.log, (await view(leader)).log, 'the leader has it at hand');
    await leader.act('patrol.countersign', { id: ids.patrol, sha256: (await view(leader)).logSha256 });
    await walker.act('patrol.reportLog', { id: ids.patrol, via: '创城工作群' });
    const sent = await view(walker);
    assert.deepEqual([sent.state, sent.late, sent.versions.length], ['reported', false, 2], 'what was signed is what was sent');
    assert.equal(sent.versions[1]!.sent?.via, '创城工作群');
    await assert.rejects(partner.act('patrol.reportLog', { id: ids.patrol, via: '创城工作群' }), refusedWith('act.wrongState'), 'once');
    const row = (await clerk.read('patrol.list', { until: DAY })).rows[0]!;
    assert.deepEqual([row.signed, row.toSign, row.photoIds.length, row.amendments], [3, 3, 1, 0]);
  });

  it('an amendment is a new version: who, what, why; the sent one stays readable, signatures are asked again', async () => {
    house.at(DAY, '18:00');
    const sent = await view(partner);
    const answers = answersOf(sent, 97).map((answer) => (answer.no === 1 ? { ...answer, verdict: 'problem' as const } : answer));
    const amendment = {
      id: ids.patrol,
      was: 2,
      answers,
      help: { ...noHelp, dissuaded: 2 },
      note: '雨后查看',
      reason: '复核路灯数量后更正亮灯率',
    };
    await assert.rejects(
      partner.act('patrol.amend', { ...amendment, answers: sent.answers, help: sent.help, note: sent.note }),
      refusedWith('patrol.nothingAmended'),
    );
    await assert.rejects(stranger.act('patrol.amend', amendment), refusedWith('act.notAllowed'));
    await assert.rejects(clerk.act('patrol.amend', amendment), refusedWith('act.notAllowed'));
    await assert.rejects(partner.act('patrol.amend', { ...amendment, was: 1 }), refusedWith('record.changed'));
    await assert.rejects(partner.act('patrol.amend', { ...amendment, answers: answers.slice(1) }), refusedWith('patrol.unanswered'));
    await partner.act('patrol.amend', amendment);
    const amended = await view(walker);
    const version = amended.versions.at(-1)!;
    assert.deepEqual([version.by?.name, version.reason, version.sent], ['唐宁', amendment.reason, null]);
    assert.deepEqual(
      version.differences.map(({ zh, was, now }) => [zh, was, now]),
      [['第 2 项', '合格 路灯亮灯率 99% 装灯率 100% A', '问题 路灯亮灯率 97% 装灯率 100% B']],
    );
    assert.deepEqual(
      amended.toSign.map(({ at }) => at),
      [null, null, null],
    );
    assert.equal(mayOf(amended, 'sign'), true);
    assert.match(amended.log, /^【更正】以第3版为准，更正原因：复核路灯数量后更正亮灯率\n【巡查日志】2026年5月13日/);
    await assert.rejects(
      partner.act('patrol.amend', { ...amendment, was: 3, reason: '再更正一次' }),
      refusedWith('patrol.nothingAmended'),
      'another reason alone amends nothing',
    );
    const first = await clerk.read('patrol.log', { id: ids.patrol, version: 2 });
    assert.equal(first.text, sent.log);
    assert.equal(first.page!.items[1]!.grade, 'A');
    assert.equal(first.isLatest, false);
    await walker.act('patrol.sendAmended', { id: ids.patrol, via: '创城工作群' });
    await assert.rejects(walker.act('patrol.sendAmended', { id: ids.patrol, via: '创城工作群' }), refusedWith('patrol.logSent'));
    assert.equal((await view(walker)).late, false, 'an amendment makes no log late');
    const { history } = await clerk.read('patrol.get', { id: ids.patrol });
    assert.deepEqual(
      history.slice(-3).map(({ name, actorName }) => [name, actorName]),
      [
        ['patrol.logReported', '何田'],
        ['patrol.amended', '唐宁'],
        ['patrol.amendmentSent', '何田'],
      ],
    );
  });

  it('no version and no signature can be changed behind the back of those who signed', async () => {
    const { db } = house.database;
    await assert.rejects(db.updateTable('logVersion').set({ text: '改过' }).where('patrolId', '=', ids.patrol).execute(), /never changed/);
    await assert.rejects(db.deleteFrom('logSignature').where('patrolId', '=', ids.patrol).execute(), /never changed/);
  });

  it('late stays late, with the reason of the crew beside it', async () => {
    await clerk.act('place.setCentre', { id: ids.place, was: null, centre: { lat: here.lat, lng: here.lng, radius: 200 } });
    await patrolOn(ids.late, '2026-05-15');
    await walker.act('patrol.start', { id: ids.late, position: { ...here, lat: here.lat + 0.2 } });
    const started = await view(walker, ids.late);
    assert.deepEqual([started.state, started.centre?.radius], ['underway', 200], 'twenty kilometres off is a hint, never a gate');
    await walker.act('patrol.submit', { id: ids.late, answers: answersOf(await view(walker, ids.late)), help: {} });
    await assert.rejects(walker.act('patrol.giveReason', { id: ids.late, reason: '手机没电' }), refusedWith('patrol.notLate'));
    house.at('2026-05-16', '08:30');
    await assert.rejects(stranger.act('patrol.giveReason', { id: ids.late, reason: '手机没电' }), refusedWith('act.notAllowed'));
    await walker.act('patrol.giveReason', { id: ids.late, reason: '手机进水，晚上修好后补报' });
    await walker.act('patrol.reportLog', { id: ids.late, via: '创城工作群' });
    const [row] = (await clerk.read('patrol.list', { late: 'true', until: '2026-05-16' })).rows;
    assert.deepEqual([row!.id, row!.late, row!.lateReason], [ids.late, true, '手机进水，晚上修好后补报']);
    assert.equal((await view(clerk, ids.late)).lateReasonBy?.name, '何田');
  });

  it('changed data make a new version; a patrol keeps the one it was answered on', async () => {
    const type = (await clerk.read('point.list', {})).types.find(({ key }) => key === 'alley')!;
    assert.deepEqual(
      type.thresholds.map(({ metric, atLeast }) => [metric, atLeast]),
      [
        ['装灯率', 100],
        ['亮灯率', 95],
      ],
    );
    const { key, version, ...body } = type;
    const scales = [
      {
        about: [],
        steps: [
          { grade: 'A' as const, share: 100, upTo: 0 },
          { grade: 'C#' as const, share: 0, upTo: null },
        ],
      },
    ];
    await assert.rejects(walker.act('point.amend', { ...body, key, was: version, scales }), refusedWith('act.notAllowed'));
    await assert.rejects(
      clerk.act('point.amend', { ...body, key, was: version, scales: [{ about: [], steps: [scales[0]!.steps[0]!] }] }),
      refusedWith('point.badScale'),
    );
    await clerk.act('point.amend', { ...body, key, was: version, scales });
    await assert.rejects(clerk.act('point.amend', { ...body, key, was: version, scales }), refusedWith('record.changed'));
    const [place] = (await clerk.read('place.list', {})).places;
    const before = await view(clerk);
    assert.ok(place!.checklistVersion > before.checklistVersion);
    assert.deepEqual([place!.point?.version, place!.checklist[0]!.scale?.length], [2, 2]);
    assert.deepEqual([before.point?.version, before.checklist[0]!.scale?.length], [1, 4]);
    await patrolOn(ids.other, '2026-05-18');
    const after = await view(walker, ids.other);
    assert.equal(after.checklistVersion, place!.checklistVersion);
    await walker.act('patrol.start', { id: ids.other });
    const answers = answersOf(after).map((answer) =>
      answer.no === 1 ? { ...answer, verdict: 'notApplicable' as const, measures: [] } : answer,
    );
    await walker.act('patrol.submit', { id: ids.other, answers, help: {} });
  });

  it('logs are found by any words, two characters are enough, as far as they are the reader’s', async () => {
    const find = async (words: string, role: Role = clerk) =>
      (await role.read('patrol.list', { words, until: '2026-05-20' })).rows.map(({ id }) => id);
    assert.deepEqual(await find('玻璃'), [ids.patrol]);
    assert.deepEqual(await find('雨后 碎裂'), [ids.patrol]);
    assert.deepEqual(await find('雨'), [ids.patrol]);
    assert.deepEqual(await find('雨后 没有这句'), []);
    assert.deepEqual(await find('100%'), []);
    assert.deepEqual(await find('%'), [], 'a sign of the search language is a letter like any other');
    const plan = await house.database.pool.query(
      `SET enable_seqscan = off; EXPLAIN SELECT patrol_id FROM patrol_words WHERE pairs @> bigrams('玻璃')`,
    );
    assert.match(JSON.stringify((plan as unknown as { rows: unknown }[])[1]!.rows), /patrol_words_pairs_idx/);
  });

  it('coverage counts each item by week, and every cell opens its cases', async () => {
    house.at('2026-05-20');
    const { weeks, places } = await clerk.read('patrol.coverage', { from: '2026-05-11', until: '2026-05-20' });
    assert.deepEqual(weeks, ['2026-05-11', '2026-05-18']);
    const [covered] = places;
    assert.deepEqual(
      [covered!.planned, covered!.walked],
      [
        [2, 1],
        [2, 1],
      ],
    );
    const [board, lamps] = covered!.items;
    assert.deepEqual(
      [board!.cells, lamps!.total.checked, board!.never],
      [
        [
          { answered: 2, checked: 2, problems: 1, notApplicable: 0 },
          { answered: 1, checked: 0, problems: 0, notApplicable: 1 },
        ],
        3,
        null,
      ],
    );
    const item = `${board!.version}.${board!.no}`;
    const cases = async (verdict: 'problem' | 'fine' | 'notApplicable') =>
      (await clerk.read('patrol.list', { placeId: ids.place, item, verdict, from: '2026-05-11', until: '2026-05-20' })).rows.map(
        ({ id }) => id,
      );
    assert.deepEqual([await cases('problem'), await cases('fine'), await cases('notApplicable')], [[ids.patrol], [ids.late], [ids.other]]);
    const later = await clerk.read('patrol.coverage', { from: '2026-05-18', until: '2026-05-20' });
    assert.equal(later.places[0]!.items[0]!.never, 'notApplicable');
    const earlier = await clerk.read('patrol.coverage', { from: '2026-04-06', until: '2026-04-12' });
    assert.equal(earlier.places[0]!.items[0]!.never, 'notPatrolled');
  });

  it('a track is kept with consent, shown to the crew and the clerk only, and gone after thirty days', async () => {
    house.at('2026-05-18', '11:30');
    const points = Array.from({ length: 40 }, (_, i) => ({
      lat: here.lat + i * 0.0002,
      lng: here.lng,
      accuracy: 8,
      at: new Date(Date.parse('2026-05-18T01:00:00Z') + i * 60_000).toISOString(),
    }));
    const kept = { id: ids.other, consentedAt: '2026-05-18T01:00:00Z', points };
    await assert.rejects(stranger.act('patrol.keepTrack', kept), refusedWith('act.notAllowed'));
    assert.ok((await walker.act('patrol.keepTrack', kept)).points > 20);
    const seenBy = async (role: Role) => (await role.read('patrol.get', { id: ids.other })).tracks.length;
    assert.deepEqual([await seenBy(walker), await seenBy(leader), await seenBy(clerk), await seenBy(stranger)], [1, 1, 1, 0]);
    const { history } = await stranger.read('patrol.get', { id: ids.other });
    assert.ok(!JSON.stringify(history).includes(String(points[9]!.lat)), 'the history holds no positions');
    house.at('2026-06-17', '23:59');
    assert.equal(await seenBy(clerk), 1);
    house.at('2026-06-18', '00:00');
    assert.equal(await seenBy(clerk), 0);
    assert.equal(await dropOldTracks(house.database.db, '2026-06-18T00:00:00Z'), 1);
    house.at('2026-05-18', '12:00');
    await walker.act('patrol.keepTrack', kept);
    await walker.act('patrol.dropTrack', { id: ids.other });
    assert.equal(await seenBy(clerk), 0);
  });

  it('the posts of the day say who is under way', async () => {
    house.at('2026-05-18', '12:00');
    const { rows, counts } = await clerk.read('patrol.posts', {});
    assert.deepEqual([rows.map(({ id }) => id), counts], [[ids.other], { submitted: 1 }]);
  });
});
