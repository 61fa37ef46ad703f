/** The small signs of the review's acts; apart from the common ones, so that the phone need not carry them. */
import { Stroke } from '#web/ui/Icon.tsx';

const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  pencil: 'M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3',
  split: 'M12 4v16M4 8h5M4 16h5M15 8h5M15 16h5',
  merge: 'M5 5l7 7M19 5l-7 7M12 12v8',
  day: 'M5 6h14v14H5zM5 10h14M9 3v5M15 3v5M12 13v4M10 15h4',
  drop: 'M6 6l12 12M18 6L6 18',
  back: 'M9 7l-5 5 5 5M4 12h10a5 5 0 015 5',
} as const;

export type GlyphName = keyof typeof paths;

export function Glyph({ name }: { readonly name: GlyphName }) {
  return <Stroke path={paths[name]} size={16} />;
}
