/** The notice compiler: how much of what a careful clerk would extract it extracts, and how its time grows with the length. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileNotice } from '#domain/notice/compile.ts';
import { decodeNotice } from '#domain/notice/decode.ts';

const NOTICES = new URL('../../../shared/notices/', import.meta.url);
/** In bytes of UTF-8, as a file would be. */
const SIZES = [10_000, 100_000, 1_000_000] as const;

interface Speed {
  readonly text: string;
  readonly bytes: number;
  readonly cpuMs: number;
}

export async function bench(json: boolean): Promise<void> {
  const score = scoreTable();
  const doubts = countDoubts();
  const speeds = [...shapes()].flatMap(([name, make]) => SIZES.map((size) => measure(name, make(size))));
  if (json) {
    console.log(JSON.stringify({ score, doubts, speeds }));
    return;
  }
  console.log(score ?? 'The notices with gold annotations are not beside this checkout; only the speed is measured.');
  for (const [name, { items, doubts: n }] of Object.entries(doubts)) console.log(`${name.padEnd(40)} ${items} items, ${n} doubts`);
  console.log('\ntext                           bytes   CPU ms   × for 10 × the length');
  for (const [index, { text, bytes, cpuMs }] of speeds.entries()) {
    const shorter = speeds[index - 1];
    const ratio = shorter?.text === text ? (cpuMs / shorter.cpuMs).toFixed(1) : '';
    console.log(`${text.padEnd(25)} ${String(bytes).padStart(10)} ${cpuMs.toFixed(0).padStart(8)}   ${ratio}`);
  }
}

function scoreTable(): string | null {
  const scorer = fileURLToPath(new URL('score.mjs', NOTICES));
  if (!existsSync(scorer)) return null;
  const compile = `${process.execPath} ${fileURLToPath(new URL('../compile.ts', import.meta.url))} . {} --json`;
  const { stdout, stderr } = spawnSync(process.execPath, [scorer, '--compile', compile, fileURLToPath(NOTICES)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout || stderr;
}

function countDoubts(): Record<string, { items: number; doubts: number }> {
  if (!existsSync(NOTICES)) return {};
  const files = readdirSync(NOTICES).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(
    files.map((name) => {
      const plan = compileNotice(decodeNotice(readFileSync(new URL(name, NOTICES))).text);
      return [name, { items: plan.items.length, doubts: plan.doubts?.length ?? 0 }];
    }),
  );
}

/** Texts of a given length: one like a notice, and some that nobody would send unless to make a reader stumble. */
function shapes(): Map<string, (size: number) => string> {
  const repeated = (unit: (n: number) => string) => (size: number) => {
    const units: string[] = [];
    let bytes = 0;
    for (let n = 1; bytes < size; n++) {
      const next = unit(n);
      units.push(next);
      bytes += Buffer.byteLength(next);
    }
    return units.join('');
  };
  return new Map([
    [
      'like a notice',
      repeated(
        (n) =>
          `（${'一二三四五六七八九十'[n % 10]}）做好第${n}项工作。由宣传科负责，每月巡查${(n % 5) + 1}次，每次巡查人数2人，于${(n % 12) + 1}月${(n % 28) + 1}日前报送说明报告（${n % 900}00字左右）和照片3张（每张注明时间、主题）。\n`,
      ),
    ],
    [
      'a table, one cell a line',
      repeated((n) => (n === 1 ? '序号\n工作内容\n责任科室\n完成时限\n' : `${n - 1}\n第${n}项工作\n宣传科\n6月30日\n`)),
    ],
    ['one line', repeated((n) => `宣传科负责第${n}项，`)],
    ['digits', repeated(() => '1234567890')],
    ['brackets', repeated(() => '（')],
    ['commas', repeated(() => '、')],
    ['dates', repeated(() => '年月日')],
    ['tabs', repeated(() => 'a\tb\tc\td\n')],
    ['names', repeated(() => '组　长：\n王　强\n')],
    ['one character', repeated(() => '科')],
  ]);
}

function measure(name: string, text: string): Speed {
  const before = process.cpuUsage();
  compileNotice(text);
  const { user, system } = process.cpuUsage(before);
  return { text: name, bytes: Buffer.byteLength(text), cpuMs: (user + system) / 1000 };
}
