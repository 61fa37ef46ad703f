/** Picking photos at the desk; each goes up at once, so that sending the form is quick. */
import { type Dispatch, type SetStateAction, useId } from 'react';
import { newId } from '#domain/kernel/id.ts';
import { sendPhoto } from '#web/api/call.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { problemOf } from '#web/ui/ProblemNote.tsx';

export interface PickedPhoto {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly error?: unknown;
}

const MOST = 9;

const words = {
  add: { zh: '选择照片', en: 'Choose photos' },
  sending: { zh: '上传中', en: 'Uploading' },
  remove: { zh: '移除照片', en: 'Remove photo' },
};

interface PhotoPickerProps {
  readonly label: string;
  readonly picked: readonly PickedPhoto[];
  readonly onChange: Dispatch<SetStateAction<readonly PickedPhoto[]>>;
}

export function PhotoPicker({ label, picked, onChange }: PhotoPickerProps) {
  const t = useWords();
  const id = useId();
  const settle = (photo: PickedPhoto) => onChange((known) => known.map((one) => (one.id === photo.id ? photo : one)));
  const take = (files: FileList) => {
    const added = [...files]
      .slice(0, MOST - picked.length)
      .map((file) => ({ file, photo: { id: newId(), url: URL.createObjectURL(file), name: file.name, state: 'sending' as const } }));
    onChange((known) => [...known, ...added.map(({ photo }) => photo)]);
    for (const { file, photo } of added) {
      sendPhoto(photo.id, file, file.type || 'application/octet-stream').then(
        () => settle({ ...photo, state: 'sent' }),
        (error: unknown) => settle({ ...photo, state: 'failed', error }),
      );
    }
  };
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <ul className="picked">
        {picked.map((photo) => (
          <li key={photo.id}>
            <div className="picked-photo">
              <img src={photo.url} alt={photo.name} />
              {photo.state === 'sending' && <span className="picked-state">{t(words.sending)}</span>}
              <button
                type="button"
                className="picked-remove"
                aria-label={`${t(words.remove)} ${photo.name}`}
                onClick={() => onChange((known) => known.filter((one) => one.id !== photo.id))}
              >
                <Icon name="close" size={14} />
              </button>
            </div>
            {photo.state === 'failed' && (
              <p className="late-words small" role="alert">
                {t(problemOf(photo.error))}
              </p>
            )}
          </li>
        ))}
        {picked.length < MOST && (
          <li>
            <label className="btn pick-button" htmlFor={id}>
              <Icon name="camera" size={16} />
              {t(words.add)}
            </label>
            <input
              id={id}
              className="visually-hidden"
              type="file"
              accept="image/jpeg,image/png,image/webp,image/heic"
              multiple
              onChange={(event) => {
                if (event.currentTarget.files) take(event.currentTarget.files);
                event.currentTarget.value = '';
              }}
            />
          </li>
        )}
      </ul>
    </fieldset>
  );
}
