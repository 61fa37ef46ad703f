/** The samples: the clerk of the demo drafts summaries and documents, then fetches every paper there is. */
import type { FastifyInstance } from 'fastify';
import { clerk as demoClerk, demoPassword } from '#demo/cast.ts';
import { playOn, Refused, type Role } from '#demo/player.ts';
import type { Downloads } from '#domain/contracts.ts';
import { formKinds, termsOf } from '#domain/form/forms.ts';
import { addDays, type Day, dayOf, firstDayOf, monthOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import { sampleDispatches } from './papers.texts.ts';

type Keep = (name: string, bytes: Buffer) => Promise<void>;

export async function writePapers(app: FastifyInstance, keep: Keep): Promise<void> {
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
  const lastMonth = addDays(firstDayOf(monthOf(today)), -1);
  for (const [kind, day] of [
    ['week', addDays(today, -7)],
    ['month', lastMonth],
    ['year', today],
  ] as const)
    await fetch('summary.paper', { id: await summaryOf(clerk, kind, day) }, `总结-${kind}.docx`);
  const stage = await summaryOfStage(clerk);
  if (stage) await fetch('summary.paper', { id: stage }, '总结-stage.docx');
  for (const { kind, text } of sampleDispatches(today)) {
    const id = newId();
    await clerk.act('dispatch.draft', { id, kind });
    await clerk.act('dispatch.write', { id, ...text });
    await clerk.act('dispatch.issue', { id });
    await fetch('dispatch.paper', { id }, `公文-${kind}.docx`);
  }
  const subjects = await subjectsOf(clerk, monthOf(today));
  for (const form of formKinds) {
    const of = subjects[termsOf(form).from];
    await fetch('form.paper', of ? { form, of } : { form }, `表格-${form}.docx`);
  }
  await fetch('patrol.table', {}, '台账-patrols.xlsx');
  await fetch('issue.table', {}, '台账-issues.xlsx');
  await fetch('roster.table', { month: monthOf(today) }, '台账-roster.xlsx');
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

/** The first that has begun: those that lie ahead are refused. */
async function summaryOfStage(clerk: Role): Promise<string | undefined> {
  const { stages } = await clerk.read('summary.list', {});
  for (const { id: stageId } of stages) {
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
