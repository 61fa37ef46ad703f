/**
 * The automatic numbers of a Word document, as Word shows them: 一、 （二） 3. ①. Counted paragraph by paragraph
 * (ECMA-376 part 1, 17.9: abstract definitions, instances with overrides, levels, restarts).
 */
import { childNamed, type Element, elementsOf, isOn, valOf } from './xml.ts';

export interface Numbering {
  /** The number in front of the next paragraph of this list and level, '' for a bullet or none. Counts on. */
  next(numId: string, level: number): string;
  /** The level a paragraph style belongs to in a list, where the list says so. */
  levelOfStyle(numId: string, styleId: string): number | undefined;
}

interface Level {
  readonly format: string;
  readonly pattern: string;
  readonly start: number;
  readonly isLegal: boolean;
  readonly styleId: string | undefined;
  /** Counting starts anew after a paragraph of a level above; some lists count through. */
  readonly restarts: boolean;
}

interface List {
  /** Instances of one definition count together. */
  readonly counter: string;
  readonly levels: readonly (Level | undefined)[];
  readonly startOverrides: ReadonlyMap<number, number>;
}

export function readNumbering(root: Element | undefined): Numbering {
  const lists = listsOf(childNamed(root, 'numbering'));
  const counters = new Map<string, (number | undefined)[]>();
  const overridden = new Set<string>();
  return {
    next(numId, level) {
      const list = lists.get(numId);
      const shown = list?.levels[level];
      if (!list || !shown) return '';
      const counts = counters.get(list.counter) ?? [];
      counters.set(list.counter, counts);
      const override = list.startOverrides.get(level);
      if (override !== undefined && !overridden.has(`${numId}/${level}`)) {
        overridden.add(`${numId}/${level}`);
        counts[level] = undefined;
      }
      counts[level] = counts[level] === undefined ? (override ?? shown.start) : counts[level] + 1;
      for (let below = level + 1; below < 9; below++) if (list.levels[below]?.restarts !== false) counts[below] = undefined;
      return labelOf(list, level, counts);
    },
    levelOfStyle(numId, styleId) {
      const found = lists.get(numId)?.levels.findIndex((level) => level?.styleId === styleId);
      return found === undefined || found < 0 ? undefined : found;
    },
  };
}

function listsOf(root: Element | undefined): Map<string, List> {
  const definitions = new Map<string, readonly (Level | undefined)[]>();
  const linked = new Map<string, string>();
  const instances: Element[] = [];
  for (const element of root ? elementsOf(root) : []) {
    if (element.name === 'abstractNum') {
      const id = element.attributes.abstractNumId ?? '';
      definitions.set(id, levelsOf(element));
      const style = valOf(element, 'styleLink');
      if (style) linked.set(style, id);
    } else if (element.name === 'num') instances.push(element);
  }
  for (const element of root ? elementsOf(root) : []) {
    const target = element.name === 'abstractNum' ? linked.get(valOf(element, 'numStyleLink') ?? '') : undefined;
    if (target !== undefined) definitions.set(element.attributes.abstractNumId ?? '', definitions.get(target) ?? []);
  }
  return new Map(instances.map((instance) => [instance.attributes.numId ?? '', listOf(instance, definitions)]));
}

function listOf(instance: Element, definitions: ReadonlyMap<string, readonly (Level | undefined)[]>): List {
  const counter = valOf(instance, 'abstractNumId') ?? '';
  const levels = [...(definitions.get(counter) ?? [])];
  const startOverrides = new Map<number, number>();
  for (const override of elementsOf(instance).filter((element) => element.name === 'lvlOverride')) {
    const level = Number(override.attributes.ilvl ?? 0);
    const own = childNamed(override, 'lvl');
    if (own) levels[level] = levelOf(own);
    const start = valOf(override, 'startOverride');
    if (start !== undefined) startOverrides.set(level, Number(start));
  }
  return { counter, levels, startOverrides };
}

function levelsOf(definition: Element): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const element of elementsOf(definition)) if (element.name === 'lvl') levels[Number(element.attributes.ilvl ?? 0)] = levelOf(element);
  return levels;
}

function levelOf(element: Element): Level {
  // Word writes its newer formats (custom) inside an alternative; the plain one beside it is what old programs show.
  const format = valOf(element, 'numFmt') ?? valOf(childNamed(childNamed(element, 'mc:AlternateContent'), 'mc:Fallback'), 'numFmt');
  return {
    format: format ?? 'decimal',
    pattern: valOf(element, 'lvlText') ?? '',
    start: Number(valOf(element, 'start') ?? 1),
    isLegal: isOn(element, 'isLgl'),
    styleId: valOf(element, 'pStyle'),
    restarts: valOf(element, 'lvlRestart') !== '0',
  };
}

function labelOf(list: List, level: number, counts: readonly (number | undefined)[]): string {
  const shown = list.levels[level]!;
  if (shown.format === 'bullet' || shown.format === 'none') return '';
  const label = shown.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const of = list.levels[at];
    return formatted(counts[at] ?? of?.start ?? 1, shown.isLegal && at !== level ? 'decimal' : (of?.format ?? 'decimal'));
  });
  // 1. and the words after it are parted, so that 1.2018年 is not read as one number.
  return /[.\w]$/.test(label) ? `${label} ` : label;
}

/** ST_NumberFormat (ECMA-376 part 1, 17.18.59), those that offices use; any other as Arabic digits. */
function formatted(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return chinese(n, '零一二三四五六七八九', '十百千');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chinese(n, '零壹贰叁肆伍陆柒捌玖', '拾佰仟');
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? String(n);
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[n - 1] ?? String(n);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x245f + n) : String(n);
    case 'decimalEnclosedParen':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x2473 + n) : `(${n})`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(n).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'upperLetter':
      return letters(n);
    case 'lowerLetter':
      return letters(n).toLowerCase();
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    default:
      return String(n);
  }
}

/** 11 → 十一, 20 → 二十, 105 → 一百零五. */
function chinese(n: number, digits: string, units: string): string {
  if (n <= 0 || n >= 10_000) return String(n);
  let words = '';
  for (const [index, digit] of [...String(n)].entries()) {
    const place = String(n).length - index - 1;
    if (digit !== '0') words += digits[Number(digit)]! + (place > 0 ? units[place - 1]! : '');
    else if (words !== '' && !words.endsWith(digits[0]!)) words += digits[0]!;
  }
  words = words.replace(new RegExp(`${digits[0]}$`), '');
  return n >= 10 && n < 20 ? words.slice(1) : words;
}

/** a … z, aa, bb, as Word counts. */
const letters = (n: number): string => String.fromCodePoint(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);

function roman(n: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = n;
  return steps
    .map(([value, sign]) => {
      const times = Math.floor(left / value);
      left -= times * value;
      return sign.repeat(times);
    })
    .join('');
}
