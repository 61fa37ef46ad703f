/** A summary as it stands on paper: in the preview, and in print. */
import { dayOf, writtenDay } from '#domain/kernel/day.ts';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import { titleParts } from '#domain/summary/edits.ts';
import { percent } from '#domain/summary/sentences.ts';
import type { SummaryView } from '#domain/summary/summary.model.ts';
import { type SummaryPart, summaryParts } from '#domain/summary/summary.states.ts';

export function SummarySheet({ summary, shown }: { readonly summary: SummaryView; readonly shown: boolean }) {
  const photos = summary.photos.filter((photo) => photo.chosen);
  return (
    <article className={shown ? 'paper-sheet' : 'paper-sheet print-only'} lang="zh-CN" aria-hidden={!shown}>
      <p className="paper-title">
        {titleParts(summary, summary.unitName).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      {(Object.keys(summaryParts) as SummaryPart[]).map((part) => {
        const texts = summary.sentences.filter((sentence) => sentence.part === part && sentence.text !== '');
        return (
          <div key={part}>
            {texts.length > 0 && (
              <>
                {summaryParts[part].zh && <p className="paper-head">{summaryParts[part].zh}</p>}
                <p>{texts.map(({ text }) => text).join('')}</p>
              </>
            )}
            {part === 'problems' && <Places places={summary.figures.places} />}
          </div>
        );
      })}
      <div className="paper-signed">
        <p>{summary.unitName}</p>
        <p>{writtenDay(dayOf(summary.issuedAt ?? summary.countedAt))}</p>
      </div>
      {photos.length > 0 && (
        <div className="paper-photos">
          <p className="paper-head">附图</p>
          <div>
            {photos.map((photo) => (
              <figure key={photo.id}>
                <img src={photoUrl(photo.id, 'shown')} alt="" />
                <figcaption>{photo.caption}</figcaption>
              </figure>
            ))}
          </div>
        </div>
      )}
    </article>
  );
}

function Places({ places }: Pick<SummaryView['figures'], 'places'>) {
  if (places.length === 0) return null;
  return (
    <table className="paper-table">
      <caption>各地点巡查和问题情况</caption>
      <thead>
        <tr>
          {['地点', '巡查次数', '发现问题', '已销号', '销号率'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.name}>
            <td>{place.name}</td>
            <td>{place.patrols}</td>
            <td>{place.found}</td>
            <td>{place.closed}</td>
            <td>{percent(place.closed, place.found)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
