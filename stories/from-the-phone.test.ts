/** What phones bring back from a day without signal: photos in parts, two phones on one patrol, a roster changed meanwhile, a queue brought in as a file. */
import assert from 'node:assert/strict';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import type { Role } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { newId } from '#domain/kernel/id.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { sealedText } from '#domain/queue/queue.rules.ts';
import { firstClerk, type House, hire, openHouse, PASSWORD, refusedWith } from './house.ts';
import { firstNotice } from './notices.ts';

type Person = Role & { readonly id: string };
const help = { dissuaded: 0, cleaned: 0, tidied: 0, explained: 0 };

describe('back from the street', () => {
  let house: House;
  let clerk: Role;
  let jpeg: Buffer;
  const staff: Person[] = [];

  before(async () => {
    house = await openHouse();
    house.at('2026-04-20');
    clerk = await firstClerk(house);
    for (const [at, name] of ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八'].entries())
      staff.push(await hire(house, clerk, name, `staff${at}`, at < 2 ? 'leaderInCharge' : 'officer'));
    const notice = newId();
    await clerk.act('notice.import', { id: notice, text: firstNotice(2026) });
    await clerk.act('notice.adopt', { id: notice });
    const roster = newId();
    await clerk.act('roster.make', { id: roster, month: '2026-05' });
    await solved(clerk, roster);
    await clerk.act('roster.publish', { id: roster });
    jpeg = await sharp(randomBytes(500 * 400 * 3), { raw: { width: 500, height: 400, channels: 3 } })
      .jpeg({ quality: 90 })
      .toBuffer();
  });
  after(() => house.close());

  const sessionOf = async (username: string): Promise<string> => {
    const answer = await house.app.inject({ method: 'POST', url: '/api/session.signIn', payload: { username, password: PASSWORD } });
    return String(answer.headers['set-cookie']).split(';')[0]!;
  };
  const sendPart = (cookie: string, id: string, offset: number, bytes: Buffer, app: FastifyInstance = house.app) =>
    app.inject({
      method: 'POST',
      url: `/api/photo.part?id=${id}&offset=${offset}`,
      headers: { cookie, 'content-type': 'application/octet-stream' },
      payload: bytes,
    });
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const announced = (bytes: Buffer, id = newId()) => ({ id, sha256: sha256(bytes), bytes: bytes.length });
  const photoRow = async (id: string) => (await house.database.pool.query('SELECT * FROM photo WHERE id = $1', [id])).rows[0];
  const crewOf = (patrol: PatrolView) => patrol.memberIds.map((id) => staff.find((person) => person.id === id)!);
  const patrolOn = async (day: string, n = 0) => {
    const { rows } = await clerk.read('patrol.list', { until: day, limit: 100 });
    return (await clerk.read('patrol.get', { id: rows.filter((row) => row.day === day)[n]!.id })).patrol;
  };
  const firstDay = async () => (await clerk.read('patrol.list', { until: '2026-05-31', limit: 100 })).rows.map((row) => row.day).sort();
  const answersOf = (patrol: PatrolView, verdict: 'fine' | 'problem' = 'fine', answeredAt?: string) =>
    patrol.checklist.map((item) => ({
      no: item.no,
      verdict,
      measures: item.measures.map(({ metric }) => ({ metric, value: 100 })),
      ...(answeredAt ? { answeredAt } : {}),
    }));

  describe('a photo', () => {
    it('goes on after a cut where the server stopped hearing, also at another server, and arrives once and whole', async () => {
      const other = await house.another();
      const [finder] = staff as [Person];
      const cookie = await sessionOf('staff0');
      const photo = announced(jpeg);
      await finder.act('photo.announce', photo);
      const half = Math.floor(jpeg.length / 2);
      assert.deepEqual((await sendPart(cookie, photo.id, 0, jpeg.subarray(0, half))).json(), {
        offset: half,
        bytes: jpeg.length,
        state: 'waiting',
      });
      const repeated = await sendPart(cookie, photo.id, 0, jpeg.subarray(0, half), other);
      assert.deepEqual([repeated.statusCode, repeated.json().code, repeated.json().details.offset], [409, 'photo.wrongOffset', half]);
      assert.deepEqual(await finder.read('photo.progress', { id: photo.id }), { offset: half, bytes: jpeg.length, state: 'waiting' });
      const ends = await Promise.all([half, half].map(() => sendPart(cookie, photo.id, half, jpeg.subarray(half), other)));
      assert.ok(
        ends.some((end) => end.json().state === 'arrived'),
        'the last part sent twice at once',
      );
      assert.equal((await finder.read('photo.progress', { id: photo.id })).state, 'arrived');
      assert.equal((await sendPart(cookie, photo.id, 0, jpeg.subarray(0, half))).json().state, 'arrived', 'a late copy of the first part');
      const original = await house.app.inject({ method: 'GET', url: `/api/photo/${photo.id}/original`, headers: { cookie } });
      assert.equal(sha256(original.rawPayload), photo.sha256);
      const { rows } = await house.database.pool.query('SELECT count(*)::int AS n FROM photo_part');
      assert.equal(rows[0].n, 0, 'nothing is left of the parts');
    });

    it('is named by its hash: other bytes are never taken for it, and it is never overwritten', async () => {
      const [finder] = staff as [Person];
      const cookie = await sessionOf('staff0');
      const photo = announced(jpeg);
      await finder.act('photo.announce', photo);
      const wrong = Buffer.from(jpeg);
      wrong[wrong.length - 10]! ^= 1;
      assert.equal((await sendPart(cookie, photo.id, 0, wrong)).json().code, 'photo.bytesDiffer');
      assert.equal((await sendPart(cookie, photo.id, 0, jpeg)).json().state, 'arrived');
      await assert.rejects(finder.act('photo.announce', { ...photo, sha256: sha256(wrong) }), refusedWith('record.exists'));
      assert.equal((await photoRow(photo.id)).sha256, photo.sha256);
      const stranger = await house.app.inject({ method: 'GET', url: `/api/photo.progress?id=${photo.id}` });
      assert.equal(stranger.statusCode, 401);
    });

    it('may be named by its record before its bytes are here: the record shows 3 of 4, later 4 of 4, or that one was given up', async () => {
      const [finder] = staff as [Person];
      const cookie = await sessionOf('staff0');
      const photos = Array.from({ length: 4 }, (_, i) => Buffer.concat([jpeg, Buffer.from([i])])).map((data) => ({
        data,
        photo: announced(data),
      }));
      for (const { photo } of photos) await finder.act('photo.announce', photo);
      const issue = newId();
      await finder.act('issue.report', { id: issue, text: '井盖破损', photoIds: photos.map(({ photo }) => photo.id) });
      const states = async () => (await clerk.read('issue.get', { id: issue })).issue.photos.map((photo) => photo.state);
      const row = async () => (await clerk.read('issue.list', {})).rows.find((each) => each.id === issue)!;
      assert.deepEqual(await states(), ['waiting', 'waiting', 'waiting', 'waiting']);
      assert.deepEqual([(await row()).beforeId, (await row()).photosWaiting], [null, 4], 'what cannot be shown yet is not linked');
      for (const { photo, data } of photos.slice(0, 3)) await sendPart(cookie, photo.id, 0, data);
      const last = photos[3]!;
      assert.deepEqual(await states(), ['arrived', 'arrived', 'arrived', 'waiting']);
      assert.deepEqual([(await row()).beforeId, (await row()).photosWaiting], [photos[0]!.photo.id, 1]);
      await assert.rejects((staff[2] as Person).act('photo.withdraw', { id: last.photo.id }), refusedWith('record.notFound'));
      await finder.act('photo.withdraw', { id: last.photo.id });
      assert.deepEqual(await states(), ['arrived', 'arrived', 'arrived', 'lost']);
      const { history } = await clerk.read('issue.get', { id: issue });
      assert.deepEqual(
        history.map((fact) => [fact.name, fact.actorName]),
        [
          ['issue.reported', '赵一'],
          ['photo.withdrawn', '赵一'],
        ],
      );
      await sendPart(cookie, last.photo.id, 0, last.data);
      assert.equal((await states())[3], 'arrived', 'found again after all');
    });

    it('in HEIC is kept as it came; bytes that are no picture are refused and the record says so', async () => {
      const [finder] = staff as [Person];
      const cookie = await sessionOf('staff0');
      const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(12), randomBytes(3000)]);
      const broken = Buffer.concat([jpeg.subarray(0, jpeg.length / 2)]);
      const [kept, lost] = [announced(heic), announced(broken)];
      for (const photo of [kept, lost]) await finder.act('photo.announce', photo);
      const issue = newId();
      await finder.act('issue.report', { id: issue, text: '路灯不亮', photoIds: [kept.id, lost.id] });
      assert.equal((await sendPart(cookie, kept.id, 0, heic)).json().state, 'originalOnly');
      assert.equal((await sendPart(cookie, lost.id, 0, broken)).json().code, 'photo.notPicture');
      assert.deepEqual(
        (await clerk.read('issue.get', { id: issue })).issue.photos.map((photo) => photo.state),
        ['originalOnly', 'lost'],
      );
      const original = await house.app.inject({ method: 'GET', url: `/api/photo/${kept.id}/original`, headers: { cookie } });
      assert.deepEqual([original.headers['content-type'], sha256(original.rawPayload)], ['image/heic', kept.sha256]);
      const shown = await house.app.inject({ method: 'GET', url: `/api/photo/${kept.id}/shown`, headers: { cookie } });
      assert.equal(shown.json().code, 'photo.originalOnly');
    });

    it('of a phone whose clock is a day fast is dated by the server; one from the album as it says', async () => {
      house.at('2026-05-06', '09:00');
      const [finder] = staff as [Person];
      const cookie = await sessionOf('staff0');
      const clockOff = -86_400_000;
      const taken = { takenAt: '2026-05-07T01:00:00.000Z', clockOff };
      const [now, album] = [announced(jpeg), announced(jpeg)];
      await finder.act('photo.announce', { ...now, ...taken });
      await finder.act('photo.announce', { ...album, ...taken, fromAlbum: true });
      for (const { id } of [now, album]) await sendPart(cookie, id, 0, jpeg);
      const issue = newId();
      await finder.act('issue.report', { id: issue, text: '乱停车', photoIds: [now.id, album.id] });
      assert.deepEqual(
        (await clerk.read('issue.get', { id: issue })).issue.photos.map(({ takenAt, fromAlbum, clockOff: off }) => [
          takenAt,
          fromAlbum,
          off,
        ]),
        [
          ['2026-05-06T01:00:00.000Z', false, clockOff],
          ['2026-05-07T01:00:00.000Z', true, clockOff],
        ],
      );
    });
  });

  describe('two phones on one patrol', () => {
    it('hand in a part each, and together they are the whole', async () => {
      const day = (await firstDay())[0]!;
      house.at(day, '09:30');
      const patrol = await patrolOn(day);
      const [one, two] = crewOf(patrol) as [Person, Person];
      const answers = answersOf(patrol);
      assert.ok(answers.length > 1);
      await one.act('patrol.submit', { id: patrol.id, answers: answers.slice(0, 1), help, part: true });
      assert.equal((await two.read('patrol.get', { id: patrol.id })).patrol.state, 'underway');
      await two.act('patrol.submit', { id: patrol.id, answers: answers.slice(1), help, note: '东段施工' });
      const done = (await clerk.read('patrol.get', { id: patrol.id })).patrol;
      assert.deepEqual([done.state, done.answers.length, done.submittedBy?.id], ['submitted', answers.length, two.id]);
    });

    it('submit the same patrol at the same moment: the later answer of each item counts, both stay in the history, no problem is lost', async () => {
      const day = [...new Set(await firstDay())][1]!;
      house.at(day, '10:00');
      const patrol = await patrolOn(day);
      const [one, two] = crewOf(patrol) as [Person, Person];
      const first = answersOf(patrol, 'fine', `${day}T01:10:00.000Z`);
      const second = answersOf(patrol, 'fine', `${day}T01:00:00.000Z`).map((answer, i) =>
        i === 0 ? { ...answer, verdict: 'problem' as const, answeredAt: `${day}T01:20:00.000Z` } : answer,
      );
      await Promise.all([
        one.act('issue.report', { id: newId(), text: '一号手机发现', patrolId: patrol.id, itemNo: 1 }),
        two.act('issue.report', { id: newId(), text: '二号手机发现', patrolId: patrol.id, itemNo: 1 }),
        one.act('patrol.submit', { id: patrol.id, answers: first, help: { ...help, dissuaded: 3 } }),
        two.act('patrol.submit', { id: patrol.id, answers: second, help: { ...help, dissuaded: 2, cleaned: 1 } }),
      ]);
      const { patrol: done, history } = await clerk.read('patrol.get', { id: patrol.id });
      assert.deepEqual([done.state, done.answers.length, done.answers[0]!.verdict], ['submitted', patrol.checklist.length, 'problem']);
      assert.deepEqual([done.help.dissuaded, done.help.cleaned, done.issues.length], [3, 1, 2]);
      const joined = history.find((fact) => fact.name === 'patrol.joined')!;
      const differs = joined.data.differs as { no: number; counts: { verdict: string }; other: { verdict: string } }[];
      assert.deepEqual(
        differs.map(({ no, counts, other }) => [no, counts.verdict, other.verdict]),
        [[done.answers[0]!.no, 'problem', 'fine']],
      );
      await one.act('patrol.reportLog', { id: patrol.id, via: '群' });
      const late = [{ ...first[1]!, verdict: 'problem' as const, answeredAt: `${day}T01:40:00.000Z` }];
      await two.act('patrol.submit', { id: patrol.id, answers: late, help });
      const sent = (await clerk.read('patrol.get', { id: patrol.id })).patrol;
      assert.deepEqual([sent.state, sent.answers[1]!.verdict], ['reported', 'problem']);
      assert.deepEqual(
        sent.versions.map((version) => [version.reason, version.sent !== null, version.differences.length > 0]),
        [
          ['', true, false],
          ['另一部手机的检查结果晚到，并入', false, true],
        ],
        'the sent log stays a version, the joined one is to be signed and sent anew',
      );
      await two.act('patrol.submit', { id: patrol.id, answers: late, help });
      assert.equal((await clerk.read('patrol.get', { id: patrol.id })).patrol.versions.length, 2, 'the same again makes no version');
    });
  });

  it('the roster was changed while somebody walked: what they walked is taken, and the new crew has its patrol', async () => {
    const day = [...new Set(await firstDay())][2]!;
    const patrol = await patrolOn(day);
    const { roster } = await clerk.read('roster.get', { month: '2026-05' });
    const seat = roster!.seats.find((one) => one.day === day && one.placeId === patrol.placeId && one.n === 1)!;
    const free = staff.slice(2).find((person) => !roster!.seats.some((one) => one.day === day && one.personId === person.id));
    const walker = staff.find((person) => person.id === seat.personId)!;
    await clerk.act('roster.assign', {
      id: roster!.id,
      changes: [{ day, placeId: seat.placeId, n: 1, was: seat.personId, personId: free?.id ?? null }],
    });
    house.at(day, '11:00');
    await walker.act('patrol.start', { id: patrol.id });
    await walker.act('patrol.submit', { id: patrol.id, answers: answersOf(patrol), help });
    const done = (await clerk.read('patrol.get', { id: patrol.id })).patrol;
    assert.deepEqual([done.state, done.submittedBy?.id, done.memberIds.includes(walker.id)], ['submitted', walker.id, false]);
    const stranger = staff.slice(2).find((person) => !done.memberIds.includes(person.id) && person.id !== walker.id)!;
    await assert.rejects(stranger.act('patrol.reportLog', { id: patrol.id, via: '群' }), refusedWith('act.notAllowed'));
  });

  describe('a queue brought in as a file', () => {
    const keyOf = async (username: string): Promise<Buffer> => {
      const answer = await house.app.inject({ method: 'GET', url: '/api/session.state', headers: { cookie: await sessionOf(username) } });
      return Buffer.from(answer.json().queueKey, 'hex');
    };
    const sealed = (key: Buffer, name: string, input: object) => {
      const body = JSON.stringify({ actId: newId(), deviceAt: '2026-05-06T00:30:00.000Z', clockOff: 0, ...input });
      return { name, body, seal: createHmac('sha256', key).update(sealedText(name, body)).digest('hex') };
    };

    it('counts as the owner’s, names the clerk, and does not double when the phone sends it after all', async () => {
      const walker = staff[3] as Person;
      const key = await keyOf('staff3');
      const id = newId();
      const item = sealed(key, 'issue.report', { id, text: '手机连不上时记的' });
      const first = await clerk.act('queue.bring', { personId: walker.id, ...item });
      assert.deepEqual(await clerk.act('queue.bring', { personId: walker.id, ...item }), first, 'brought in twice');
      const later = await house.app.inject({
        method: 'POST',
        url: '/api/issue.report',
        headers: { cookie: await sessionOf('staff3'), 'content-type': 'application/json' },
        payload: item.body,
      });
      assert.deepEqual([later.statusCode, later.json()], [200, first.answer]);
      const { issue, history } = await clerk.read('issue.get', { id });
      assert.equal(issue.finder.name, '李四');
      assert.deepEqual(
        history.map((fact) => [fact.actorName, fact.broughtByName, fact.deviceAt]),
        [['李四', '林晓', '2026-05-06T00:30:00.000Z']],
      );
    });

    it('brings photos too: announced as the owner’s, the bytes by anybody of the unit', async () => {
      const walker = staff[3] as Person;
      const photo = announced(jpeg);
      await clerk.act('queue.bring', { personId: walker.id, ...sealed(await keyOf('staff3'), 'photo.announce', photo) });
      assert.equal((await sendPart(await sessionOf('linxiao'), photo.id, 0, jpeg)).json().state, 'arrived');
      assert.equal((await photoRow(photo.id)).by_id, walker.id);
    });

    it('is refused without the seal of that very person, from anybody but the clerk, and for acts that are not of the field', async () => {
      const [walker, other] = [staff[3], staff[4]] as [Person, Person];
      const key = await keyOf('staff3');
      const item = sealed(key, 'issue.report', { id: newId(), text: '伪造' });
      const bring = (who: Role, personId: string, what: { name: string; body: string; seal: string }) =>
        who.act('queue.bring', { personId, ...what });
      await assert.rejects(bring(clerk, other.id, item), refusedWith('queue.notSealed'));
      await assert.rejects(bring(clerk, walker.id, { ...item, body: item.body.replace('伪造', '改过') }), refusedWith('queue.notSealed'));
      await assert.rejects(bring(other, walker.id, item), refusedWith('act.notAllowed'));
      await assert.rejects(bring(clerk, newId(), item), refusedWith('act.notAllowed'));
      const account = sealed(key, 'person.giveAccount', { id: walker.id, username: 'x', password: PASSWORD });
      await assert.rejects(bring(clerk, walker.id, account), refusedWith('request.invalid'));
      await assert.rejects(bring(clerk, walker.id, sealed(key, 'issue.unknown', {})), refusedWith('request.notFound'));
      const close = sealed(key, 'issue.close', { id: newId() });
      await assert.rejects(bring(clerk, walker.id, close), refusedWith('record.notFound'), 'it runs with the rights of the owner');
      const { rows } = await house.database.pool.query("SELECT count(*)::int AS n FROM issue WHERE text IN ('伪造', '改过')");
      assert.equal(rows[0].n, 0);
    });
  });
});
