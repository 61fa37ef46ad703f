/** The documents of the samples: one of each kind, with every part that it can have. */
import type { z } from 'zod';
import type { DispatchText } from '#domain/dispatch/dispatch.model.ts';
import type { DispatchKind } from '#domain/dispatch/dispatch.states.ts';

type Text = z.input<typeof DispatchText>;

const notification = `为做好文明城市创建迎检工作，切实解决街面和网格中的突出问题，根据市文明城市创建工作办公室的统一部署，现就有关事项通知如下。
一、提高认识，压实责任
各科室要充分认识文明城市创建工作的重要意义，把“集中抓”转变为“天天抓”，把责任落到岗位、落到人头。
（一）落实包保责任。包保网格和包保路段由分管领导带班巡查，每周巡查三天，每次2人。
1.巡查人员着志愿服务服装，佩戴工作证，携带巡查手册。
（1）发现问题当场拍照、当场处置。
（2）无法当场处置的，当天联系对口部门并盯到办结。
2.当天将巡查日志报市文明城市创建工作办公室，没有发现问题的也要报。
（二）抓好问题整改。对排查出的问题逐项登记、逐项整改、逐项核查、逐项销号。
二、强化督查，严格时限
综合科按月通报各科室完成情况，对进展迟缓的事项及时提醒、跟踪到底；两次提醒仍未办结的，下发督办单。
三、及时反馈，形成闭环
请各科室在规定时限内将落实情况书面报综合科，做到有安排有督查、有结果有反馈。`;

const report = `按照市文明城市创建工作办公室部署，我中心坚持把文明城市创建作为一项重要工作来抓，现将有关情况报告如下。
一、工作开展情况
（一）加强组织领导。成立领导小组，主要负责人任组长，分管领导任副组长，各科室负责人为成员，办公室设在综合科。
（二）落实巡查制度。实行分管领导带班制度，包保网格和包保路段每周巡查三天，巡查日志当天报送。
（三）抓实问题整改。对发现的问题分类处置，能当场解决的当场解决，属于部门职责的主动协调，一时解决不了的及时上报。
二、存在的问题
个别路段非机动车停放反复，部分路灯维修周期较长，需进一步加强与职能部门的协调联动。
三、下一步打算
加密重点时段巡查，完善问题台账和销号制度，定期开展回头看，巩固整改成果。
特此报告。`;

export const sampleDispatches = (today: string): readonly { readonly kind: DispatchKind; readonly text: Text }[] => {
  const year = today.slice(0, 4);
  const number = (n: number): string => `澜文旅〔${year}〕${n}号`;
  return [
    {
      kind: 'notification',
      text: {
        number: number(15),
        title: `关于做好${year}年第四季度文明城市创建迎检工作的通知`,
        recipients: '各科室',
        body: notification,
        annexes: [
          {
            title: '迎检工作任务分解表',
            text: '一、材料组\n由综合科牵头，负责整理网上申报材料，核对说明报告字数和照片说明。\n二、现场组\n由公共服务科牵头，负责包保网格和包保路段现场迎检。',
          },
          { title: '包保网格和包保路段联系人名单', text: '榆荫里社区：姜禾苗\n听泉路：石磊' },
        ],
        copies: '澜川市文明城市创建工作办公室，榆荫里社区',
        day: today,
      },
    },
    {
      kind: 'report',
      text: {
        number: number(16),
        signatory: '沈知远',
        title: '关于文明城市创建工作进展情况的报告',
        recipients: '澜川市文明城市创建工作办公室',
        body: report,
        day: today,
        sealed: false,
      },
    },
    {
      kind: 'letter',
      text: {
        number: `澜文旅函〔${year}〕17号`,
        title: '关于商请协助维修听泉路路灯的函',
        recipients: '澜川市路灯管理所',
        body: '我中心在听泉路（文昌街至北湖大道）东侧巡查中发现，部分路灯不亮，影响群众夜间出行。经与社区核实，故障集中在文昌街口至听泉广场一段。\n现商请贵所尽快安排检修，并将检修结果函告我中心。\n专此函达，请予支持。',
        copies: '澜川市文明城市创建工作办公室',
        day: today,
      },
    },
    {
      kind: 'minutes',
      text: {
        number: `第${Number(today.slice(5, 7))}期`,
        title: '文明城市创建工作例会纪要',
        body: '主任沈知远主持召开文明城市创建工作例会，听取各科室进展情况汇报，研究部署下一步工作。现纪要如下。\n一、会议听取了综合科关于巡查和问题整改情况的汇报。会议认为，巡查制度落实较好，问题发现及时，但个别问题整改周期偏长。\n二、会议要求，对上报满一周仍未办结的问题，由分管领导带队到职能部门当面协调。\n三、会议明确，第四季度申报材料由各科室起草、综合科审核、分管领导审定，逾期未报的在下次例会上说明原因。',
        attendance: '出席：沈知远、许慕清、陆云舟、江若宁、秦怀瑾、温晴、顾念、苏禾、程予安、韩松、叶知秋、方晓\n请假：高朗\n记录：白露',
        copies: '各科室',
        day: today,
      },
    },
  ];
};
