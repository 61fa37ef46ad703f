/** Files for the tests of the readers, made byte by byte: a Word document, a PDF, archives that lie. */
import { strToU8, zipSync } from 'fflate';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** A .docx whose body is given as WordprocessingML. */
export function docx(body: string, parts: { readonly numbering?: string; readonly styles?: string } = {}): Buffer {
  const part = (root: string, content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W}>${content}</w:${root}>`);
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'word/document.xml': part('document', `<w:body>${body}</w:body>`),
      ...(parts.numbering ? { 'word/numbering.xml': part('numbering', parts.numbering) } : {}),
      ...(parts.styles ? { 'word/styles.xml': part('styles', parts.styles) } : {}),
    }),
  );
}

export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Rows of cells; a cell may carry properties of its own: gridSpan, vMerge. */
export function tbl(rows: readonly (readonly (string | { readonly text: string; readonly is: string })[])[]): string {
  const cell = (one: string | { readonly text: string; readonly is: string }): string =>
    typeof one === 'string' ? `<w:tc>${p(one)}</w:tc>` : `<w:tc><w:tcPr>${one.is}</w:tcPr>${p(one.text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A PDF of one font without a program of its own: codes are UTF-16, and its ToUnicode map says so. */
export function pdf(pages: readonly (readonly string[])[]): Buffer {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content);
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const blocks = [0, 64, 128, 192].map((from) => `64 beginbfrange\n${ranges.slice(from, from + 64).join('\n')}\nendbfrange`);
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${blocks.join('\n')} endcmap end end`;
  const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const unicode = add(stream(cmap));
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor ${descriptor} 0 R >>`,
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  );
  const kids = pages.map((lines) => {
    const content = lines
      .map((line, index) => `BT /F1 10 Tf 1 0 0 1 ${line.startsWith('　　') ? 108 : 80} ${760 - index * 24} Tm <${hex(line.trim())}> Tj ET`)
      .join('\n');
    const drawn = add(stream(content));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${drawn} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return assembled(objects);
}

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

function assembled(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n';
  const at = objects.map((content, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return start;
  });
  const rows = at.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`);
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}

/** A .docx whose document unpacks to far more than it states. */
export function bomb(megabytes: number): Buffer {
  const bytes = Buffer.from(zipSync({ 'word/document.xml': [Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 }] }));
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(1000, entry + 24);
  return bytes;
}
