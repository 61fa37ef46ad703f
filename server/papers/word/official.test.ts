import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { bodyLines } from '#domain/dispatch/body.ts';
import { type DispatchKind, dispatchKinds } from '#domain/dispatch/dispatch.states.ts';
import { columnsOf } from '../text.ts';
import { brokenTitle } from './body.ts';
import { grid, page, twips, typeArea } from './measure.ts';
import { type OfficialPaper, writeOfficial } from './official.ts';
import { signature } from './signature.ts';
import { complaintsOf, wordsIn } from './testing/complaints.ts';

const paper = (is: Partial<OfficialPaper> = {}): OfficialPaper => ({
  kind: 'notification',
  issuer: '青川市外事办公室',
  number: '青外办〔2026〕5号',
  signatory: '赵一',
  title: '关于做好文明城市创建迎检工作的通知',
  recipients: '各科室',
  lines: bodyLines('现将有关事项通知如下。\n一、提高认识\n（一）落实责任。每周巡查三天。\n1.着装。\n（1）带手册。'),
  attendance: [],
  annexes: [],
  day: '2026年5月6日',
  sealed: true,
  copies: '市创城办',
  ...is,
});
const xmlOf = (file: Buffer, part = 'document') => strFromU8(unzipSync(file)[`word/${part}.xml`]!);
const kinds = Object.keys(dispatchKinds) as DispatchKind[];

describe('the page of GB/T 9704-2012', () => {
  it('A4 with its margins; 22 lines and 28 characters fit, one more would not', () => {
    assert.deepEqual([page.top, page.left], [twips(37), twips(28)]);
    assert.ok(Math.abs(typeArea.width - twips(156)) <= 2 && Math.abs(typeArea.height - twips(225)) <= 2);
    assert.equal(Math.floor(typeArea.height / grid.linePitch), grid.lines);
    assert.equal(Math.floor(typeArea.width / (320 + grid.spacing)), grid.characters);
    const xml = xmlOf(writeOfficial(paper()));
    assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"\/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    assert.match(xml, /<w:docGrid w:type="lines" w:linePitch="579"\/>/);
  });

  it('fonts as the standard names them, each with what to take where it is missing', () => {
    const fonts = xmlOf(writeOfficial(paper()), 'fontTable');
    for (const name of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体'])
      assert.match(fonts, new RegExp(`w:name="${name}"><w:altName w:val="[^"]+"`));
  });

  it('levels in 黑体 and 楷体 up to their first full stop, the others in 仿宋', () => {
    const runs = [...xmlOf(writeOfficial(paper())).matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t[^>]*>([^<]*)/g)].map(
      ([, look = '', words]) => [words, /eastAsia="([^"]*)"/.exec(look)?.[1] ?? ''],
    );
    const fontOf = (words: string) => runs.find(([one]) => one === words)?.[1];
    assert.equal(fontOf('一、提高认识'), '黑体');
    assert.equal(fontOf('（一）落实责任。'), '楷体_GB2312');
    assert.equal(fontOf('每周巡查三天。'), '');
    assert.equal(fontOf('1.着装。'), '');
  });

  it('page numbers: odd ones right, even ones left; a letter has none on its first page', () => {
    const file = writeOfficial(paper());
    assert.match(xmlOf(file, 'footer1'), /w:jc w:val="right".* PAGE /s);
    assert.match(xmlOf(file, 'footer2'), /w:jc w:val="left".* PAGE /s);
    const letter = writeOfficial(paper({ kind: 'letter' }));
    assert.match(xmlOf(letter), /<w:titlePg\/>/);
    assert.doesNotMatch(xmlOf(letter, 'footer3'), /PAGE/);
  });

  it('the imprint of a letter names only those who get a copy, and has no rules', () => {
    const imprintOf = (file: Buffer) => xmlOf(file).match(/<w:txbxContent>.*<\/w:txbxContent>/s)?.[0] ?? '';
    const letter = imprintOf(writeOfficial(paper({ kind: 'letter' })));
    assert.match(letter, /抄送：市创城办。/);
    assert.doesNotMatch(letter, /印发|pBdr/);
    assert.match(imprintOf(writeOfficial(paper())), /pBdr.*抄送：市创城办。.*pBdr.*2026年5月6日印发.*pBdr/s);
    assert.equal(imprintOf(writeOfficial(paper({ kind: 'letter', copies: '' }))), '');
  });

  it('the last paragraph, the lines between and the name hold on to the date', () => {
    const paragraphs = [...xmlOf(writeOfficial(paper())).matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => one);
    const date = paragraphs.findIndex((one) => one.includes('2026年5月6日<'));
    assert.ok(paragraphs.slice(date - 4, date).every((one) => one.includes('<w:keepNext/>')));
  });

  it('minutes have no recipients and no signature; a report names who signed it', () => {
    assert.doesNotMatch(wordsIn(writeOfficial(paper({ kind: 'minutes' }))), /各科室：/);
    assert.match(wordsIn(writeOfficial(paper({ kind: 'report' }))), /签发人：赵一/);
    assert.doesNotMatch(wordsIn(writeOfficial(paper())), /签发人/);
  });

  it('the signature stays between the edges, however long the name', () => {
    for (const sealed of [true, false])
      for (const n of [2, 8, 20, 27, 40]) {
        const rights = signature({ issuer: '办'.repeat(n), day: '2026年12月31日', sealed }).flatMap((one) =>
          [...one.matchAll(/w:rightChars="(-?\d+)"/g)].map(([, right]) => Number(right)),
        );
        assert.equal(rights.length, 2);
        assert.ok(
          rights.every((right) => right >= 0 && right <= 2_800),
          `${n}: ${rights}`,
        );
      }
  });
});

describe('a title', () => {
  it('is broken at the sense, never inside a number, each line within the type area', () => {
    assert.deepEqual(brokenTitle('关于做好文明城市创建迎检工作的通知'), ['关于做好文明城市创建迎检工作的通知']);
    assert.deepEqual(brokenTitle('澜川市文化旅游服务中心2026年11月16日—22日文明城市创建巡查周报'), [
      '澜川市文化旅游服务中心',
      '2026年11月16日—22日',
      '文明城市创建巡查周报',
    ]);
    for (const title of [
      '澜川市文化旅游服务中心2026年10月文明城市创建巡查工作总结',
      '澜川市文化旅游服务中心2026年动员部署阶段文明城市创建巡查工作总结',
      '关于进一步做好2026年第四季度全国文明城市创建迎检工作暨包保网格和包保路段集中整治行动有关事项的通知',
      '很'.repeat(200),
    ]) {
      const lines = brokenTitle(title);
      assert.equal(lines.join(''), title);
      for (const line of lines) assert.ok(columnsOf(line) <= 20, line);
      assert.ok(
        lines.slice(1).every((line) => !/^[\d年月日、，。）》]/.test(line) || /^\d{4}年/.test(line)),
        lines.join('｜'),
      );
    }
  });
});

describe('whatever is typed, the paper opens and nothing sticks out', () => {
  const bad: Record<string, Partial<OfficialPaper>> = {
    'nothing at all': { issuer: '', number: '', signatory: '', title: '', recipients: '', lines: [], day: '', copies: '' },
    'a paragraph of 3,000 characters': { lines: bodyLines('长'.repeat(3000)) },
    'a word of 3,000 letters': { lines: bodyLines('x'.repeat(3000)), title: 'y'.repeat(200) },
    'a name of 40 characters': { issuer: '某'.repeat(40), signatory: '名'.repeat(40), recipients: '单位'.repeat(150) },
    'emoji, markup, control characters, half an emoji': {
      title: '😀<w:p>&\u0000\u0008"\uD83D',
      lines: bodyLines('😀\u0007<b>\uFFFF&amp;'),
      copies: '<>&',
    },
    'twenty annexes': {
      annexes: Array.from({ length: 20 }, (_, i) => ({ title: `附表${i}`.repeat(20), text: '一、内容。\n'.repeat(50) })),
    },
    'forty people present': { attendance: [`出席：${'张三、'.repeat(40)}`, '没有标签的一行', '：'] },
  };
  for (const [what, is] of Object.entries(bad))
    it(what, () => {
      for (const kind of kinds) assert.deepEqual(complaintsOf(writeOfficial(paper({ ...is, kind }))), [], kind);
    });
});
