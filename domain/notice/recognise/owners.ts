/** Who answers for a duty. Surface strings only: which section of the unit is meant is settled when the draft is adopted. */
import { matchesOf, type Passage, unique } from './text.ts';

const body =
  '(?:科室|科|处室|室|局|办公厅|厅|办|委员会|委|部门|部|会|院|组|中心|单位|地区|政府|公司|学校|社区|街道|乡镇|党组|党委|支部|机关|同志|人员|职工|人民政府|各地)';
const subject = `([一-龥]{0,14}(?:（[一-龥]{1,4}）)?${body})`;
const clauseStart = '(?:^|[。；：，\\n]\\s{0,4}(?:由)?)';

/** X负责…, X牵头…: at the head of a clause, whatever follows. */
const inCharge = new RegExp(`${clauseStart}${subject}(?:牵头负责|负责|牵头|承办|参与|协助)(?!的)`, 'g');
/** X要…, X根据…: the subject of a sentence. */
const obliged = new RegExp(`(?:^|[。；\\n]\\s{0,4})${subject}(?:要|应当|应|须|必须|根据|按照|按程序|以|组织开展|牢固树立)(?!求)`, 'g');
/** …由X负责, …由X、Y共同牵头: whoever stands behind 由 at the end of what is done. */
const byWhom = new RegExp(
  `由((?:[一-龥]{1,14}(?:（[一-龥]{1,4}）)?${body}[、和]){0,6}[一-龥]{0,14}(?:（[一-龥]{1,4}）)?${body})(?:于[^，。；]{2,16}前)?(?:具体|统一|共同|会同有关部门)?(?:牵头负责|负责|牵头|承办|排定|汇总|拟定|制定|统筹|组织实施|报送|上报)`,
  'g',
);
/** X每月…, X于…前…: a subject that a time follows at once. */
const timed = new RegExp(`(?:^|[。；\\n]\\s{0,4})${subject}(?:每(?=[天日周月季年半])|于(?=[\\d一二三四五六七八九十每]))`, 'g');
/** 请X于…报送, 请X组织…: asked by name. */
const asked = new RegExp(`(?:^|[。；：，\\n]\\s{0,4})请${subject}(?=[于在将按\\d一-龥])`, 'g');
/** 2019年12月底前，X完成… and 于…前，X… */
const afterDay = new RegExp(`底?前，${subject}(?:完成|要|应|组织|制定)`, 'g');
/** 督促各科室…, 安排干部职工…: those who are set to work. */
const setToWork = /(?:督促|要求|安排|派|根据)(各[一-龥]{0,2}(?:科室|单位|部门)|干部职工|工作人员|党员干部)/g;
/** Notes at the end: （X负责）（X牵头，Y配合）（责任单位：X、Y） */
const note = /[（(【[]([^（）()【】[\]]{2,120}(?:（[^（）]{1,6}）[^（）()]{0,60}){0,3})[）)】\]]/g;
const label =
  /(?:责任|牵头|承办|主办|主责|考核|配合|协办|落实|实施)(?:考核|责任)?(?:科室|单位|部门|处室|股室|主体)?[：:]\s{0,4}([^。；;（）()]{2,100})/g;
const ownerLabel =
  /(?:^|[\s。；;])(?:责任|牵头|承办|主办|主责|落实|实施)(?:科室|单位|部门|处室|股室|主体|人)[：:]\s{0,4}([^\s。；;（）()]{2,100})/g;
const leaderLabel = /(?:分管|责任|牵头|包保|带班|包抓|挂点)领导[：:]\s{0,4}([^\s。；;，,（）()]{2,40})/g;
const noteVerb = /(?:分别)?(?:牵头负责|牵头|负责|指导|配合|参与|按职责分工负责)$/;

const nobody =
  /^(?:有关|相关|其他|各有关|上级)|(?:现象|工作|社会|机会|问题|制度)$|社会|^(?:机关组织|协会|委员会|办公室|部门|单位|人员|同志|组|会|部|办|委|科)$/;

/** Owners in the text of an item, in the order found and each once. */
export function ownersIn(passage: Passage): string[] {
  const subjects = [inCharge, obliged, timed, asked, afterDay].flatMap((pattern) =>
    matchesOf(passage, pattern).map((match) => match.group(1)),
  );
  const charged = matchesOf(passage, byWhom).flatMap((match) => splitBodies(match.group(1)));
  const set = matchesOf(passage, setToWork).map((match) => match.group(1));
  const whole = /^(?:机关|全办同志|各科室)(?=组织|要|参与)|。(机关)(?=组织)/.exec(passage.text);
  const opening = whole === null ? [] : [whole[1] ?? whole[0]];
  const named = unique([...charged, ...inNotes(passage)]).filter(
    (owner) => owner.length >= 2 && (owner === '办公室' || !nobody.test(owner)),
  );
  const told = [...opening, ...subjects.map(withoutLeadIn), ...set].filter((owner) => owner.length >= 2 && !nobody.test(owner));
  return unique([...told, ...named]);
}

function withoutLeadIn(name: string): string {
  return name.replace(/^(?:由|请|并由|其中|同时|督促|安排|派|鼓励|支持|引导|指导)|会同.*$/g, '').replace(/^.{2,}由(?=[一-龥]{2})/, '');
}

/** Owners named in a note at the end of a passage, the surest sign of an order. */
export function inNotes(passage: Passage): string[] {
  return matchesOf(passage, note)
    .flatMap((match) => {
      const words = match.group(1);
      const labels = [...words.matchAll(label)];
      // Who only helps is no owner where the one who answers is named beside it.
      const answering = labels.filter((found) => !/^(?:配合|协办)/.test(found[0]));
      const labelled = (answering.length > 0 ? answering : labels).flatMap((found) => splitBodies(found[1] ?? ''));
      if (labelled.length > 0) return labelled;
      return words.split(/[，,；;]/).flatMap((clause) => (noteVerb.test(clause) ? splitBodies(clause.replace(noteVerb, '')) : []));
    })
    .concat(lineLabels(passage));
}

/** 责任科室：甲科、乙科 as a line or a sentence of its own, without brackets. */
function lineLabels(passage: Passage): string[] {
  return matchesOf(passage, ownerLabel).flatMap((match) => splitBodies(match.group(1)));
}

/** 甲局、乙办和丙科: names of a list; 等 and 会同 fall away. 和 parts two bodies only behind the end of one (工业和信息化部 is one). */
export function splitBodies(words: string): string[] {
  return words
    .split(/[、，,；;\s]|会同|(?<=[局办部委会科室厅府院位门司区])[和及](?=[一-龥]{2})|(?:牵头|配合)[：:]/)
    .map((name) => name.replace(/^由|(?:等(?:部门|单位)?|牵头|配合|负责|按职责分工|有关部门)$/g, '').trim())
    .filter((name) => name !== '');
}

const leaders =
  /(?:单位)?主要领导(?!兼任|为组长)|(?:各科室)?分管领导(?!下)|主要负责人|“一把手”|党组书记|班子成员|带班领导|办领导|局领导|团长(?=负责|签)|(?<=明确一名|指定一名|确定一名)[“”一-龥]{2,14}负责人/g;

/** Leaders by their office (分管领导, “一把手”), or by name where a label gives it. */
export function leadersIn(passage: Passage): string[] {
  const named = matchesOf(passage, leaderLabel).flatMap((match) => splitBodies(match.group(1)));
  return named.length > 0 ? unique(named) : unique(matchesOf(passage, leaders).map((match) => match.raw));
}
