/**
 * The forms of the notices, and the names that may stand between {{ }} in a template of each. The names are data: the check of a template,
 * the filling and the page that explains them all read this table.
 */
import type { Words } from '../kernel/words.ts';

type Names = Readonly<Record<string, Words>>;

export interface FormTerms {
  readonly words: Words;
  /** What the paper is filled from. */
  readonly from: 'month' | 'patrol' | 'issue' | 'task' | 'unit' | 'person';
  readonly values: Names;
  /** {{#名称}} … {{/名称}}: once for each row. */
  readonly lists: Readonly<Record<string, { readonly words: Words; readonly values: Names; readonly pictures?: Names }>>;
}

const w = (zh: string, en: string): Words => ({ zh, en });
const unit: Names = { 单位: w('本单位全称', 'the unit'), 制表日期: w('今天', 'today') };
const traveller: Names = {
  ...unit,
  年份: w('今年', 'this year'),
  姓名: w('选定的人', 'the person chosen'),
  职务: w('其职务', 'their post'),
  科室: w('其科室', 'their section'),
};

export const forms = {
  roster: {
    words: w('值班表', 'Duty roster'),
    from: 'month',
    values: { ...unit, 时段: w('年月', 'the month'), 版本: w('第几版', 'the version') },
    lists: {
      班次: {
        words: w('每天每处一行', 'a row for each place on each day'),
        values: {
          日期: w('几月几日', 'the day'),
          星期: w('周几', 'the weekday'),
          地点: w('包保地点', 'the place'),
          时间: w('起止时间', 'the hours'),
          带班领导: w('姓名', 'the leader'),
          巡查人员: w('姓名', 'the patrollers'),
        },
      },
    },
  },
  patrolLog: {
    words: w('巡查日志', 'Patrol log'),
    from: 'patrol',
    values: {
      ...unit,
      日期: w('巡查日', 'the day'),
      星期: w('周几', 'the weekday'),
      地点: w('包保地点', 'the place'),
      时间: w('起止时间', 'the hours'),
      带班领导: w('姓名', 'the leader'),
      巡查人员: w('姓名', 'the patrollers'),
      检查情况: w('项数、合格、问题', 'items, fine, problems'),
      不合格项: w('不合格的检查项', 'the items that failed'),
      问题数: w('个数', 'number of problems'),
      问题小结: w('没有发现问题时也写明', 'says so where nothing was found'),
      帮助: w('劝阻、清理、摆放、宣传', 'help given'),
      说明: w('巡查人员的说明', 'the note of the patrol'),
      报送: w('何时报到何处，迟报的写明', 'when and where it was sent; says so where it was late'),
      签名: w('已签名的人和时间', 'who signed and when'),
      更正: w('第几版和更正原因，未更正的空白', 'the version and why it was amended; blank where it was not'),
    },
    lists: {
      问题: {
        words: w('每个问题一行', 'a row for each problem'),
        values: {
          序号: w('1 起', 'from 1'),
          位置: w('具体位置', 'where exactly'),
          问题: w('发现了什么', 'what was found'),
          处置: w('怎样处置', 'what was done'),
        },
      },
      照片: {
        words: w('每三张一行', 'a row for every three photos'),
        values: {
          说明一: w('第一张的说明', 'caption of the first'),
          说明二: w('第二张', 'of the second'),
          说明三: w('第三张', 'of the third'),
        },
        pictures: { 图一: w('第一张', 'the first'), 图二: w('第二张', 'the second'), 图三: w('第三张', 'the third') },
      },
    },
  },
  dutyTable: {
    words: w('责任分工表', 'Table of duties'),
    from: 'unit',
    values: unit,
    lists: {
      事项: {
        words: w('每项责任一行', 'a row for each duty'),
        values: {
          序号: w('1 起', 'from 1'),
          事项: w('责任事项', 'the duty'),
          标准: w('标准和材料要求', 'standard and materials'),
          分管领导: w('姓名', 'the leader in charge'),
          责任科室: w('科室', 'the sections'),
          完成时限: w('日期', 'due days'),
        },
      },
    },
  },
  approvalFiling: { words: w('因私出国（境）审批备案表', 'Private travel: approval form'), from: 'person', values: traveller, lists: {} },
  pledge: { words: w('因公出国（境）承诺书', 'Official travel: pledge'), from: 'person', values: traveller, lists: {} },
  guarantee: { words: w('出访团组团长保证书', 'Official travel: guarantee of the head'), from: 'person', values: traveller, lists: {} },
  tripLog: { words: w('出访日志', 'Official travel: log'), from: 'person', values: traveller, lists: {} },
  rectification: {
    words: w('整改通知书', 'Notice to rectify'),
    from: 'issue',
    values: {
      ...unit,
      编号: w('问题编号', 'number of the problem'),
      承办单位: w('由谁整改', 'who is to fix it'),
      地点: w('包保地点和位置', 'the place'),
      发现时间: w('日期和时间', 'when it was found'),
      发现人: w('姓名', 'the finder'),
      问题: w('发现了什么', 'what was found'),
      检查标准: w('对应的检查项', 'the checklist item'),
    },
    lists: {
      照片: {
        words: w('每三张一行', 'a row for every three photos'),
        values: {
          说明一: w('第一张的说明', 'caption of the first'),
          说明二: w('第二张', 'of the second'),
          说明三: w('第三张', 'of the third'),
        },
        pictures: { 图一: w('第一张', 'the first'), 图二: w('第二张', 'the second'), 图三: w('第三张', 'the third') },
      },
    },
  },
  supervision: {
    words: w('督办单', 'Supervision slip'),
    from: 'task',
    values: {
      ...unit,
      事项: w('应办事项', 'the task'),
      责任: w('所属责任事项', 'its duty'),
      责任科室: w('科室', 'the sections'),
      分管领导: w('姓名', 'the leader in charge'),
      完成时限: w('日期', 'due day'),
      逾期: w('逾期天数', 'days late'),
      依据: w('公文字号和标题', 'the notice'),
      现状: w('办理状态', 'its state'),
    },
    lists: {},
  },
} as const satisfies Readonly<Record<string, FormTerms>>;

export type FormKind = keyof typeof forms;
export const formKinds = Object.keys(forms) as FormKind[];
export const termsOf = (form: FormKind): FormTerms => forms[form];
