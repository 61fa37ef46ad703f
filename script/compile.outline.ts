/** A compiled notice as an outline that a person reads: what it orders, of whom, by when, and where a look twice is due. */

import type { Draft, DutyDraft } from '#domain/notice/draft.model.ts';
import { draftFrom } from '#domain/notice/draft.ts';
import type { Doubt } from '#domain/notice/plan.ts';
import { questionsFor } from '#domain/notice/questions.ts';
import type { Campaign, Compiled } from './compile.campaign.ts';

export function outlineOf(notices: readonly Compiled[], campaign: Campaign): string {
  const parts = notices.map((notice, index) => oneNotice(notice, campaign, index));
  return [...parts, ...(notices.length > 1 ? [contradictions(campaign)] : [])].join('\n\n');
}

function oneNotice({ name, text, plan }: Compiled, campaign: Campaign, index: number): string {
  const draft = draftFrom(plan);
  const heads = [plan.documentNumber, plan.issuingAuthority, plan.issueDate].filter((one) => one !== null).join('  ');
  const own = questionsFor({ id: name, number: plan.documentNumber, text, draft }, []);
  return [
    `■ ${plan.title ?? name}`,
    `  ${heads || '（没有文号、单位和日期）'}`,
    ...(plan.primaryRecipients.length > 0 ? [`  主送：${plan.primaryRecipients.join('、')}`] : []),
    ...own.map((question) => `  ▲ ${question.message.zh}`),
    ...draft.doubts.map((doubt) => `  ▲ ${doubtLine(doubt, text)}`),
    ...draft.lists.flatMap((list) => [
      '',
      `  ${list.title}（${list.duties.length} 项）`,
      ...list.duties.flatMap((duty) => dutyLines(duty, campaign, index)),
    ]),
    ...section(
      '地点',
      draft.places.map((place) => `${place.name}${place.checklist.length > 0 ? `  检查 ${place.checklist.length} 条` : ''}`),
    ),
    ...section(
      '巡查',
      draft.patrolRules.map((rule) => ruleLine(rule, draft)),
    ),
    ...section(
      '名单',
      draft.members.map((member) => `${member.group} ${member.role}：${member.name}${member.post ? `（${member.post}）` : ''}`),
    ),
    ...section(
      '阶段',
      draft.stages.map((stage) => `${stage.name}  ${stage.from ?? '？'} — ${stage.to ?? '？'}`),
    ),
    ...section(
      '依据',
      plan.regulations.map((title) => `《${title}》`),
    ),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `  ${title}`, ...lines.map((line) => `    ${line}`)];

function dutyLines(duty: DutyDraft, campaign: Campaign, index: number): string[] {
  const who = [duty.owners.join('、'), ...duty.leaders.map((leader) => `分管 ${leader}`)].filter((one) => one !== '').join('，');
  const what = [
    ...(duty.wordCount ? [duty.wordCount.raw] : []),
    ...(duty.photos ? [`照片${duty.photos.n}张`] : []),
    ...duty.tasks.map((task) => `${task.due ?? '未定日期'}${task.basis === 'printed' ? '' : '*'}`),
  ].join('  ');
  const repeat = campaign.repeats.find((one) => one.item[0] === index && one.item[1] === duty.key);
  return [
    `    ${duty.number}  ${duty.title}${who === '' ? '' : `  〔${who}〕`}${what === '' ? '' : `  ${what}`}`,
    ...(repeat ? [`        ＝ 第${repeat.of[0] + 1}份 ${repeat.of[1]}（相似 ${Math.round(repeat.likeness * 100)}%）`] : []),
    ...duty.doubts.map((doubt) => `        ▲ ${doubt.reason.zh}`),
  ];
}

const doubtLine = (doubt: Doubt, text: string): string =>
  `${doubt.reason.zh}：“${text
    .slice(...doubt.span)
    .replace(/\s+/g, '')
    .slice(0, 40)}”`;

function ruleLine(rule: Draft['patrolRules'][number], draft: Draft): string {
  const place = draft.places.find((one) => one.key === rule.placeKey)?.name ?? '';
  const people = rule.people === null ? '' : `每次${rule.people}人${rule.sharedBy > 1 ? `（${rule.sharedBy} 处合计）` : ''}`;
  return [place, rule.daysAWeek === null ? '' : `每周${rule.daysAWeek}天`, people, rule.leaderOnDuty ? '领导带班' : '']
    .filter((one) => one !== '')
    .join('  ');
}

function contradictions({ contradictions: found, repeats }: Campaign): string {
  return [`■ 合在一起看：重复 ${repeats.length} 项，矛盾 ${found.length} 处`, ...found.map((one) => `  ▲ ${one.zh}`)].join('\n');
}
