/** Thumbnails that open large, with the caption drawn into the shown copy; what is announced and not here yet stands among them. */
import { useRef, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import { arrivedOf, type PhotoState } from '#domain/photo/photo.states.ts';
import { useWords } from '#web/language.ts';
import { CaptionedImage } from './CaptionedImage.tsx';
import { type Captioned, captionOf } from './caption.ts';

export interface ShownPhoto extends Captioned {
  readonly id: string;
  readonly role?: 'before' | 'after';
  readonly byName?: string;
  /** Here already when absent. */
  readonly state?: PhotoState;
}

/** What the photos show: drawn into the shown copy. */
export interface About {
  readonly place: string;
  readonly theme: string;
  readonly unit: string;
}

const roles: Record<'before' | 'after', Words> = { before: { zh: '前', en: 'Before' }, after: { zh: '后', en: 'After' } };
const words = {
  photo: { zh: '照片', en: 'Photo' },
  album: { zh: '相册', en: 'album' },
  arrived: (here: number, all: number): Words => ({
    zh: `照片 ${all} 张，已到 ${here} 张，其余还在手机上`,
    en: `${here} of ${all} photos have arrived; the rest is still on the phone`,
  }),
};
const missing: Record<Exclude<PhotoState, 'arrived'>, Words> = {
  waiting: { zh: '待上传', en: 'Still on the phone' },
  lost: { zh: '未收到', en: 'Not received' },
  originalOnly: { zh: 'HEIC 原图，下载查看', en: 'HEIC original: download' },
};

interface Props {
  readonly photos: readonly ShownPhoto[];
  readonly size?: 'thumb' | 'shown';
  readonly about?: About;
}

export function Photos({ photos, size = 'thumb', about }: Props) {
  const t = useWords();
  const viewer = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState<ShownPhoto | null>(null);
  const label = (photo: ShownPhoto) => (photo.role ? `${t(words.photo)} ${t(roles[photo.role])}` : t(words.photo));
  const linesOf = (photo: ShownPhoto) => (about ? captionOf(photo, about).map(t) : []);
  const count = arrivedOf(photos.map(({ state = 'arrived' }) => ({ state })));
  return (
    <>
      {count && <p className="photos-count">{t(words.arrived(count.here, count.all))}</p>}
      <div className="photos">
        {photos.map((photo) => {
          const { state = 'arrived' } = photo;
          if (state === 'originalOnly')
            return (
              <a key={photo.id} className="photo missing" href={photoUrl(photo.id, 'original')} download={`${photo.id}.heic`}>
                {t(missing.originalOnly)}
              </a>
            );
          if (state !== 'arrived')
            return (
              <span key={photo.id} className="photo missing">
                {t(missing[state])}
              </span>
            );
          return (
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
              {size === 'shown' ? (
                <CaptionedImage src={photoUrl(photo.id, size)} alt="" lines={linesOf(photo)} />
              ) : (
                <img src={photoUrl(photo.id, size)} alt="" loading="lazy" />
              )}
              {photo.role && <span className="role">{t(roles[photo.role])}</span>}
              {photo.fromAlbum && <span className="role album">{t(words.album)}</span>}
            </button>
          );
        })}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already; the click is for its backdrop */}
      <dialog ref={viewer} className="viewer" aria-label={t(words.photo)} onClick={() => viewer.current?.close()}>
        {shown && (
          <>
            <CaptionedImage src={photoUrl(shown.id, 'shown')} alt={label(shown)} lines={linesOf(shown)} />
            <p>
              {shown.role && t(roles[shown.role])} {shown.byName}
            </p>
          </>
        )}
      </dialog>
    </>
  );
}
