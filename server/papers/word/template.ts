/**
 * A template as a file. One that a unit sends is rebuilt from the parts that carry text and look, and refused where it holds what could act or
 * reach out: macros, embedded objects, links to other files, fields that fetch.
 */
import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import type { TemplateFault } from '#domain/form/form.contract.ts';
import type { FormTerms } from '#domain/form/forms.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';
import { openZip, type Zip } from '../read/zip.ts';
import { checkPart } from './check.ts';
import { fillPart, type Values } from './fill.ts';
import { isNode, type Node, nodesIn, parseTree, writeTree } from './tree.ts';

/** Parts that are kept as they are, and those that hold words. */
const KEPT = /^word\/(?:styles|numbering|fontTable|theme\/theme\d*)\.xml$|^word\/media\/[\w.-]+\.(?:png|jpe?g)$/i;
const WORDED = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
const ACTING = /vbaProject|vbaData|^word\/(?:embeddings|activeX|afchunk)/i;
/** Fields that only count or repeat what stands in the document itself. */
const HARMLESS_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF|REF|SEQ|STYLEREF|TOC|DATE|TIME|TITLE)\b/i;
const ACTING_ELEMENTS = new Set(['w:object', 'w:control', 'w:altChunk', 'w:subDoc', 'o:OLEObject', 'w:movie']);
const MAX_MEDIA_BYTES = 4 * 1024 * 1024;
const MAX_XML_BYTES = 6 * 1024 * 1024;

const macros: Words = { zh: '宏', en: 'macros' };
const objects: Words = { zh: '嵌入的对象或文件', en: 'embedded objects or files' };
const links: Words = { zh: '指向外部的链接或文件', en: 'links to other files or addresses' };
const fields = (name: string): Words => ({ zh: `会取外部内容的域 ${name}`, en: `the field ${name}, which fetches` });

/** The file as it is kept. Throws `template.wrongFile`, `.damaged`, `.tooLarge` or `.unsafe`. */
export function cleanTemplate(bytes: Buffer): Buffer {
  const zip = opened(bytes);
  if (!zip.names.includes('word/document.xml')) throw new Problem('template.wrongFile');
  for (const name of zip.names)
    if (ACTING.test(name)) throw new Problem('template.unsafe', /vba/i.test(name) ? { ...macros } : { ...objects });
  const names = zip.names.filter((name) => KEPT.test(name) || WORDED.test(name));
  const files: Zippable = {};
  let media = 0;
  for (const name of names) {
    const content = zip.read(name)!;
    if (name.startsWith('word/media/')) {
      media += content.length;
      if (media > MAX_MEDIA_BYTES) throw new Problem('template.tooLarge', { limit: '4 MB' });
      files[name] = content;
    } else {
      if (content.length > MAX_XML_BYTES) throw new Problem('template.tooLarge', { limit: '6 MB' });
      const root = parseTree(strFromU8(content));
      refuseActing(root);
      files[name] = strToU8(writeTree(root));
    }
  }
  for (const name of names.filter((one) => WORDED.test(one))) {
    const relations = cleanRelations(zip, name, names);
    if (relations) files[relationsOf(name)] = strToU8(relations);
  }
  files['[Content_Types].xml'] = strToU8(contentTypes(names));
  files['_rels/.rels'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  files['word/settings.xml'] = strToU8(settings(zip));
  return Buffer.from(zipSync(files, { mtime: '1980-01-01T00:00:00' }));
}

/** The faults of the placeholders in every part of a clean template. */
export function checkTemplate(bytes: Buffer, terms: FormTerms): TemplateFault[] {
  const zip = opened(bytes);
  return wordedParts(zip).flatMap((name) => checkPart(parseTree(strFromU8(zip.read(name)!)), terms));
}

/** A clean template, filled in. Throws `template.tooMuch`. */
export function fillTemplate(bytes: Buffer, values: Values): Buffer {
  const zip = opened(bytes);
  const files: Zippable = Object.fromEntries(zip.names.map((name) => [name, new Uint8Array(zip.read(name)!)]));
  let count = 0;
  for (const name of wordedParts(zip)) {
    const root = parseTree(strFromU8(files[name] as Uint8Array));
    const taken: string[] = [];
    fillPart(root, values, (picture) => {
      count += 1;
      const file = `filled${count}.jpeg`;
      files[`word/media/${file}`] = [picture.jpeg, { level: 0 }];
      taken.push(`<Relationship Id="filled${count}" Type="${OFFICE}/image" Target="media/${file}"/>`);
      return { relation: `filled${count}`, id: 10_000 + count };
    });
    files[name] = strToU8(writeTree(root));
    if (taken.length > 0) {
      const path = relationsOf(name);
      const known = files[path] ? strFromU8(files[path] as Uint8Array) : `<Relationships xmlns="${PACKAGE}"></Relationships>`;
      files[path] = strToU8(
        known
          .replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>')
          .replace('</Relationships>', `${taken.join('')}</Relationships>`),
      );
    }
  }
  return Buffer.from(zipSync(files, { mtime: '1980-01-01T00:00:00' }));
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const wordedParts = (zip: Zip): string[] => zip.names.filter((name) => WORDED.test(name)).sort();
const relationsOf = (part: string): string => part.replace(/^word\//, 'word/_rels/').concat('.rels');

/** The archive reader speaks of notices. */
function opened(bytes: Buffer): Zip {
  const said = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw error.code === 'notice.tooComplex' ? new Problem('template.tooLarge', { limit: '48 MB' }) : new Problem('template.damaged');
    }
  };
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') throw new Problem('template.wrongFile');
  const zip = said(() => openZip(bytes));
  return { names: zip.names, read: (name) => said(() => zip.read(name)) };
}

function refuseActing(root: Node): void {
  for (const node of nodesIn(root)) {
    if (ACTING_ELEMENTS.has(node.name)) throw new Problem('template.unsafe', { ...objects });
    const instruction = node.name === 'w:fldSimple' ? (node.attributes['w:instr'] ?? '') : node.name === 'w:p' ? instructionsIn(node) : '';
    for (const one of instruction.split('\u0000').filter((text) => text.trim() !== ''))
      if (!HARMLESS_FIELD.test(one)) throw new Problem('template.unsafe', { ...fields(one.trim().split(/\s/, 1)[0]!.slice(0, 30)) });
  }
}

/** The instructions of the fields of a paragraph, each gathered from its runs. */
function instructionsIn(paragraph: Node): string {
  let text = '';
  for (const node of nodesIn(paragraph)) {
    if (node.name === 'w:instrText') text += node.children.filter((child) => !isNode(child)).join('');
    if (node.name === 'w:fldChar') text += '\u0000';
  }
  return text;
}

/** Only relations to parts that are kept; one that leads outside is refused. */
function cleanRelations(zip: Zip, part: string, kept: readonly string[]): string | null {
  const bytes = zip.read(relationsOf(part));
  const relations = bytes ? parseTree(strFromU8(bytes)).children.filter(isNode) : [];
  for (const { attributes } of relations) if (attributes.TargetMode === 'External') throw new Problem('template.unsafe', { ...links });
  const own = relations.flatMap(({ attributes }) => {
    const target = (attributes.Target ?? '').replace(/^\/word\//, '').replace(/^\.\//, '');
    const isKept = kept.includes(`word/${target}`) || target === 'settings.xml';
    return isKept ? [{ name: 'Relationship', attributes: { ...attributes, Target: target }, children: [] }] : [];
  });
  return own.length > 0 ? writeTree({ name: 'Relationships', attributes: { xmlns: PACKAGE }, children: own }) : null;
}

/** Of the settings only what changes the page: mirrored feet, tab stops, how old the layout is. */
function settings(zip: Zip): string {
  const bytes = zip.read('word/settings.xml');
  const kept = new Set(['w:evenAndOddHeaders', 'w:mirrorMargins', 'w:defaultTabStop', 'w:characterSpacingControl', 'w:compat']);
  const children = (bytes ? parseTree(strFromU8(bytes)).children : []).filter((child) => isNode(child) && kept.has(child.name));
  return writeTree({ name: 'w:settings', attributes: { 'xmlns:w': MAIN }, children });
}

function contentTypes(names: readonly string[]): string {
  const type = (name: string): string => {
    const part = /^word\/(?:theme\/)?([a-zA-Z]+?)\d*\.xml$/.exec(name)?.[1] ?? '';
    if (part === 'theme') return 'application/vnd.openxmlformats-officedocument.theme+xml';
    return `application/vnd.openxmlformats-officedocument.wordprocessingml.${part === 'document' ? 'document.main' : part}+xml`;
  };
  const parts = [...names.filter((name) => name.endsWith('.xml')), 'word/settings.xml'];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>${parts
    .map((name) => `<Override PartName="/${name}" ContentType="${type(name)}"/>`)
    .join('')}</Types>`;
}
