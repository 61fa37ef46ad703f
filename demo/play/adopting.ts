/** Both notices imported, their questions settled, adopted. */
import type { Question } from '#domain/notice/draft.model.ts';
import { clerk } from '../cast.ts';
import { type DemoNotice, demoNotices } from '../notices/notices.ts';
import type { Role } from '../player.ts';
import { as, type Stage } from '../stage.ts';

export async function adoptNotices(stage: Stage): Promise<void> {
  const role = await as(stage, clerk.username);
  const { lists, plan } = await demoNotices(stage.today);
  const ids = [await importNotice(stage, role, lists), await importNotice(stage, role, plan)];
  for (const id of ids) await settle(role, id);
  for (const id of ids) await role.act('notice.adopt', { id });
}

async function importNotice(stage: Stage, role: Role, notice: DemoNotice): Promise<string> {
  const file = { name: notice.fileName, base64: Buffer.from(notice.text).toString('base64') };
  return (await role.act('notice.import', { id: stage.id(), file })).id;
}

/** Settling one question may take others with it, so the list is read anew each time. */
async function settle(role: Role, id: string): Promise<void> {
  const { notice } = await role.read('notice.get', { id });
  if (notice.askYear && notice.noticeYear !== null) await role.act('notice.chooseYear', { id, applied: notice.noticeYear });
  for (let open = notice.questions; open.length > 0; ) {
    await role.act('notice.settle', { id, question: open[0]!.key, option: answerTo(open[0]!) });
    const left = (await role.read('notice.get', { id })).notice.questions;
    if (left.length >= open.length) throw new Error(`the question stays open after it was settled: ${open[0]!.message.zh}`);
    open = left;
  }
}

/** Two people at each place, as the list says; a blank cell means the row above; anything else as the system proposes first. */
function answerTo(question: Question): string {
  const twoPeople = question.options.find((option) => /2 人/.test(option.words.zh) && !/共/.test(option.words.zh));
  const chosen = question.kind === 'contradiction' ? (twoPeople ?? question.options[0]) : question.options[0];
  if (!chosen) throw new Error(`the question has no answer to choose: ${question.message.zh}`);
  return chosen.key;
}
