/** The small form of an act: a text, somebody to hand it to, photos; whichever of them the act asks for. */
import { useState } from 'react';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { PhotoPicker, type PickedPhoto } from './PhotoPicker.tsx';

export interface ActAnswer {
  readonly text: string;
  readonly choice: string;
  readonly photoIds: readonly string[];
  readonly day: string;
  readonly more: string;
}

interface ActFormProps {
  readonly title: string;
  /** The word on the button. */
  readonly send: string;
  /** What the act will do, where that needs saying. */
  readonly say?: string;
  readonly text?: {
    readonly label: string;
    readonly required?: boolean;
    readonly initial?: string;
    readonly hint?: string;
    readonly single?: boolean;
  };
  readonly choice?: {
    readonly label: string;
    readonly options: readonly { readonly key: string; readonly label: string }[];
    readonly none: string;
  };
  readonly day?: { readonly label: string; readonly from: string; readonly to: string };
  /** A second, shorter text. */
  readonly more?: { readonly label: string };
  readonly photos?: { readonly label: string; readonly required?: boolean };
  readonly danger?: boolean;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (answer: ActAnswer) => void;
  readonly onClose: () => void;
}

const words = {
  cancel: { zh: '取消', en: 'Cancel' },
  choose: { zh: '请选择', en: 'Choose' },
};

export function ActForm({
  title,
  send,
  say,
  text,
  choice,
  day,
  more,
  photos,
  danger = false,
  error,
  pending,
  onSend,
  onClose,
}: ActFormProps) {
  const t = useWords();
  const [written, setWritten] = useState(text?.initial ?? '');
  const [chosen, setChosen] = useState(choice?.options.length === 1 ? choice.options[0]!.key : '');
  const [chosenDay, setChosenDay] = useState('');
  const [moreWritten, setMoreWritten] = useState('');
  const [picked, setPicked] = useState<readonly PickedPhoto[]>([]);
  const uploading = picked.some((photo) => photo.state === 'sending');
  const photoIds = picked.filter((photo) => photo.state === 'sent').map((photo) => photo.id);
  const incomplete =
    (text?.required && !written.trim()) ||
    (choice && !chosen) ||
    (day && !chosenDay) ||
    (more && !moreWritten.trim()) ||
    (photos?.required && photoIds.length === 0);
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend({ text: written.trim(), choice: chosen, photoIds, day: chosenDay, more: moreWritten.trim() });
        }}
      >
        {say && <p className="say">{say}</p>}
        {choice && (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is one of two inside it
          <label className="field">
            <span>{choice.label}</span>
            {choice.options.length === 0 ? (
              <span className="hint">{choice.none}</span>
            ) : (
              <select className="input" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)} required>
                <option value="">{t(words.choose)}</option>
                {choice.options.map((option) => (
                  <option key={option.key} value={option.key}>
                    {option.label}
                  </option>
                ))}
              </select>
            )}
          </label>
        )}
        {text && (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is one of two inside it
          <label className="field">
            <span>
              {text.label} {text.hint && <span className="hint">{text.hint}</span>}
            </span>
            {text.single ? (
              <input
                className="input"
                value={written}
                onChange={(event) => setWritten(event.currentTarget.value)}
                required={text.required}
              />
            ) : (
              <textarea
                className="input"
                rows={4}
                value={written}
                onChange={(event) => setWritten(event.currentTarget.value)}
                required={text.required}
              />
            )}
          </label>
        )}
        {more && (
          <label className="field">
            <span>{more.label}</span>
            <input
              className="input"
              maxLength={200}
              value={moreWritten}
              onChange={(event) => setMoreWritten(event.currentTarget.value)}
              required
            />
          </label>
        )}
        {day && (
          <label className="field">
            <span>{day.label}</span>
            <input
              className="input"
              type="date"
              min={day.from}
              max={day.to}
              value={chosenDay}
              onChange={(event) => setChosenDay(event.currentTarget.value)}
              required
            />
          </label>
        )}
        {photos && <PhotoPicker label={photos.label} picked={picked} onChange={setPicked} />}
        <ProblemNote error={error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button
            type="submit"
            className={danger ? 'btn btn-danger' : 'btn btn-main'}
            disabled={pending || uploading || Boolean(incomplete)}
          >
            {send}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
