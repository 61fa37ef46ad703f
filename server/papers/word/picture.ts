/** Pictures in the line of text. */
import { escapeXml } from '../text.ts';
import { twips } from './measure.ts';

export interface Picture {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
  /** What it shows, for whoever cannot see it. */
  readonly alt: string;
}

export interface Box {
  readonly widthMm: number;
  readonly heightMm: number;
}

const EMU_PER_MM = 36_000;

/** As large as the box allows, in its own proportions. */
export function drawing({ width, height, alt }: Picture, box: Box, relation: string, id: number): string {
  const scale = Math.min(box.widthMm / width, box.heightMm / height);
  const [cx, cy] = [Math.round(width * scale * EMU_PER_MM), Math.round(height * scale * EMU_PER_MM)];
  const name = `photo ${id}`;
  return (
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="${name}" descr="${escapeXml(alt)}"/>` +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr id="${id}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}

/** The height of a line that holds a picture: exact lines would cut it off. */
export const lineFor = (box: Box): number => twips(box.heightMm) + 60;
