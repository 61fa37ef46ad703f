/** The forms of official and private travel: made out for a person, the rest to be written by hand. */
import { paragraph } from '../word/paragraph.ts';
import { form, gap, grid, label, room, text, title, under, value } from './layout.ts';

export const approvalFilingForm = (): Buffer =>
  form('因私出国（境）审批备案表', [
    title('领导干部因私出国（境）审批备案表'),
    gap(120),
    grid(
      [
        [label('姓名'), value('{{姓名}}'), label('性别'), value(''), label('出生年月'), value('')],
        [label('单位科室'), value('{{单位}}{{科室}}', { span: 3 }), label('政治面貌'), value('')],
        [label('职务'), value('{{职务}}', { span: 3 }), label('联系电话'), value('')],
        [label('前往国家'), value('', { span: 3 }), label('事由'), value('')],
        [label('出境日期'), value('', { span: 3 }), label('回国日期'), value('')],
        [label('同行人员'), value('', { span: 3 }), label('费用来源'), value('')],
        [label('证件号码'), value('', { span: 5 })],
        [
          label('本人承诺'),
          room('以上情况属实。本人遵守外事纪律和当地法律，文明出行，不改变行程，按时回国并交还证件。', 4, {
            span: 5,
            signed: '本人（签字）：　　　　　　年　　月　　日',
          }),
        ],
        [label('科室意见'), room('', 3, { span: 5, signed: '负责人（签字）：　　　　　　年　　月　　日' })],
        [label('分管领导意见'), room('', 3, { span: 5, signed: '（签字）：　　　　　　年　　月　　日' })],
        [label('主要负责人\n意见'), room('', 4, { span: 5, signed: '（签字、盖章）：　　　　　　年　　月　　日' })],
        [
          label('证件领用'),
          value('　　年　　月　　日\n领用人：', { span: 2 }),
          label('证件交回'),
          value('　　年　　月　　日\n接收人：', { span: 2 }),
        ],
        [label('备案'), room('', 2, { span: 5, signed: '经办人（签字）：　　　　　　年　　月　　日' })],
      ],
      { columns: [18, 16, 12, 20, 16, 18], rowHeight: 440 },
    ),
  ]);

const signed = (who: string): string[] => [
  paragraph(`${who}（签字）：　　　　　　　　`, { align: 'right', right: 2, before: 400, keepNext: true }),
  paragraph('　　　　年　　月　　日', { align: 'right', right: 2, keepLines: true }),
];

export const pledgeForm = (): Buffer =>
  form('因公出国（境）承诺书', [
    title('因公出国（境）人员出访事项承诺书'),
    gap(400),
    text('本人{{姓名}}，现任{{单位}}{{职务}}，拟参加因公出国（境）团组，郑重承诺：'),
    text('一、出访任务与本人工作相符，自觉参加行前教育，遵守外事纪律和财经纪律。'),
    text('二、按批准的国家（地区）、路线、天数和日程出访，不擅自变更、延长，不绕道旅行。'),
    text('三、服从团长安排和驻外使领馆指导，公务活动时间不少于在外时间的三分之二。'),
    text('四、不公款游览娱乐，不收受礼品礼金，不出入赌场等不健康场所。'),
    text('五、遵守当地法律，尊重风俗习惯，爱护环境和公共设施，文明出行。'),
    text('六、保守国家秘密，妥善保管证件和资料，遇紧急情况及时报告。'),
    text('七、回国后按规定期限交还证件，15日内提交出访报告和出访日志。'),
    text('如有违反，愿意承担相应责任。', { keepNext: true }),
    ...signed('承诺人'),
  ]);

export const guaranteeForm = (): Buffer =>
  form('出访团组团长保证书', [
    title('因公出国（境）团组团长保证书'),
    gap(400),
    text('本人{{姓名}}，现任{{单位}}{{职务}}，担任出访团组团长，对团组负全面责任，郑重保证：'),
    text('一、把好护照关、组团关、出境关、交通关、落地关、行程关，抓好行前教育、行中引导、行后总结。'),
    text('二、因事定人、人事相符，团组成员均承担出访任务，无照顾性、考察性人员，无家属随行。'),
    text('三、选择经济合理的路线，按规定标准乘坐交通工具和安排食宿，不超标准、不摆排场。'),
    text('四、严格执行批准的日程，不擅自增加国家（地区）、延长天数、变更路线。'),
    text('五、每日清点人员和证件，及时提醒和制止不文明行为，重要情况当日报告。'),
    text('六、回国后15日内提交经本人签字、单位盖章的出访报告和出访日志，督促全体成员按期交还证件。'),
    text('如有违反，愿意承担领导责任。', { keepNext: true }),
    ...signed('团长'),
  ]);

const DAYS = 8;

export const tripLogForm = (): Buffer =>
  form('出访日志', [
    title('出　访　日　志'),
    under('{{单位}}', 'center'),
    gap(120),
    grid(
      [
        [label('团组名称'), value('', { span: 2 }), label('团长'), value('{{姓名}}')],
        [label('出访国家'), value('', { span: 2 }), label('起止日期'), value('{{年份}}年')],
      ],
      { columns: [20, 20, 20, 15, 25] },
    ),
    gap(120),
    grid(
      [
        ['日期', '城市', '公务活动和会见对象', '文明提醒和其他情况'].map((head) => label(head)),
        ...Array.from({ length: DAYS }, () => [value('\n'), value(''), value(''), value('')]),
      ],
      { columns: [14, 16, 42, 28], head: 1, rowHeight: 1000, headHeight: 480 },
    ),
    gap(120),
    paragraph('团长（签字）：　　　　　　　　　　单位（盖章）　　　　　年　　月　　日', {
      size: '小四',
      align: 'right',
      line: 460,
      keepLines: true,
    }),
  ]);
