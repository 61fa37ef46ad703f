/** Where findings and papers go: 反馈到甲社区和乙办公室, 报丙办, and through which group: “…”QQ群. */
import type { Mention } from '../plan.ts';
import { matchesOf, type Passage } from './text.ts';

const verb = /(?:上报|报送|反馈|报告|汇总|提交|报)(?:到|至|给)?([一-龥]{2,40})/g;
const receiver =
  /^[一-龥]{0,18}?(?:办公室|办公厅|社区居委会|社区|领导小组|创城办|文明办|科|局|部门|委员会|指挥部|人民政府)(?=$|[和及与、上存备审材统汇]|进行)/;

/** The bodies named right after a word of reporting; a word of reporting without a body names nobody. */
export function receiversIn(passage: Passage): Mention[] {
  return matchesOf(passage, verb).flatMap((match) => {
    const words = match.group(1);
    return receiversAt(words, match.span[1] - words.length);
  });
}

function receiversAt(words: string, start: number): Mention[] {
  const first = receiver.exec(words)?.[0];
  if (first === undefined || first.length < 2) return [];
  const mention: Mention = { raw: first, span: [start, start + first.length] };
  const rest = words.slice(first.length);
  const joint = /^[和及与]/.test(rest) ? receiversAt(rest.slice(1), start + first.length + 1) : [];
  return [mention, ...joint];
}

const channel = /“[^”\n]{1,30}”(?:QQ|微信|钉钉)(?:工作)?(?:群|公众号)|(?:QQ|微信|钉钉)(?:工作)?群/g;

export function channelsIn(passage: Passage): Mention[] {
  return matchesOf(passage, channel).map((match) => ({ raw: match.raw, span: match.span }));
}
