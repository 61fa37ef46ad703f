/** Papers a duty is done on: 《…承诺书》, 审批备案表, 值班表, 巡查日志. What they hold is not said here; that they are wanted is. */
import type { Mention } from '../plan.ts';
import { matchesOf, type Passage } from './text.ts';

const kinds =
  '承诺书|保证书|责任书|审批备案表|审批表|备案表|申请表|登记表|报名表|签到表|统计表|汇总表|自查表|值班表|巡查日志|值班日志|工作日志|出访日志|台账|流程图';
/** In 《》 with its whole name, else the word with the few characters that say which one. */
const quoted = new RegExp(`《([^《》]{0,30}(?:${kinds}))》`, 'g');
const named = new RegExp(`(?:${kinds})`, 'g');
const which = /[一-龥（）]{0,8}$/;
/** What stands before a form and is not part of its name. */
const leadIn =
  /^.*(?:签订|签署|填写|填报|报送|上报|提交|建立|制定|制作|设立|完善|做好|排好|编制|印发|查看|查阅|根据|按照|每日|当天|当日|一份|相关|有关|[将把和与及或的、按由以至到])/;

/** Every form once, by its name. */
export function formsIn(passage: Passage): Mention[] {
  const whole = matchesOf(passage, quoted).map((match): Mention => ({ raw: match.group(1), span: [match.span[0] + 1, match.span[1] - 1] }));
  const others = matchesOf(passage, named)
    .filter((match) => !whole.some(({ span }) => span[0] <= match.span[0] && match.span[1] <= span[1]))
    .map((match): Mention => {
      const before = which.exec(passage.text.slice(0, match.index))?.[0] ?? '';
      const own = before.replace(leadIn, '');
      const kept = own.length <= 4 ? own : '';
      return { raw: kept + match.raw, span: [match.span[0] - kept.length, match.span[1]] };
    });
  const found = [...whole, ...others].sort((a, b) => a.span[0] - b.span[0]);
  return found.filter((form, index) => found.findIndex((other) => other.raw === form.raw) === index);
}
