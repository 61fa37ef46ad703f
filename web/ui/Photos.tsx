/** Thumbnails that open large. */
import { useRef, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import { useWords } from '#web/language.ts';
import { exactAt } from './say.ts';

export interface ShownPhoto {
  readonly id: string;
  readonly role?: 'before' | 'after';
  readonly takenAt?: string | null;
  readonly byName?: string;
}

const roles: Record<'before' | 'after', Words> = { before: { zh: '前', en: 'Before' }, after: { zh: '后', en: 'After' } };
const words = { photo: { zh: '照片', en: 'Photo' } };

export function Photos({ photos, size = 'thumb' }: { readonly photos: readonly ShownPhoto[]; readonly size?: 'thumb' | 'shown' }) {
  const t = useWords();
  const viewer = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState<ShownPhoto | null>(null);
  const label = (photo: ShownPhoto) => (photo.role ? `${t(words.photo)} ${t(roles[photo.role])}` : t(words.photo));
  return (
    <>
      <div className="photos">
        {photos.map((photo) => (
          <button
            key={photo.id}
            type="button"
            className="photo"
            aria-label={label(photo)}
            onClick={() => {
              setShown(photo);
              viewer.current?.showModal();
            }}
          >
            <img src={photoUrl(photo.id, size)} alt="" loading="lazy" />
            {photo.role && <span className="role">{t(roles[photo.role])}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already; the click is for its backdrop */}
      <dialog ref={viewer} className="viewer" aria-label={t(words.photo)} onClick={() => viewer.current?.close()}>
        {shown && (
          <>
            <img src={photoUrl(shown.id, 'shown')} alt={label(shown)} />
            <p>
              {shown.role && t(roles[shown.role])} {shown.takenAt && exactAt(shown.takenAt)} {shown.byName}
            </p>
          </>
        )}
      </dialog>
    </>
  );
}
