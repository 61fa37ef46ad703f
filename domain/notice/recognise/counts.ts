/** Numbers a duty is measured by: people to send, characters to write, photographs to take, rates to reach. */
import type { HeadCount, Measure, PhotoCount, WordCount } from '../plan.ts';
import { type Match, matchesOf, numeral, numeralPattern, type Passage } from './text.ts';

const verbs = '(?:派出|选派|派遣|派|安排|抽调|明确|指定|确定|配备|设|人数为|人数不少于|人数)';
const people = new RegExp(
  `(?:每[次组][一-龥]{0,4}?)?(${verbs}|每组|每次(?=不少于|至少))(?:至少|不少于)?(${numeralPattern})(?:(?:-|—|～|~|至)${numeralPattern})?(?:名|人|位)(?!次)(?:[一-龥“”]{0,10}?(?:人员|负责人|干部|职工|志愿者|党员|联络员))?`,
  'g',
);

/** 安排志愿者4名, 每次不少于10人 is counted above: the number behind the word. */
const behind = new RegExp(
  `(安排|派出|选派|配备)(?:志愿者|工作人员|人员|教师|党员|干部|队员|民警|劝导员)(?:不少于|至少)?(${numeralPattern})(?:名|人)`,
  'g',
);

/** 每次巡查人数2人, 派6名工作人员, 明确一名…负责人. A number of people nobody is to send is not counted. */
export function headcountsIn(passage: Passage): HeadCount[] {
  return [...matchesOf(passage, people), ...matchesOf(passage, behind)].flatMap((match) => {
    const n = numeral(match.group(2));
    const per = perOf(match.raw, match.group(1), passage.text.slice(Math.max(0, match.index - 6), match.index));
    return n === null || n < 1 ? [] : [{ raw: match.raw, n, per, span: match.span }];
  });
}

function perOf(raw: string, verb: string, before: string): 'patrol' | 'role' | 'once' {
  if (/每次|巡查|值班/.test(raw) || /次$/.test(before)) return 'patrol';
  return /明确|指定|确定|设/.test(verb) ? 'role' : 'once';
}

const characters = /(不少于|不超过|至少)?(\d{1,5})字(左右|上下|以内|以上)?/g;

/** 700字左右. Below a hundred characters it is a slogan (核心价值观24字), unless a bound says otherwise. */
export function wordCountsIn(passage: Passage): WordCount[] {
  return matchesOf(passage, characters).flatMap((match) => {
    const n = Number(match.group(2));
    const bounded = match.group(1) !== '' || match.group(3) !== '';
    return n > 0 && (bounded || n >= 100) ? [{ raw: match.raw, n, approximate: /左右|上下/.test(match.group(3)), span: match.span }] : [];
  });
}

const photoWord = '[一-龥]{0,6}(?:照片|图片|截图|样报|实景图)';
const photos = new RegExp(
  `(${numeralPattern})[张幅](?:以上(?:的)?)?((?:${photoWord})(?:(?:或者|或|、)(?:${photoWord})){0,4})(?:（([^（）]{1,60})）)?`,
  'g',
);

/** 图片不少于5张, 现场照片（5张）: the number behind the word. */
const counted = new RegExp(`(?![和及与并、])(${photoWord})[（(]?(?:不少于|至少|各)?(${numeralPattern})[张幅](?:以上)?[）)]?`, 'g');
const countedOver = new RegExp(`(?:配图|配照片|附图)(?:不少于|至少)?(${numeralPattern})[张幅]`, 'g');

/** 3张样报图片或视频截图或现场照片（每张图片需注明时间、主办单位、主题）. */
export function photosIn(passage: Passage): PhotoCount[] {
  const before = numberedPhotos(passage);
  const behind = [
    ...matchesOf(passage, counted).map((match) =>
      photoCount(match, match.group(2), [match.group(1).replace(/^(?:报送|提供|上传|附|并)/, '')]),
    ),
    ...matchesOf(passage, countedOver).map((match) => photoCount(match, match.group(1), [])),
  ].flatMap((one) => one ?? []);
  return [...before, ...behind.filter((one) => !before.some((other) => one.span[0] < other.span[1] && other.span[0] < one.span[1]))].sort(
    (a, b) => a.span[0] - b.span[0],
  );
}

function photoCount(match: Match, digits: string, kinds: string[]): PhotoCount | null {
  const n = numeral(digits);
  return n === null || n < 1 ? null : { raw: match.raw, n, kinds, captionFields: [], span: match.span };
}

function numberedPhotos(passage: Passage): PhotoCount[] {
  return matchesOf(passage, photos).flatMap((match) => {
    const n = numeral(match.group(1));
    if (n === null || n < 1) return [];
    const captions = /注明([^，。；]{1,40})/.exec(match.group(3))?.[1] ?? '';
    return [
      {
        raw: match.raw,
        n,
        kinds: match.group(2).split(/或者|或|、/),
        captionFields: captions.split(/[、和及]/).filter((field) => field !== ''),
        span: match.span,
      },
    ];
  });
}

const rates = /([一-龥]{1,4}率)(?:是否)?(?:达到|达|不低于|保持在|为)?(\d{1,3}(?:\.\d{1,2})?)[%％]/g;

/** 亮灯率是否达到99%. The metric is the word itself, without the road or the unit before it. */
export function measuresIn(passage: Passage): Measure[] {
  return matchesOf(passage, rates).map((match) => ({
    metric: match.group(1).replace(/^.*[道的县市区](?=[一-龥]{1,3}率)/, ''),
    atLeast: Number(match.group(2)),
    unit: '%',
    raw: match.raw,
    span: match.span,
  }));
}
