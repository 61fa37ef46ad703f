/** Papers from the records: a month summed up and worked over, documents issued, forms filled, a unit's own template, ledgers as workbooks. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import type { Refused, Role } from '#demo/player.ts';
import { formKinds, termsOf } from '#domain/form/forms.ts';
import { newId } from '#domain/kernel/id.ts';
import { docx, p } from '#server/papers/read/testing/files.ts';
import { readXlsx } from '#server/papers/read/xlsx.ts';
import { openZip } from '#server/papers/read/zip.ts';
import { complaintsOf, wordsIn } from '#server/papers/word/testing/complaints.ts';
import { firstClerk, type House, hire, openHouse, PASSWORD, refusedWith } from './house.ts';
import { firstNotice } from './notices.ts';

describe('papers', () => {
  let house: House;
  let clerk: Role;
  let officer: Role & { readonly id: string };
  let placeId = '';
  let patrolId = '';
  const issueIds: string[] = [];
  const cookies = new Map<string, string>();

  const get = async (url: string, username = 'linxiao') => {
    if (!cookies.has(username)) {
      const entered = await house.app.inject({ method: 'POST', url: '/api/session.signIn', payload: { username, password: PASSWORD } });
      cookies.set(username, String(entered.headers['set-cookie']).split(';')[0]!);
    }
    return house.app.inject({ method: 'GET', url, headers: { cookie: cookies.get(username)! } });
  };
  const paper = async (url: string): Promise<Buffer> => {
    const answer = await get(url);
    assert.equal(answer.statusCode, 200, answer.body);
    assert.deepEqual(complaintsOf(answer.rawPayload), [], url);
    return answer.rawPayload;
  };
  const photo = async (role: Role, takenAt: string): Promise<string> =>
    role.upload(
      await sharp({ create: { width: 640, height: 480, channels: 3, background: '#3a7' } })
        .jpeg()
        .toBuffer(),
      {
        takenAt,
        lat: 30,
        lng: 120,
        accuracy: 8,
      },
    );
  const report = async (text: string, is: { readonly patrolId?: string; readonly photos?: number; readonly spot?: string } = {}) => {
    const id = newId();
    const photoIds: string[] = [];
    for (let i = 0; i < (is.photos ?? 0); i++) photoIds.push(await photo(officer, '2026-05-06T02:00:00Z'));
    await officer.act('issue.report', { id, text, spot: is.spot ?? '3号楼前', placeId, patrolId: is.patrolId ?? null, photoIds });
    issueIds.push(id);
    return id;
  };
  const sentence = async (id: string, key: string) =>
    (await clerk.read('summary.get', { id })).summary.sentences.find((one) => one.key === key);

  before(async () => {
    house = await openHouse();
    house.at('2026-04-20');
    clerk = await firstClerk(house);
    officer = await hire(house, clerk, '孙三', 'sunsan');
    for (const [at, name] of ['赵一', '钱二', '李四', '周五', '吴六'].entries())
      await hire(house, clerk, name, `staff${at}`, at < 2 ? 'leaderInCharge' : 'officer');
    const notice = newId();
    await clerk.act('notice.import', { id: notice, text: firstNotice(2026) });
    await clerk.act('notice.adopt', { id: notice });
    placeId = (await clerk.read('place.list', {})).places[0]!.id;
    await clerk.act('roster.make', { id: newId(), month: '2026-05', months: 1 });
    house.at('2026-05-06', '09:10');
    patrolId = newId();
    await officer.act('patrol.open', { id: patrolId, placeId });
    const solved = await report('宣传栏玻璃破损', { patrolId, photos: 1 });
    await officer.act('issue.solve', { id: solved, note: '已更换', photoIds: [await photo(officer, '2026-05-06T02:30:00Z')] });
    await report('路灯不亮', { patrolId });
    await officer.act('patrol.submit', {
      id: patrolId,
      answers: [
        { no: 1, verdict: 'problem' },
        { no: 2, verdict: 'fine', measures: [{ metric: '路灯亮灯率', value: 99 }] },
      ],
      help: { dissuaded: 2, cleaned: 0, tidied: 5, explained: 0 },
      note: '风大，注意安全。',
    });
    await officer.act('patrol.reportLog', { id: patrolId, via: '创城工作群' });
  });
  after(() => house.close());

  it('a month is drafted from the records, once; edits stay when the figures are refreshed, and say so where they changed', async () => {
    house.at('2026-06-01');
    const id = newId();
    await assert.rejects(officer.act('summary.draft', { id, time: { kind: 'month', day: '2026-05-10' } }), refusedWith('act.notAllowed'));
    await clerk.act('summary.draft', { id, time: { kind: 'month', day: '2026-05-10' } });
    await assert.rejects(
      clerk.act('summary.draft', { id: newId(), time: { kind: 'month', day: '2026-05-20' } }),
      refusedWith('summary.exists'),
    );
    await assert.rejects(
      clerk.act('summary.draft', { id: newId(), time: { kind: 'month', day: '2026-07-20' } }),
      refusedWith('summary.ahead'),
    );
    assert.equal((await sentence(id, 'found'))!.text, '共发现问题2个。');
    assert.match((await sentence(id, 'logs'))!.text, /应报巡查日志1篇，当天报送1篇，占100%/);
    assert.match((await sentence(id, 'kinds'))!.text, /检查表以外2个/);

    await clerk.act('summary.edit', { id, key: 'found', text: '全月发现问题2个，均已登记。' });
    await clerk.act('summary.edit', { id, key: 'help', text: '' });
    await clerk.act('issue.report', { id: newId(), text: '月底补记的问题', placeId });
    const late = await report('六月的问题，不算在五月');
    await house.database.db.updateTable('issue').set({ foundAt: '2026-05-30T02:00:00Z' }).where('text', '=', '月底补记的问题').execute();
    await clerk.act('summary.refresh', { id });
    assert.deepEqual(
      [(await sentence(id, 'found'))!.text, (await sentence(id, 'found'))!.drafted, (await sentence(id, 'found'))!.changed],
      ['全月发现问题2个，均已登记。', '共发现问题3个。', true],
    );
    assert.deepEqual([(await sentence(id, 'help'))!.text, (await sentence(id, 'help'))!.changed], ['', false]);
    await assert.rejects(clerk.act('summary.issue', { id }), refusedWith('summary.changed'));
    await clerk.act('summary.edit', { id, key: 'found', text: '全月发现问题3个，均已登记。' });

    const words = wordsIn(await paper(`/api/summary.paper?id=${id}`));
    assert.match(words, /全月发现问题3个，均已登记。/);
    assert.doesNotMatch(words, /劝阻不文明行为/);
    assert.doesNotMatch(words, /六月的问题/);
    await clerk.act('summary.issue', { id });
    await assert.rejects(clerk.act('summary.edit', { id, key: 'found', text: '再改' }), refusedWith('act.wrongState'));
    const history = (await clerk.read('summary.get', { id })).history.map(({ name }) => name);
    assert.deepEqual(history, [
      'summary.drafted',
      'summary.edited',
      'summary.edited',
      'summary.refreshed',
      'summary.edited',
      'summary.issued',
    ]);
    assert.equal(issueIds.includes(late), true);
  });

  it('photos are suggested, chosen by hand, and only those of this unit and time', async () => {
    const id = newId();
    await clerk.act('summary.draft', { id, time: { kind: 'year', day: '2026-05-10' } });
    const { summary } = await clerk.read('summary.get', { id });
    assert.equal(summary.photos.filter((photo) => photo.chosen).length, 2);
    await assert.rejects(clerk.act('summary.choosePhotos', { id, photoIds: [newId()] }), refusedWith('record.notFound'));
    await clerk.act('summary.choosePhotos', { id, photoIds: [summary.photos[0]!.id] });
    await clerk.act('summary.refresh', { id });
    assert.equal((await clerk.read('summary.get', { id })).summary.photos.filter((photo) => photo.chosen).length, 1);
    const file = await paper(`/api/summary.paper?id=${id}`);
    assert.equal(Object.keys(unzipSync(file)).filter((name) => name.startsWith('word/media/')).length, 1);
    await clerk.act('summary.discard', { id });
    assert.equal(
      (await clerk.read('summary.list', {})).rows.some((row) => row.id === id),
      false,
    );
  });

  it('a document is written, says what it lacks, is issued and then stands', async () => {
    const id = newId();
    await assert.rejects(officer.act('dispatch.draft', { id, kind: 'report' }), refusedWith('act.notAllowed'));
    await clerk.act('dispatch.draft', { id, kind: 'report' });
    await assert.rejects(
      clerk.act('dispatch.issue', { id }),
      (error: unknown) => refusedWith('dispatch.incomplete')(error) && /签发人/.test((error as Refused).problem.zh),
    );
    await clerk.act('dispatch.write', {
      id,
      was: 0,
      number: '青外办〔2026〕9号',
      signatory: '王五',
      title: '关于进展情况的报告',
      recipients: '市创城办',
      body: '一、情况\n良好。',
      day: '2026-06-01',
    });
    await assert.rejects(clerk.act('dispatch.write', { id, was: 0, title: '同时写的另一份' }), refusedWith('record.changed'));
    const words = wordsIn(await paper(`/api/dispatch.paper?id=${id}`));
    assert.match(words, /青川市外事办公室文件.*青外办〔2026〕9号.*签发人：王五.*关于进展情况的报告.*市创城办：.*一、情况.*2026年6月1日/s);
    await clerk.act('dispatch.issue', { id });
    await assert.rejects(clerk.act('dispatch.write', { id, was: 1, title: '改' }), refusedWith('act.wrongState'));
    assert.equal((await clerk.read('dispatch.list', {})).rows[0]!.state, 'issued');
  });

  it('every form is filled from its record', async () => {
    const { rows } = await clerk.read('task.board', {});
    const of = { month: '2026-05', patrol: patrolId, issue: issueIds[0]!, task: rows[0]!.id, unit: '', person: officer.id };
    for (const form of formKinds) {
      const file = await paper(`/api/form.paper?form=${form}&of=${of[termsOf(form).from]}`);
      assert.doesNotMatch(wordsIn(file), /\{\{|\}\}/, form);
    }
    const log = wordsIn(await paper(`/api/form.paper?form=patrolLog&of=${patrolId}`));
    assert.match(log, /8网格梧桐社区.*孙三.*检查表共2项，合格1项，不合格1项.*宣传栏玻璃破损.*当场解决.*路灯不亮.*待处置.*创城工作群/s);
    assert.match(wordsIn(await paper(`/api/form.paper?form=pledge&of=${officer.id}`)), /本人孙三，现任青川市外事办公室officer/);
    for (const [form, wrong] of [
      ['patrolLog', newId()],
      ['patrolLog', 'x'],
      ['roster', '2030-01'],
      ['pledge', newId()],
    ])
      assert.equal((await get(`/api/form.paper?form=${form}&of=${wrong}`)).statusCode, 404, `${form} ${wrong}`);
    assert.equal((await house.app.inject({ method: 'GET', url: `/api/form.paper?form=patrolLog&of=${patrolId}` })).statusCode, 401);
  });

  it('the log on paper says when it was sent, that it was amended and why, and that it was late', async () => {
    assert.doesNotMatch(wordsIn(await paper(`/api/form.paper?form=patrolLog&of=${patrolId}`)), /更正|迟报/);
    const { patrol } = await clerk.read('patrol.get', { id: patrolId });
    const { answers, help } = patrol;
    await officer.act('patrol.amend', {
      ...{ id: patrolId, was: patrol.versions.at(-1)!.version, answers, help },
      note: '风停了。',
      reason: '说明写错',
    });
    const amended = wordsIn(await paper(`/api/form.paper?form=patrolLog&of=${patrolId}`));
    assert.match(amended, /（第\d版，更正原因：说明写错）.*风停了。/s);
    assert.doesNotMatch(amended, /迟报/);
    const late = newId();
    house.at('2026-05-07', '09:00');
    await officer.act('patrol.open', { id: late, placeId });
    await officer.act('patrol.submit', { id: late, answers, help });
    house.at('2026-05-08', '09:00');
    await officer.act('patrol.giveReason', { id: late, reason: '手机进水' });
    await officer.act('patrol.reportLog', { id: late, via: '创城工作群' });
    assert.match(
      wordsIn(await paper(`/api/form.paper?form=patrolLog&of=${late}`)),
      /2026年5月8日09:00 报 创城工作群（迟报，原因：手机进水）/,
    );
    const table = readXlsx((await get('/api/patrol.table?late=true&until=2026-05-08')).rawPayload);
    assert.ok(table.slice(3).some((row) => row[8] === '迟报' && JSON.stringify(row[9]) === JSON.stringify({ day: '2026-05-08' })));
    house.at('2026-06-01', '12:00');
  });

  it('a unit’s own template takes the place of the form; a broken one is refused with the paragraph', async () => {
    const file = (body: string) => docx(body).toString('base64');
    const own = file(`${p('我局自用 {{单位}} 值班表')}${p('{{#班次}}')}${p('{{日期}}：{{巡查人员}}')}${p('{{/班次}}')}`);
    await assert.rejects(
      officer.act('form.replace', { id: newId(), form: 'roster', fileName: '值班表.docx', file: own }),
      refusedWith('act.notAllowed'),
    );
    const broken = file(`${p('值班表')}${p('由{{带班的人}}带班，{{单位}')}`);
    const { faults } = await clerk.act('form.check', { form: 'roster', file: broken });
    assert.deepEqual(
      faults.map(({ placeholder, paragraph }) => [placeholder, paragraph]),
      [
        ['{{单位}', '由{{带班的人}}带班，{{单位}'],
        ['{{带班的人}}', '由{{带班的人}}带班，{{单位}'],
      ],
    );
    await assert.rejects(
      clerk.act('form.replace', { id: newId(), form: 'roster', fileName: 'x.docx', file: broken }),
      (error: unknown) => refusedWith('template.broken')(error) && /2 处/.test((error as Refused).problem.zh),
    );
    await assert.rejects(
      clerk.act('form.check', { form: 'roster', file: Buffer.from('no').toString('base64') }),
      refusedWith('template.wrongFile'),
    );
    assert.doesNotMatch(wordsIn(await paper('/api/form.paper?form=roster&of=2026-05')), /我局自用/);
    await clerk.act('form.replace', { id: newId(), form: 'roster', fileName: '值班表.docx', file: own });
    assert.match(wordsIn(await paper('/api/form.paper?form=roster&of=2026-05')), /我局自用 青川市外事办公室 值班表5月\d+日：/);
    assert.match(wordsIn(await paper('/api/form.template?form=roster')), /\{\{#班次\}\}/);
    await clerk.act('form.restore', { form: 'roster' });
    assert.doesNotMatch(wordsIn(await paper('/api/form.paper?form=roster&of=2026-05')), /我局自用/);
  });

  it('the ledgers are workbooks of the list as it is filtered, all of it', async () => {
    const issues = readXlsx((await get('/api/issue.table')).rawPayload);
    assert.deepEqual(issues[2]!.slice(0, 4), ['编号', '地点', '具体位置', '问题']);
    assert.equal(issues.length - 3, (await clerk.read('issue.list', {})).rows.length);
    assert.deepEqual(issues.at(-1)!.slice(0, 4), [1, '8网格梧桐社区', '3号楼前', '宣传栏玻璃破损']);
    const fixed = readXlsx((await get('/api/issue.table?state=fixed')).rawPayload);
    assert.equal(fixed.length - 3, 1);
    const patrols = readXlsx((await get('/api/patrol.table?until=2026-05-06')).rawPayload);
    assert.deepEqual(patrols[3]!.slice(0, 3), [{ day: '2026-05-06' }, '周三', '8网格梧桐社区']);
    assert.equal((await house.app.inject({ method: 'GET', url: '/api/issue.table' })).statusCode, 401);
  });

  it('200 problems in a month, a missing photo, long words, emoji: every paper stays in order', async () => {
    house.at('2026-06-10', '10:00');
    const long = `${'长'.repeat(498)}😀`;
    const busy = newId();
    await officer.act('patrol.open', { id: busy, placeId });
    for (let i = 0; i < 200; i++)
      await report(i % 50 === 0 ? long : `第${i}个问题<b>&`, {
        ...(i < 30 ? { patrolId: busy } : {}),
        photos: i < 4 ? 1 : 0,
        spot: i % 7 === 0 ? 'x'.repeat(100) : '',
      });
    const [gone] = await house.database.db.selectFrom('photo').select('id').orderBy('at', 'desc').limit(1).execute();
    await house.database.db
      .updateTable('photo')
      .set({ shownSha256: 'f'.repeat(64), thumbSha256: 'f'.repeat(64) })
      .where('id', '=', gone!.id)
      .execute();
    house.at('2026-07-01');
    const id = newId();
    await clerk.act('summary.draft', { id, time: { kind: 'month', day: '2026-06-10' } });
    await clerk.act('summary.edit', { id, key: 'places', text: `${'句'.repeat(2990)}😀\n<w:p>` });
    assert.match((await sentence(id, 'found'))!.text, /共发现问题20\d个/);
    const summary = await paper(`/api/summary.paper?id=${id}`);
    assert.match(wordsIn(summary), /照片缺失/);
    const paragraphs = [...strFromU8(unzipSync(summary)['word/document.xml']!).matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => one);
    const date = paragraphs.findIndex((one) => one.includes('>2026年7月1日<'));
    const held = paragraphs.slice(date - 4, date);
    assert.ok(
      held.every((one) => one.includes('<w:keepNext/>')),
      'the name never stands alone on a page',
    );
    assert.match(held[0]!, /下一步/);
    const log = await paper(`/api/form.paper?form=patrolLog&of=${busy}`);
    assert.match(wordsIn(log), /发现问题30个/);
    assert.match(wordsIn(log), /照片缺失/);
    assert.match(strFromU8(unzipSync(log)['word/document.xml']!), /<w:tblHeader\/>/);
    await paper(`/api/form.paper?form=rectification&of=${issueIds.at(-1)}`);
    assert.equal(readXlsx((await get(`/api/issue.table?patrolId=${busy}`)).rawPayload).length - 3, 30);
  });

  it('a ledger of 50,000 problems goes out as it is read, in the memory of a few pages', { timeout: 120_000 }, async () => {
    const { rows: known } = await house.database.pool.query<{ id: string }>('SELECT id FROM issue');
    await house.database.pool.query(
      `INSERT INTO issue (id, unit_id, no, state, text, spot, place_id, finder_id, found_at, returns)
       SELECT gen_random_uuid(), issue.unit_id, 1000 + n, 'found', repeat(md5(n::text), 4), '', issue.place_id, issue.finder_id,
              timestamptz '2025-01-01 08:00+08' + n * interval '5 minutes', 0
         FROM issue, generate_series(1, 50000) AS n WHERE issue.id = $1`,
      [known[0]!.id],
    );
    await get('/api/issue.list');
    const url = `${await house.app.listen({ port: 0, host: '127.0.0.1' })}/api/issue.table`;
    const answer = await fetch(url, { headers: { cookie: cookies.get('linxiao')! } });
    assert.equal(answer.status, 200);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = (): number => {
      collect();
      return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    };
    const [start, parts] = [held(), [] as Uint8Array[]];
    let [most, size, looked] = [0, 0, 0];
    for await (const part of answer.body!) {
      parts.push(part);
      size += part.length;
      if (size - looked < 256 * 1024) continue;
      looked = size;
      most = Math.max(most, held() - start - size);
    }
    assert.ok(looked > 2 * 1024 * 1024);
    const xml = openZip(Buffer.concat(parts)).read('xl/worksheets/sheet1.xml')!.toString();
    assert.equal(xml.match(/<row /g)!.length, known.length + 50_000 + 3);
    assert.ok(xml.length > 32 * 1024 * 1024, 'far more went through than was ever held');
    assert.ok(most < 8 * 1024 * 1024, `${most} bytes beside what had gone out`);
  });
});
