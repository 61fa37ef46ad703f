/** What each line of the history says, in both languages. The words of workflow acts come from their tables. */
import { absenceWorkflow } from './absence/absence.rules.ts';
import { dispatchWorkflow } from './dispatch/dispatch.rules.ts';
import { taskWorkflow } from './duty/duty.rules.ts';
import { issueWorkflow } from './issue/issue.rules.ts';
import type { ActRule, Subject, Workflow } from './kernel/act.ts';
import type { Words } from './kernel/words.ts';
import { channelWorkflow } from './message/channel.rules.ts';
import { messageWorkflow } from './message/message.rules.ts';
import { noticeWorkflow } from './notice/notice.rules.ts';
import { logWorkflow } from './patrol/log.rules.ts';
import { patrolWorkflow } from './patrol/patrol.rules.ts';
import { presenceWorkflow } from './presence/presence.rules.ts';
import { rosterWorkflow } from './roster/roster.rules.ts';
import { summaryWorkflow } from './summary/summary.rules.ts';
import { swapWorkflow } from './swap/swap.rules.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tables differ in their records, their words do not
export const workflows: readonly Workflow<any, any>[] = [
  noticeWorkflow,
  taskWorkflow,
  absenceWorkflow,
  rosterWorkflow,
  swapWorkflow,
  patrolWorkflow,
  logWorkflow,
  presenceWorkflow,
  issueWorkflow,
  messageWorkflow,
  channelWorkflow,
  summaryWorkflow,
  dispatchWorkflow,
];

const beginnings: Record<string, Words> = {
  'notice.imported': { zh: '导入公文', en: 'imported the notice' },
  'issue.completed': { zh: '各部分均已办结', en: 'ended with its last part' },
  'issue.reported': { zh: '记录问题', en: 'reported the problem' },
  'photo.withdrawn': { zh: '放弃一张未上传的照片', en: 'gave up a photo that had not arrived' },
  'patrol.planned': { zh: '排定巡查', en: 'planned the patrol' },
  'patrol.opened': { zh: '发起临时巡查', en: 'opened a patrol' },
  'patrol.crewChanged': { zh: '调整当班人员', en: 'changed the people on duty' },
  'patrol.cancelled': { zh: '取消巡查', en: 'cancelled the patrol' },
  'patrol.trackKept': { zh: '保存本次轨迹', en: 'kept the track of this patrol' },
  'patrol.trackDropped': { zh: '删除本次轨迹', en: 'deleted the track of this patrol' },
  'absence.recorded': { zh: '登记请假出差', en: 'recorded the absence' },
  'swap.asked': { zh: '请人换班', en: 'asked for a swap' },
  'roster.made': { zh: '生成值班表', en: 'made the roster' },
  'duty.created': { zh: '由公文生成', en: 'came out of the notice' },
  'task.created': { zh: '由公文生成', en: 'came out of the notice' },
  'duty.amended': { zh: '按修订公文更改', en: 'was changed by the amended notice' },
  'duty.joined': { zh: '并入另一公文的相同要求', en: 'was ordered by another notice too' },
  'duty.ended': { zh: '修订公文不再要求，终止', en: 'ended: the amended notice orders it no longer' },
  'task.amended': { zh: '按修订公文更改', en: 'was changed by the amended notice' },
  'place.created': { zh: '由公文生成', en: 'came out of the notice' },
  'place.ruleSet': { zh: '调整巡查规则', en: 'changed the patrol rule' },
  'place.ruleEnded': { zh: '修订公文不再要求巡查', en: 'ended the patrols: the amended notice orders none here' },
  'place.pointTypeSet': { zh: '选择点位类型', en: 'chose the point type' },
  'unit.pointTypeAmended': { zh: '修改点位类型', en: 'changed a point type' },
  'place.centreSet': { zh: '设置地点位置', en: 'set where the place is' },
  'place.codeRenewed': { zh: '更换签到码', en: 'renewed the check-in code' },
  'place.checklistSet': { zh: '更新检查表', en: 'renewed the checklist' },
  'person.added': { zh: '新增人员', en: 'added the person' },
  'person.assigned': { zh: '调整职务', en: 'changed the posts' },
  'person.accountGiven': { zh: '开通账号', en: 'gave an account' },
  'person.calendarLinked': { zh: '生成日历订阅链接', en: 'made a calendar link' },
  'person.calendarUnlinked': { zh: '停用日历订阅链接', en: 'ended the calendar link' },
  'person.mailSet': { zh: '设置邮箱', en: 'set the mail address' },
  'channel.added': { zh: '新增消息渠道', en: 'set up the channel' },
  'unit.tellsSet': { zh: '调整通知规则', en: 'changed who is told what' },
  'unit.created': { zh: '建立单位', en: 'set up the unit' },
  'unit.partnerAdded': { zh: '新增协作单位', en: 'added a partner' },
  'unit.dutyTermsSet': { zh: '调整值班约定', en: 'changed the terms of duty' },
  'unit.calendarSet': { zh: '更正工作日历', en: 'corrected the working calendar' },
  'summary.drafted': { zh: '起草总结', en: 'drafted the summary' },
  'dispatch.drafted': { zh: '起草公文', en: 'drafted the document' },
  'form.replaced': { zh: '换用本单位模板', en: 'put an own template in place' },
  'form.restored': { zh: '恢复默认模板', en: 'went back to the form of the house' },
  'section.added': { zh: '新增科室', en: 'added the section' },
};

const pastWords = new Map<string, Words>(Object.entries(beginnings));
for (const workflow of workflows) {
  for (const rule of Object.values<Pick<ActRule<Subject, never>, 'past' | 'pastWords'>>(workflow.acts))
    pastWords.set(`${workflow.kind}.${rule.past}`, rule.pastWords);
}

/** '核查通过' for 'issue.verified'; the bare name for a fact of a later version. */
export function factWords(name: string): Words {
  return pastWords.get(name) ?? { zh: name, en: name };
}
