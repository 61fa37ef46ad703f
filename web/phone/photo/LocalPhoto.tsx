import { useEffect, useState } from 'react';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import { deviceStore } from '#web/api/kept.ts';
import { photoBytes } from '#web/api/outbox.store.ts';
import './photo.css';

/** A photo that lies on this phone; once it has been delivered, the server's thumbnail. */
export function LocalPhoto({ id, alt }: { readonly id: string; readonly alt: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let current = true;
    void deviceStore()
      .then((db) => photoBytes(db, id))
      .then((photo) => {
        if (!current) return;
        if (photo) made = URL.createObjectURL(new Blob([photo.bytes], { type: photo.mime }));
        setUrl(made ?? photoUrl(id, 'thumb'));
      });
    return () => {
      current = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id]);
  return url ? <img src={url} alt={alt} /> : <span className="photo-blank" />;
}
