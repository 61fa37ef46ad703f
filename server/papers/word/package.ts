/** A .docx: the document with its styles, fonts, feet and pictures, zipped. The same input gives the same bytes. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeXml } from '../text.ts';
import { fonts, grid, page } from './measure.ts';
import { around, fontOf, type Look } from './paragraph.ts';
import { type Box, drawing, lineFor, type Picture } from './picture.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const NAMESPACES = [
  `xmlns:w="${MAIN}"`,
  `xmlns:r="${RELATIONS}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');

export interface Feet {
  readonly odd: string;
  readonly even: string;
  /** A first page of its own: the masthead of a 函 stands in its head. */
  readonly first?: { readonly head: string; readonly headFrom: number; readonly foot: string; readonly footFrom: number };
  /** Twips from the edge of the sheet to the last line of the foot. */
  readonly from: number;
}

/** Collects the pictures of a document while its body is written. */
export interface Album {
  /** A paragraph with the picture in it. */
  place(picture: Picture, box: Box, look?: Look): string;
  readonly pictures: readonly Buffer[];
}

export function openAlbum(): Album {
  const pictures: Buffer[] = [];
  return {
    pictures,
    place(picture, box, look = {}) {
      pictures.push(picture.jpeg);
      const n = pictures.length;
      return around(drawing(picture, box, `photo${n}`, n), { line: lineFor(box), ...look });
    },
  };
}

export interface Parts {
  readonly title: string;
  /** Blocks of the body, without section properties. */
  readonly body: string;
  readonly feet?: Feet;
  readonly pictures?: readonly Buffer[];
}

export function packDocx({ title, body, feet, pictures = [] }: Parts): Buffer {
  const stories = feet ? storiesOf(feet) : [];
  const document = `${HEAD}<w:document ${NAMESPACES}><w:body>${body}${section(feet)}</w:body></w:document>`;
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(stories)),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    'docProps/core.xml': strToU8(
      `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`,
    ),
    'word/document.xml': strToU8(document),
    'word/_rels/document.xml.rels': strToU8(relations(stories, pictures.length)),
    'word/styles.xml': strToU8(styles),
    'word/settings.xml': strToU8(settings),
    'word/fontTable.xml': strToU8(fontTable),
    ...Object.fromEntries(stories.map((story) => [`word/${story.name}.xml`, strToU8(storyXml(story))])),
    ...Object.fromEntries(pictures.map((jpeg, at) => [`word/media/photo${at + 1}.jpeg`, [jpeg, { level: 0 }] as const])),
  };
  return Buffer.from(zipSync(files, { mtime: '1980-01-01T00:00:00' }));
}

interface Story {
  readonly name: string;
  readonly kind: 'header' | 'footer';
  readonly type: 'default' | 'even' | 'first';
  readonly content: string;
}

const storiesOf = ({ odd, even, first }: Feet): Story[] => [
  { name: 'footer1', kind: 'footer', type: 'default', content: odd },
  { name: 'footer2', kind: 'footer', type: 'even', content: even },
  ...(first
    ? ([
        { name: 'header1', kind: 'header', type: 'first', content: first.head },
        { name: 'footer3', kind: 'footer', type: 'first', content: first.foot },
      ] as const)
    : []),
];

const storyXml = ({ kind, content }: Story): string => {
  const root = kind === 'header' ? 'hdr' : 'ftr';
  return `${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>`;
};

function section(feet: Feet | undefined): string {
  const references = (feet ? storiesOf(feet) : [])
    .map((story) => `<w:${story.kind}Reference w:type="${story.type}" r:id="${story.name}"/>`)
    .join('');
  const head = feet?.first?.headFrom ?? 851;
  return (
    `<w:sectPr>${references}<w:pgSz w:w="${page.width}" w:h="${page.height}"/>` +
    `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="${head}" w:footer="${feet?.from ?? 851}" w:gutter="0"/>` +
    `${feet?.first ? '<w:titlePg/>' : ''}<w:docGrid w:type="lines" w:linePitch="${grid.linePitch}"/></w:sectPr>`
  );
}

const contentTypes = (stories: readonly Story[]): string => {
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>` +
    `${part('document', 'document.main')}${part('styles', 'styles')}${part('settings', 'settings')}${part('fontTable', 'fontTable')}${stories.map((story) => part(story.name, story.kind)).join('')}` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
  );
};

function relations(stories: readonly Story[], pictures: number): string {
  const one = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
    one('styles', 'styles', 'styles.xml'),
    one('settings', 'settings', 'settings.xml'),
    one('fonts', 'fontTable', 'fontTable.xml'),
    ...stories.map((story) => one(story.name, story.kind, `${story.name}.xml`)),
    ...Array.from({ length: pictures }, (_, at) => one(`photo${at + 1}`, 'image', `media/photo${at + 1}.jpeg`)),
  ].join('')}</Relationships>`;
}

/** Lines are broken as Chinese ones are, without air beside digits: 28 characters are 28. Not every program reads it from the defaults alone. */
const chinese = '<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

const styles = `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${fontOf('仿宋')}<w:spacing w:val="${grid.spacing}"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${chinese}<w:spacing w:before="0" w:after="0" w:line="${grid.linePitch}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr>${chinese}</w:pPr><w:rPr>${fontOf('仿宋')}<w:spacing w:val="${grid.spacing}"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style></w:styles>`;

const settings = `${HEAD}<w:settings xmlns:w="${MAIN}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const fontTable = `${HEAD}<w:fonts xmlns:w="${MAIN}">${Object.values(fonts)
  .map(
    ({ name, others, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`;
