/** The photos of the problems of this time; those ticked go onto the paper. */
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import type { SummaryView } from '#domain/summary/summary.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

const words = {
  none: { zh: '这个时段的问题没有照片。', en: 'The problems of this time have no photos.' },
  more: { zh: '可选的照片', en: 'Others to choose from' },
};
const MOST = 12;

export function SummaryPhotos({ summary }: { readonly summary: SummaryView }) {
  const t = useWords();
  const choose = useAct('summary.choosePhotos');
  const mayChoose = summary.acts.some(({ act, allowed }) => act === 'choosePhotos' && allowed);
  const chosen = summary.photos.filter((photo) => photo.chosen);
  const others = summary.photos.filter((photo) => !photo.chosen);
  if (summary.photos.length === 0) return <p className="none">{t(words.none)}</p>;
  const toggle = (id: string, on: boolean) =>
    choose.mutate({
      id: summary.id,
      photoIds: on ? [...chosen.map((photo) => photo.id), id] : chosen.map((photo) => photo.id).filter((one) => one !== id),
    });
  const tiles = (photos: SummaryView['photos']) => (
    <ul className="photo-choice">
      {photos.map((photo) => (
        <li key={photo.id}>
          <img src={photoUrl(photo.id, 'thumb')} alt="" loading="lazy" />
          {mayChoose ? (
            <label>
              <input
                type="checkbox"
                checked={photo.chosen}
                disabled={choose.isPending || (!photo.chosen && chosen.length >= MOST)}
                onChange={(event) => toggle(photo.id, event.currentTarget.checked)}
              />{' '}
              {photo.caption}
            </label>
          ) : (
            <span>{photo.caption}</span>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="panel-body">
      {tiles(chosen)}
      <ProblemNote error={choose.error} />
      {mayChoose && others.length > 0 && (
        <details>
          <summary>
            {t(words.more)} {others.length}
          </summary>
          {tiles(others)}
        </details>
      )}
    </div>
  );
}
