import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { Problem, type ProblemCode } from '#domain/kernel/problem.ts';
import { compileNotice } from '#domain/notice/compile.ts';
import { draftFrom } from '#domain/notice/draft.ts';
import { readPaper } from './paper.ts';
import { readBytes } from './read.ts';
import { bomb, docx, p, pdf, tbl } from './testing/files.ts';

const NOTICE = `清河区文化服务中心关于印发2026年文明创建任务分工的通知
清文服〔2026〕3号
各科室：
现将任务分工印发给你们，请认真贯彻落实。
一、明确责任
（一）开展志愿服务。由群众文化科负责，每月组织一次志愿服务活动，6月30日前报送总结。
（二）规范阅览秩序。由阅览科负责，每周巡查两次。
二、按时报送
综合科负责汇总，12月15日前报区文明办。
清河区文化服务中心
2026年2月10日
`;
const lines = NOTICE.trim().split('\n');

async function textOf(bytes: Buffer): Promise<string> {
  return (await readBytes(bytes)).text.trim();
}

async function refused(bytes: Buffer): Promise<ProblemCode> {
  try {
    await readPaper(bytes);
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    return error.code;
  }
  throw new Error('it was read');
}

/** What adopting would order, whatever file the words came in. */
async function orders(bytes: Buffer): Promise<unknown> {
  const plan = compileNotice(await readPaper(bytes));
  const { lists } = draftFrom(plan);
  const duties = lists.flatMap((list) =>
    list.duties.map((duty) => [duty.number, duty.text.replace(/\s/g, ''), duty.owners, duty.tasks.map((task) => task.due)]),
  );
  return { number: plan.documentNumber, date: plan.issueDate, duties };
}

test('the same notice orders the same as text in three encodings, as Word of two ages, as a web page and as a PDF', async () => {
  const expected = await orders(Buffer.from(NOTICE));
  assert.equal((expected as { duties: unknown[] }).duties.length, 3);
  const html = `<html><body><div class="nav"><a href="/">首页</a><a href="/x">政务公开</a></div><div id="content">${lines.map((line) => `<p>${line}</p>`).join('\n')}</div><script>var a='一、'</script></body></html>`;
  const files: Record<string, Buffer> = {
    bom: Buffer.from(`\uFEFF${NOTICE}`),
    utf16: Buffer.from(`\uFEFF${NOTICE}`, 'utf16le'),
    docx: docx(lines.map((line) => p(line)).join('')),
    doc: readFileSync(new URL('testing/notice.doc', import.meta.url)),
    html: Buffer.from(html),
    pdf: pdf([lines.slice(0, 6), [...lines.slice(6), '— 2 —']]),
  };
  for (const [kind, bytes] of Object.entries(files)) assert.deepEqual(await orders(bytes), expected, kind);
});

const level = (n: number, format: string, pattern: string, more = ''): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimalEnclosedCircle', '%4')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
const at = (n: number, list = 1): string => `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="${list}"/></w:numPr>`;

test('automatic numbers are written as Word shows them: levels, restarts, styles, a list that begins anew', async () => {
  const styles =
    '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>';
  const body = [
    p('总体要求', '<w:pStyle w:val="H1"/>'),
    p('目标', at(1)),
    p('原则', at(1)),
    p('先急后缓', at(2)),
    p('①的内容', at(3)),
    p('先易后难', at(2)),
    p('任务', '<w:pStyle w:val="H1b"/>'),
    p('宣传', at(1)),
    p('不编号', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ...Array.from({ length: 9 }, (_, n) => p(`第${n}项`, at(0))),
    p('另一清单', at(0, 2)),
  ].join('');
  const text = await textOf(docx(body, { numbering: NUMBERING, styles }));
  assert.deepEqual(text.split('\n').slice(0, 10), [
    '一、总体要求',
    '（一）目标',
    '（二）原则',
    '1. 先急后缓',
    '①①的内容',
    '2. 先易后难',
    '二、任务',
    '（一）宣传',
    '不编号',
    '三、第0项',
  ]);
  assert.deepEqual(text.split('\n').slice(-2), ['十一、第8项', '一、另一清单']);
});

test('tracked changes stand as accepted; hidden words, fields’ codes and fallbacks do not stand twice or at all', async () => {
  const run = (text: string, properties = ''): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const body = [
    `<w:p>${run('每周巡查')}<w:del><w:r><w:delText>两</w:delText></w:r></w:del><w:ins>${run('三')}</w:ins>${run('天')}${run('密', '<w:vanish/>')}</w:p>`,
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半句，')}</w:p><w:p>${run('后半句。')}</w:p>`,
    `<w:p><w:moveFrom>${run('旧处')}</w:moveFrom><w:moveTo>${run('新处')}</w:moveTo></w:p>`,
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}</w:p>`,
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('红头文字')}</wps:txbx></mc:Choice><mc:Fallback>${box('红头文字')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    `<w:sdt><w:sdtContent>${p('控件里的字')}</w:sdtContent></w:sdt>`,
  ].join('');
  assert.deepEqual((await textOf(docx(body))).split('\n').filter(Boolean), [
    '每周巡查三天',
    '前半句，后半句。',
    '新处',
    '7',
    '红头文字',
    '控件里的字',
  ]);
});

const HEADERS = ['序号', '工作任务', '具体要求', '责任科室', '分管领导', '完成时限'];

test('merged cells of a Word table hold for every row they cover, and each fact stands where its cell stands', async () => {
  const merged = (text: string): { text: string; is: string } => ({ text, is: '<w:vMerge w:val="restart"/>' });
  const under = { text: '', is: '<w:vMerge/>' };
  const document = await readBytes(
    docx(
      p('附件1') +
        p('任务分工表') +
        tbl([
          HEADERS,
          ['1', '志愿服务', '报送说明报告（700字左右），照片3张', merged('群众文化科'), merged('李明'), merged('6月30日')],
          ['2', '阅览秩序', '每周巡查两次', under, under, under],
          [{ text: '二、保障', is: '<w:gridSpan w:val="6"/>' }],
          ['3', '宣传', '定期更新专栏', '综合科', '王强', ''],
        ]) +
        p('清河区文化服务中心') +
        p('2026年2月10日'),
    ),
  );
  assert.equal(document.tables.length, 1);
  for (const cell of document.tables[0]!.cells) assert.ok(!document.text.slice(...cell.span).includes('\n'));
  const plan = compileNotice(document);
  const rows = draftFrom(plan).lists.flatMap((list) =>
    list.duties.map((duty) => [duty.title, duty.owners, duty.leaders, duty.tasks.map((task) => [task.due, task.basis])]),
  );
  const due = [['2026-06-30', 'printed']];
  assert.deepEqual(rows, [
    ['志愿服务', ['群众文化科'], ['李明'], due],
    ['阅览秩序', ['群众文化科'], ['李明'], due],
    ['宣传', ['综合科'], ['王强'], []],
  ]);
  const [deadline] = plan.items[1]!.deadlines;
  assert.equal(document.text.slice(...deadline!.span), '6月30日');
});

test('a table copied from a web page keeps its spans; a table that only sets out the page is text', async () => {
  const row = (...cells: string[]): string => `<tr>${cells.join('')}</tr>`;
  const td = (text: string, more = ''): string => `<td${more}>${text}</td>`;
  const html = `<html><body><!--StartFragment--><table><tr><td><p>关于分工的通知</p></td></tr></table><table>${row(...HEADERS.map((name) => td(name)))}${row(td('1'), td('志愿<br>服务'), td('每月一次'), td('办公室', ' rowspan="2"'), td('李明'), td('6月30日前'))}${row(td('2'), td('宣传'), td('更新专栏'), td('王强'), td('9月30日前'))}</table><ol start="3"><li>第三条</li><li>第四条</li></ol><!--EndFragment--></body></html>`;
  const document = await readBytes(Buffer.from(html));
  assert.equal(document.tables.length, 1);
  assert.match(document.text, /^关于分工的通知\n/);
  assert.match(document.text, /3\. 第三条\n4\. 第四条/);
  assert.deepEqual(
    compileNotice(document)
      .items.slice(0, 2)
      .map((item) => [item.text, item.owners, item.leaders]),
    [
      ['每月一次', ['办公室'], ['李明']],
      ['更新专栏', ['办公室'], ['王强']],
    ],
  );
});

test('what cannot be read is refused with its reason, and the server lives on', async () => {
  const good = docx(p('通知'));
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504)]);
  const cases: readonly (readonly [string, Buffer, ProblemCode])[] = [
    ['empty', Buffer.alloc(0), 'notice.empty'],
    ['cut off', good.subarray(0, good.length - 30), 'notice.damaged'],
    ['broken XML', docx('<w:p>'), 'notice.damaged'],
    ['another archive', Buffer.from(zipSync({ 'a.txt': strToU8('通知') })), 'notice.wrongFile'],
    ['picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'notice.wrongFile'],
    ['rich text', Buffer.from('{\\rtf1 a}'), 'notice.wrongFile'],
    ['encrypted docx', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'notice.encrypted'],
    ['another old Office file', ole, 'notice.wrongFile'],
    ['pictures in a PDF', pdf([[], []]), 'notice.pictureOnly'],
    ['a book', pdf(Array.from({ length: 81 }, () => ['一页书'])), 'notice.tooComplex'],
    ['broken PDF', Buffer.from('%PDF-1.7\nnothing'), 'notice.damaged'],
    ['a bomb that lies about its size', bomb(80), 'notice.tooComplex'],
    ['tags without end', Buffer.from(`<html><body>${'<div>'.repeat(100_000)}`), 'notice.tooComplex'],
    ['tables without end', docx('<w:tbl><w:tr><w:tc>'.repeat(400) + p('') + '</w:tc></w:tr></w:tbl>'.repeat(400)), 'notice.tooComplex'],
    [
      'an entity of its own',
      Buffer.from(
        zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w"><w:body/></w:document>') }),
      ),
      'notice.damaged',
    ],
  ];
  for (const [what, bytes, code] of cases) assert.equal(await refused(bytes), code, what);
  assert.equal((await readPaper(good)).text.trim(), '通知');
});
