/** The forms that are filled from records of the house: roster, log, table of duties, notice to rectify, supervision slip. */
import { paragraph } from '../word/paragraph.ts';
import { form, gap, grid, label, pictured, repeated, room, text, title, under, value } from './layout.ts';

export const rosterForm = (): Buffer =>
  form('值班表', [
    title('{{单位}}'),
    title('{{时段}}创城巡查值班表'),
    under('{{版本}}'),
    grid(
      [
        ['日期', '星期', '地点', '时间', '带班领导', '巡查人员'].map((head) => label(head, '五号')),
        repeated('班次', ['{{日期}}', '{{星期}}', '{{地点}}', '{{时间}}', '{{带班领导}}', '{{巡查人员}}'], '五号', [0, 1, 3, 4]),
      ],
      { columns: [13, 6.2, 37, 14.8, 10.9, 18.1], head: 1, rowHeight: 340 },
    ),
  ]);

const photoRow = [
  pictured('{{#照片}}{{图一}}', '{{说明一}}'),
  pictured('{{图二}}', '{{说明二}}'),
  pictured('{{图三}}', '{{说明三}}{{/照片}}'),
];

export const patrolLogForm = (): Buffer =>
  form('巡查日志', [
    title('文明城市创建巡查日志'),
    under('{{单位}}{{更正}}', 'center'),
    gap(120),
    grid(
      [
        [label('日期'), value('{{日期}} {{星期}}'), label('时间'), value('{{时间}}')],
        [label('地点'), value('{{地点}}', { span: 3 })],
        [label('带班领导'), value('{{带班领导}}'), label('巡查人员'), value('{{巡查人员}}')],
        [label('检查情况'), value('{{检查情况}}', { span: 3 })],
        [label('不合格项'), value('{{不合格项}}', { span: 3 })],
        [label('文明劝导'), value('{{帮助}}', { span: 3 })],
        [label('说明'), value('{{说明}}', { span: 3 })],
      ],
      { columns: [15, 35, 15, 35], rowHeight: 440 },
    ),
    paragraph('{{问题小结}}', { size: '小四', font: '黑体', align: 'left', line: 460, keepNext: true }),
    grid(
      [
        ['序号', '位置', '问题', '处置'].map((head) => label(head)),
        repeated('问题', ['{{序号}}', '{{位置}}', '{{问题}}', '{{处置}}'], '小四', [0]),
      ],
      {
        columns: [8, 24, 42, 26],
        head: 1,
        rowHeight: 440,
      },
    ),
    gap(120),
    grid([photoRow], { columns: [1, 1, 1], borders: 'none' }),
    gap(120),
    paragraph('签名：{{签名}}', { size: '小四', align: 'left', line: 400, keepLines: true }),
    paragraph('报送：{{报送}}', { size: '小四', align: 'left', line: 400, keepLines: true }),
  ]);

export const dutyTableForm = (): Buffer =>
  form('责任分工表', [
    title('{{单位}}'),
    title('文明城市创建工作责任分工表'),
    under('{{制表日期}}'),
    grid(
      [
        ['序号', '责任事项', '标准和材料要求', '分管领导', '责任科室', '完成时限'].map((head) => label(head, '五号')),
        repeated('事项', ['{{序号}}', '{{事项}}', '{{标准}}', '{{分管领导}}', '{{责任科室}}', '{{完成时限}}'], '五号', [0, 3, 4, 5]),
      ],
      { columns: [6.5, 31, 23, 12, 13.5, 14], head: 1, rowHeight: 360 },
    ),
  ]);

export const rectificationForm = (): Buffer =>
  form('整改通知书', [
    title('整 改 通 知 书'),
    under('编号：{{编号}}'),
    gap(),
    paragraph('{{承办单位}}：', { align: 'left' }),
    text('{{发现时间}}，我单位在文明城市创建巡查中发现下列问题，请你单位抓紧整改。'),
    grid(
      [
        [label('地点'), value('{{地点}}')],
        [label('问题'), value('{{问题}}')],
        [label('检查标准'), value('{{检查标准}}')],
        [label('发现人'), value('{{发现人}}')],
      ],
      { columns: [18, 82] },
    ),
    gap(120),
    grid([photoRow], { columns: [1, 1, 1], borders: 'none' }),
    text('请于　　　　年　　月　　日前整改到位，并将整改情况和整改后的照片反馈我单位。', { keepNext: true }),
    paragraph('{{单位}}', { align: 'right', right: 2, before: 400, keepNext: true }),
    paragraph('{{制表日期}}', { align: 'right', right: 4, keepLines: true }),
    gap(),
    grid([[label('整改情况'), room('', 4, { signed: '负责人（签字）：　　　　　　　　　　年　　月　　日' })]], { columns: [18, 82] }),
  ]);

export const supervisionForm = (): Buffer =>
  form('督办单', [
    title('督　办　单'),
    under('{{单位}}　　{{制表日期}}', 'center'),
    gap(120),
    grid(
      [
        [label('督办事项'), value('{{事项}}', { span: 3 })],
        [label('责任事项'), value('{{责任}}', { span: 3 })],
        [label('依据'), value('{{依据}}', { span: 3 })],
        [label('责任科室'), value('{{责任科室}}'), label('分管领导'), value('{{分管领导}}')],
        [label('完成时限'), value('{{完成时限}}'), label('逾期'), value('{{逾期}}')],
        [label('现状'), value('{{现状}}', { span: 3 })],
        [
          label('督办要求'),
          room('请于　　　　年　　月　　日前办结，并书面反馈办理结果。', 4, {
            span: 3,
            signed: '督办人（签字）：　　　　　　　年　　月　　日',
          }),
        ],
        [label('签收'), room('', 2, { span: 3, signed: '签收人（签字）：　　　　　　　年　　月　　日' })],
        [label('办理结果'), room('', 6, { span: 3, signed: '责任科室负责人（签字）：　　　　　　　年　　月　　日' })],
        [label('领导意见'), room('', 4, { span: 3, signed: '分管领导（签字）：　　　　　　　年　　月　　日' })],
      ],
      { columns: [16, 34, 16, 34] },
    ),
  ]);
