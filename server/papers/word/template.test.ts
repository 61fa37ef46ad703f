import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { termsOf } from '#domain/form/forms.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { bomb, docx, p, tbl } from '../read/testing/files.ts';
import { checkTemplate, cleanTemplate, fillTemplate } from './template.ts';

const terms = termsOf('roster');
const clean = (body: string) => cleanTemplate(docx(body));
const faultsOf = (body: string) => checkTemplate(clean(body), terms);
const bodyOf = (file: Buffer) => strFromU8(unzipSync(file)['word/document.xml']!);
/** The words of each paragraph. */
const wordsOf = (file: Buffer) =>
  [...bodyOf(file).matchAll(/<w:p\/>|<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(([all, words]) => (all === '<w:br/>' ? '\n' : words)).join(''),
  );
const runs = (...texts: string[]) => `<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('')}</w:p>`;
const row = (day: string, place: string) => ({ 日期: day, 星期: '周一', 地点: place, 时间: '', 带班领导: '', 巡查人员: '' });
const values = (rows: ReturnType<typeof row>[] = []) => ({
  values: { 单位: '某中心', 时段: '2026年5月', 版本: '', 制表日期: '' },
  lists: { 班次: rows },
});
const coded = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;

describe('filling a template', () => {
  it('a name that Word cut into runs is found, and what stands around it keeps its look', () => {
    const filled = fillTemplate(clean(runs('甲{', '{单', '位}', '}乙')), values());
    assert.deepEqual(wordsOf(filled), ['甲某中心乙']);
    assert.equal(bodyOf(filled).match(/<w:b\/>/g)!.length, 4);
  });

  it('a row of a table is repeated, with its marks in different cells', () => {
    const filled = fillTemplate(
      clean(
        tbl([
          ['日期', '地点'],
          ['{{#班次}}{{日期}}', '{{地点}}{{/班次}}'],
        ]),
      ),
      values([row('1日', '甲'), row('2日', '乙')]),
    );
    assert.deepEqual(wordsOf(filled), ['日期', '地点', '1日', '甲', '2日', '乙']);
  });

  it('paragraphs between two marks are repeated, the marks leave no blank line', () => {
    const filled = fillTemplate(
      clean(`${p('头')}${p('{{#班次}}')}${p('{{日期}}')}${p('{{地点}}，{{单位}}')}${p('{{/班次}}')}${p('尾')}`),
      values([row('1日', '甲'), row('2日', '乙')]),
    );
    assert.deepEqual(wordsOf(filled), ['头', '1日', '甲，某中心', '2日', '乙，某中心', '尾']);
  });

  it('a list without rows leaves a document that Word opens', () => {
    const filled = bodyOf(fillTemplate(clean(tbl([['{{#班次}}{{日期}}', '{{地点}}{{/班次}}']])), values()));
    assert.doesNotMatch(filled, /<w:tbl/);
    const cell = bodyOf(fillTemplate(clean(tbl([['{{#班次}}{{日期}}{{/班次}}', '甲']])), values()));
    assert.match(cell, /<w:tc><w:p\/><\/w:tc>/);
  });

  it('braces, markup and control characters in somebody’s words stay words', () => {
    const filled = fillTemplate(clean(`${p('{{#班次}}{{地点}}{{/班次}}')}${p('{{单位}}')}`), {
      ...values([row('', '{{单位}}<w:p/>&\u0007😀\uD800')]),
    });
    assert.deepEqual(wordsOf(filled), ['{{单位}}&lt;w:p/&gt;&amp;😀\uFFFD', '某中心']);
  });

  it('a line break in a value is one on paper', () => {
    assert.deepEqual(wordsOf(fillTemplate(clean(p('{{单位}}')), { values: { 单位: '一\n二' }, lists: {} })), ['一\n二']);
  });

  it('what would grow beyond all measure is refused', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => row(`${i}`, '甲'));
    assert.throws(
      () => fillTemplate(clean(`${p('{{#班次}}')}${p('{{日期}}').repeat(20)}${p('{{/班次}}')}`), values(many)),
      coded('template.tooMuch'),
    );
  });
});

describe('a broken template says what is wrong and where', () => {
  const said = (body: string) => faultsOf(body).map(({ placeholder, zh, paragraph }) => `${placeholder} ${zh}｜${paragraph}`);

  it('an unknown name, with those that are known', () => {
    assert.deepEqual(said(p('由{{带班的人}}带班')), ['{{带班的人}} 没有这个名称，可用：单位、制表日期、时段、版本｜由{{带班的人}}带班']);
    assert.match(faultsOf(p('由{{带班的人}}带班'))[0]!.en, /^is no name that is known; there are: 单位, 制表日期, 时段, 版本$/);
  });
  it('braces that are not closed, or not opened', () => {
    assert.deepEqual(said(p('单位：{{单位} 是')), ['{{单位} 是 没有写完，缺少 }}｜单位：{{单位} 是']);
    assert.deepEqual(said(p('单位}}')), ['}} 前面缺少 {{｜单位}}']);
  });
  it('a list that is not ended, not begun, crossed, nested, or no list', () => {
    assert.match(said(p('{{#班次}}{{日期}}')).join(), /\{\{#班次\}\} 没有结束，缺少 \{\{\/班次\}\}｜/);
    assert.match(said(p('{{/班次}}')).join(), /没有开始/);
    assert.match(faultsOf(p('{{/班次}}'))[0]!.en, /^was not begun: \{\{#班次\}\} is missing$/);
    assert.match(said(`${p('{{#班次}}')}${p('{{/问题}}')}`).join(), /列表交叉了/);
    assert.match(said(`${p('{{#班次}}')}${p('{{#班次}}')}${p('{{/班次}}')}`).join(), /列表里不能再放列表/);
    assert.match(said(p('{{#人员}}{{/人员}}')).join(), /没有这个列表，可用：班次/);
  });
  it('a list that begins in a table and ends outside it', () => {
    assert.match(said(tbl([['{{#班次}}', '甲']]) + p('{{/班次}}')).join(), /^\{\{#班次\}\} 开始和结束不在同一处/);
  });
  it('a name of a row outside its list', () => {
    assert.deepEqual(said(p('{{日期}}')), ['{{日期}} 只能写在 {{#班次}} 和 {{/班次}} 之间｜{{日期}}']);
  });
  it('a right template has no fault', () => {
    assert.deepEqual(faultsOf(p('{{单位}}{{ 时段 }}') + tbl([['{{#班次}}{{日期}}', '{{地点}}{{/班次}}']])), []);
  });
});

describe('a template from anybody', () => {
  const withParts = (parts: Record<string, string>, body = p('{{单位}}')) =>
    Buffer.from(
      zipSync({ ...unzipSync(docx(body)), ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) }),
    );
  const relation = (more: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" ${more}/></Relationships>`;

  it('macros, embedded files and links that lead outside are refused', () => {
    assert.throws(() => cleanTemplate(withParts({ 'word/vbaProject.bin': 'x' })), coded('template.unsafe'));
    assert.throws(() => cleanTemplate(withParts({ 'word/embeddings/a.bin': 'x' })), coded('template.unsafe'));
    assert.throws(
      () =>
        cleanTemplate(
          withParts({ 'word/_rels/document.xml.rels': relation('Type="t/image" Target="http://example.org/a.png" TargetMode="External"') }),
        ),
      coded('template.unsafe'),
    );
  });
  it('fields that fetch are refused, also cut into runs; page numbers stay', () => {
    const field = (...parts: string[]) =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${parts.map((part) => `<w:r><w:instrText>${part}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    assert.throws(() => clean(field(' DDE', 'AUTO c:\\x ')), coded('template.unsafe'));
    assert.throws(() => clean(field(' INCLUDEPICTURE "http://example.org" ')), coded('template.unsafe'));
    assert.match(bodyOf(clean(field(' PAGE '))), /PAGE/);
  });
  it('only parts of text and look are kept', () => {
    const kept = unzipSync(
      cleanTemplate(
        withParts({
          'customXml/item1.xml': '<a/>',
          'word/settings.xml': '<w:settings xmlns:w="w"><w:attachedTemplate r:id="r1"/><w:evenAndOddHeaders/></w:settings>',
          'docProps/app.xml': '<a/>',
        }),
      ),
    );
    assert.deepEqual(Object.keys(kept).sort(), ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/settings.xml']);
    assert.doesNotMatch(strFromU8(kept['word/settings.xml']!), /attachedTemplate/);
  });
  it('what is no Word file, damaged, a bomb, or brings a DTD', () => {
    assert.throws(() => cleanTemplate(Buffer.from('PDF')), coded('template.wrongFile'));
    assert.throws(() => cleanTemplate(docx(p('甲')).subarray(0, 200)), coded('template.damaged'));
    assert.throws(() => cleanTemplate(bomb(60)), coded('template.tooLarge'));
    const entities = withParts({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>' });
    assert.throws(() => cleanTemplate(entities), coded('template.damaged'));
  });
});
