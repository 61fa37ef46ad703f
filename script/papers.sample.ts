/** The samples: the clerk of the demo drafts summaries and documents, then fetches every paper there is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { makeDemo } from '#demo/campaign.ts';
import { clerk as demoClerk, demoPassword } from '#demo/cast.ts';
import { playOn, Refused, type Role } from '#demo/player.ts';
import type { Downloads } from '#domain/contracts.ts';
import { dispatchKinds } from '#domain/dispatch/dispatch.states.ts';
import { formKinds, termsOf } from '#domain/form/forms.ts';
import { addDays, type Day, dayOf, monthOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import { summaryKinds } from '#domain/summary/summary.states.ts';
import { createApp } from '#server/app.ts';
import { openDatabase } from '#server/platform/database.ts';
import { openFileStore } from '#server/platform/files.ts';
import { startTestPostgres } from '#server/platform/testing/postgres.ts';
import { sampleDispatches } from './papers.texts.ts';

type Keep = (name: string, bytes: Buffer) => void | Promise<void>;

/** Gives one sample of every paper to `keep`, from the demo campaign in a database of its own that is gone afterwards. */
export async function samplePapers(keep: Keep, log: (line: string) => void): Promise<void> {
  const secret = 'a secret for samples only, thirty-two bytes';
  const postgres = await startTestPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-papers-'));
  const database = openDatabase(postgres.poolConfig);
  const files = openFileStore(folder);
  try {
    await makeDemo({ db: database.db, files, secret, log });
    const app = await createApp({ db: database.db, files, clock: () => Date.now(), demo: true, webRoot: null, log: false, secret });
    await writePapers(app, keep);
    await app.close();
  } finally {
    await database.pool.end();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writePapers(app: FastifyInstance, keep: Keep): Promise<void> {
  const clerk = await playOn(app).signInAs(demoClerk.username, demoPassword);
  const entered = await app.inject({
    method: 'POST',
    url: '/api/session.signIn',
    payload: { username: demoClerk.username, password: demoPassword },
  });
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
  const fetch = async <Name extends keyof Downloads>(name: Name, input: Downloads[Name]['input'], fileName: string): Promise<void> => {
    const query = new URLSearchParams(Object.entries(input as Record<string, string>));
    const answer = await app.inject({ method: 'GET', url: `/api/${name}?${query}`, headers: { cookie } });
    if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.body}`);
    await keep(fileName, answer.rawPayload);
  };
  const today = dayOf(Date.now());
  const aWeekAgo = addDays(today, -7);
  for (const kind of ['week', 'month', 'year'] as const)
    await fetch('summary.paper', { id: await summaryOf(clerk, kind, aWeekAgo) }, `${summaryKinds[kind].zh}.docx`);
  const stage = await summaryOfStage(clerk);
  if (stage) await fetch('summary.paper', { id: stage }, `${summaryKinds.stage.zh}.docx`);
  for (const { kind, text } of sampleDispatches(today)) {
    const id = newId();
    await clerk.act('dispatch.draft', { id, kind });
    await clerk.act('dispatch.write', { id, was: 0, ...text });
    await clerk.act('dispatch.issue', { id });
    await fetch('dispatch.paper', { id }, `${dispatchKinds[kind].zh}.docx`);
  }
  const subjects = await subjectsOf(clerk, monthOf(today));
  for (const form of formKinds) {
    const of = subjects[termsOf(form).from];
    await fetch('form.paper', of ? { form, of } : { form }, `${termsOf(form).words.zh}.docx`);
  }
  if (subjects.patrol) {
    const { text } = await clerk.read('patrol.log', { id: subjects.patrol });
    await keep('巡查日志（群发文字）.txt', Buffer.from(`${text}\n`));
  }
  await fetch('patrol.table', {}, '巡查台账.xlsx');
  await fetch('issue.table', {}, '问题台账.xlsx');
  await fetch('roster.table', { month: monthOf(today) }, '值班表.xlsx');
  await fetch('absence.template', {}, '请假表.xlsx');
}

/** The campaign has drafted some of them already. */
async function summaryOf(clerk: Role, kind: 'week' | 'month' | 'year', day: Day): Promise<string> {
  const { rows } = await clerk.read('summary.list', {});
  const there = rows.find((row) => row.kind === kind && row.from <= day && day <= row.to);
  if (there) return there.id;
  const id = newId();
  await clerk.act('summary.draft', { id, time: { kind, day } });
  return id;
}

/** The last that has begun: those that lie ahead are refused. */
async function summaryOfStage(clerk: Role): Promise<string | undefined> {
  const { stages } = await clerk.read('summary.list', {});
  for (const { id: stageId } of stages.toReversed()) {
    const id = newId();
    try {
      await clerk.act('summary.draft', { id, time: { kind: 'stage', stageId } });
      return id;
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== 'summary.ahead') throw error;
    }
  }
  return undefined;
}

/** A patrol and a problem with something to show. */
async function subjectsOf(clerk: Role, month: string): Promise<Partial<Record<ReturnType<typeof termsOf>['from'], string>>> {
  const { rows: patrols } = await clerk.read('patrol.list', { state: 'reported', limit: 100 });
  const { rows: issues } = await clerk.read('issue.list', { disposal: 'coordinated' });
  const { rows: tasks } = await clerk.read('task.board', {});
  const { people } = await clerk.read('form.list', {});
  const fullest = patrols.toSorted((a, b) => b.problems - a.problems)[0];
  const all = { month, patrol: fullest?.id, issue: issues.find(({ beforeId }) => beforeId)?.id, task: tasks[0]?.id, person: people[0]?.id };
  return Object.fromEntries(Object.entries(all).filter(([, of]) => of !== undefined)) as Partial<Record<string, string>>;
}
