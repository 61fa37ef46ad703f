/**
 * 版记 (7.4): copies and printer in 4号 between rules as wide as the type area, the outer ones 0.35 mm, the one between 0.25. It stands in a box
 * on the lower edge of the type area of the page on which the document ends. That of a 函 (10.1) names neither printer nor day and has no rules.
 */
import { columnsOf } from '../text.ts';
import { typeArea } from './measure.ts';
import { around, type Look, paragraph, ruleLine } from './paragraph.ts';

const LINE = 440;
const EMU_PER_TWIP = 635;
/** A character of 4号, in twips. */
const SMALL = 280;

export interface Imprint {
  readonly copies: string;
  readonly issuer: string;
  /** In words. */
  readonly day: string;
}

const small: Look = { size: '4号', align: 'left', line: LINE };
/** Characters of 4号 between a free one at either edge. */
const ACROSS = typeArea.width / SMALL - 2;

export function imprint({ copies, issuer, day }: Imprint): string {
  const outer = ruleLine({ width: 8 });
  const to = `${issuer}\t${day}印发`;
  const content = [
    outer,
    copies ? copiesLine(copies) : '',
    copies ? ruleLine({ width: 6 }) : '',
    paragraph(to, { ...small, leftTwips: SMALL, rightTwips: SMALL, rightTab: typeArea.width - SMALL }),
    outer,
  ].join('');
  return around(atFoot(content, (copies ? copiesHigh(copies) : 0) + linesOf(to, ACROSS, 0) * LINE + 240), { line: 20 });
}

export const letterImprint = ({ copies }: Pick<Imprint, 'copies'>): string =>
  copies ? around(atFoot(copiesLine(copies), copiesHigh(copies) + 80), { line: 20 }) : '';

const copiesWords = (copies: string): string => `抄送：${copies.replace(/。$/, '')}。`;
const copiesLine = (copies: string): string =>
  paragraph(copiesWords(copies), { ...small, leftTwips: 4 * SMALL, hangingTwips: 3 * SMALL, rightTwips: SMALL });
const copiesHigh = (copies: string): number => linesOf(copiesWords(copies), ACROSS, 3) * LINE;

/** How many lines a text takes whose further lines stand in as far as its label is wide. */
const linesOf = (text: string, across: number, label: number): number =>
  1 + Math.max(0, Math.ceil((columnsOf(text) - across) / (across - label)));

function atFoot(content: string, height: number): string {
  const [cx, cy] = [typeArea.width * EMU_PER_TWIP, height * EMU_PER_TWIP];
  return (
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">' +
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>' +
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="9001" name="imprint" descr="版记"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>' +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>` +
    `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
  );
}
