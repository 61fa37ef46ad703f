import { useEffect, useState } from 'react';
import { drawCaptioned } from './caption.ts';

/** A picture with its caption drawn in, so that saving it keeps the caption; the bare picture until it is drawn. */
export function CaptionedImage({ src, alt, lines }: { readonly src: string; readonly alt: string; readonly lines: readonly string[] }) {
  const [drawn, setDrawn] = useState<string>();
  const text = lines.join('\n');
  useEffect(() => {
    if (!text) return;
    let made: string | undefined;
    let current = true;
    drawCaptioned(src, text.split('\n')).then(
      (url) => {
        made = url;
        if (current) setDrawn(url);
        else URL.revokeObjectURL(url);
      },
      () => undefined,
    );
    return () => {
      current = false;
      setDrawn(undefined);
      if (made) URL.revokeObjectURL(made);
    };
  }, [src, text]);
  return <img src={drawn ?? src} alt={alt} data-captioned={drawn ? true : undefined} />;
}
