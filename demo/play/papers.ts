/** The clerk's papers: last week's figures summed up and worked over, a letter to the street lights that is not yet issued. */
import { addDays } from '#domain/kernel/day.ts';
import { clerk } from '../cast.ts';
import { as, type Stage } from '../stage.ts';

export async function writePapers(stage: Stage): Promise<void> {
  stage.log('起草周报和公文 / drafting a weekly summary and a document');
  const role = await as(stage, clerk.username);
  const summary = stage.id();
  await role.act('summary.draft', { id: summary, time: { kind: 'week', day: addDays(stage.today, -7) } });
  await role.act('summary.edit', {
    id: summary,
    key: 'next',
    text: '下一步，继续按值班表开展巡查，对反复出现的非机动车乱停放问题增加晚高峰时段巡查，对已转职能部门的问题每两天联系一次，直到销号。',
  });
  const letter = stage.id();
  await role.act('dispatch.draft', { id: letter, kind: 'letter' });
  await role.act('dispatch.write', {
    id: letter,
    was: 0,
    number: `澜文旅函〔${stage.today.slice(0, 4)}〕12号`,
    title: '关于商请协助维修听泉路路灯的函',
    recipients: '澜川市路灯管理所',
    body: '我中心在听泉路（文昌街至北湖大道）东侧巡查中发现，部分路灯不亮，影响群众夜间出行。\n现商请贵所尽快安排检修，并将检修结果函告我中心。\n专此函达，请予支持。',
    copies: '澜川市文明城市创建工作办公室',
    day: addDays(stage.today, -1),
  });
}
