/** Photos first: the camera in one tap, the album in another, what was taken in a row below. */
import { useId, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { deviceStore } from '#web/api/kept.ts';
import { dropPhoto } from '#web/api/outbox.store.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { sentenceOf } from '../kit/said.ts';
import { LocalPhoto } from './LocalPhoto.tsx';
import { type DraftPhoto, takePhoto, Unreadable } from './take.ts';

const MOST_PHOTOS = 6;

const words = {
  take: { zh: '拍照', en: 'Take a photo' },
  album: { zh: '从相册选', en: 'From the album' },
  photo: (n: number): Words => ({ zh: `照片 ${n}`, en: `Photo ${n}` }),
  remove: (n: number): Words => ({ zh: `去掉照片 ${n}`, en: `Remove photo ${n}` }),
  working: { zh: '正在保存照片…', en: 'Saving the photo…' },
  unreadable: {
    zh: '这张图片打不开。可能已损坏，请重拍一张，或另选 JPEG、PNG、WebP。',
    en: 'This picture cannot be opened; it may be damaged. Take it again, or choose another JPEG, PNG or WebP.',
  },
  heic: {
    zh: '有照片是 HEIC 格式，这个浏览器显示不了：原图照样保存和上传。想在这里看到，请把相机格式改为 JPEG（兼容性最佳）。',
    en: 'A photo is in HEIC, which this browser cannot show: the original is kept and sent all the same. To see photos here, set the camera to JPEG (most compatible).',
  },
  unseen: { zh: 'HEIC 原图', en: 'HEIC original' },
  full: (n: number): Words => ({ zh: `最多 ${n} 张`, en: `At most ${n} photos` }),
  none: { zh: '', en: '' },
  fromAlbum: { zh: '相册', en: 'album' },
};

interface Props {
  readonly label: string;
  readonly photos: readonly DraftPhoto[];
  readonly onChange: (photos: readonly DraftPhoto[]) => void;
}

export function PhotoField({ label, photos, onChange }: Props) {
  const t = useWords();
  const id = useId();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<Words | null>(null);
  const isFull = photos.length >= MOST_PHOTOS;

  const add = async (files: readonly File[], fromAlbum: boolean) => {
    setWorking(true);
    setProblem(null);
    let next = photos;
    for (const file of files.slice(0, MOST_PHOTOS - photos.length)) {
      try {
        next = [...next, await takePhoto(file, fromAlbum)];
        onChange(next);
      } catch (error) {
        setProblem(error instanceof Unreadable ? words.unreadable : sentenceOf(error));
      }
    }
    setWorking(false);
  };
  const remove = (photo: DraftPhoto) => {
    onChange(photos.filter((each) => each !== photo));
    void deviceStore().then((db) => dropPhoto(db, photo.id));
  };
  const picker = (text: Words, fromAlbum: boolean) => (
    <label className={fromAlbum ? 'button second grow' : 'button camera grow'} data-off={isFull || working || undefined}>
      <Icon name={fromAlbum ? 'plus' : 'camera'} size={fromAlbum ? 20 : 24} />
      {t(text)}
      <input
        className="visually-hidden"
        type="file"
        accept="image/*"
        disabled={isFull || working}
        {...(fromAlbum ? { multiple: true } : { capture: 'environment' as const })}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) void add(files, fromAlbum);
        }}
      />
    </label>
  );

  return (
    <fieldset className="photo-field" aria-describedby={`${id}-said`}>
      <legend className="field-label">{label}</legend>
      <div className="foot-acts">
        {picker(words.take, false)}
        {picker(words.album, true)}
      </div>
      <p id={`${id}-said`} className={problem ? 'problem-note' : 'second-line'} role="status">
        {t(
          problem ??
            (working ? words.working : isFull ? words.full(MOST_PHOTOS) : photos.some((photo) => photo.unseen) ? words.heic : words.none),
        )}
      </p>
      {photos.length > 0 && (
        <ul className="taken">
          {photos.map((photo, i) => (
            <li key={photo.id}>
              {photo.unseen ? (
                <span className="photo-blank">{t(words.unseen)}</span>
              ) : (
                <LocalPhoto id={photo.id} alt={t(words.photo(i + 1))} />
              )}
              {photo.fromAlbum && <span className="role">{t(words.fromAlbum)}</span>}
              <button type="button" aria-label={t(words.remove(i + 1))} onClick={() => remove(photo)}>
                <Icon name="close" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
