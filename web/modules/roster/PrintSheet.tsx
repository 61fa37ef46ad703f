/** The roster on paper, A4, in the form an office hangs on the wall: a month on one sheet. */
import type { RosterView } from '#domain/roster/roster.model.ts';
import { useWords } from '#web/language.ts';
import { useSignedIn } from '#web/modules/org/session.ts';
import { sayMonth, sayWeekday } from '#web/ui/say.ts';
import { nameOf, seatsOn } from './seats.ts';

const words = {
  title: { zh: '创城巡查值班表', en: 'Patrol roster' },
  day: { zh: '日期', en: 'Day' },
  weekday: { zh: '星期', en: 'Weekday' },
  place: { zh: '地点', en: 'Place' },
  hours: { zh: '时间', en: 'Hours' },
  leader: { zh: '带班领导', en: 'Leader' },
  members: { zh: '巡查人员', en: 'Patrollers' },
  draft: { zh: '草稿', en: 'Draft' },
  notes: { zh: '巡查要求：', en: 'On patrol: ' },
};

export function PrintSheet({ view }: { readonly view: RosterView }) {
  const t = useWords();
  const me = useSignedIn();
  const name = (personId: string | null) => nameOf(view, personId) ?? '';
  return (
    <div className="print-sheet">
      <h2>
        {me?.unit.name} {t(sayMonth(view.month))} {t(words.title)}
      </h2>
      <p className="print-version">
        {view.roster && view.roster.version > 0
          ? t({ zh: `第 ${view.roster.version} 版`, en: `version ${view.roster.version}` })
          : t(words.draft)}
      </p>
      <table>
        <thead>
          <tr>
            {(['day', 'weekday', 'place', 'hours', 'leader', 'members'] as const).map((column) => (
              <th key={column}>{t(words[column])}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.days
            .filter((info) => info.day.startsWith(view.month))
            .flatMap((info) =>
              seatsOn(view, info.day).map((place, i, all) => {
                const hours = view.places.find((one) => one.id === place.placeId);
                return (
                  <tr key={`${info.day}${place.placeId}`}>
                    {i === 0 && (
                      <td rowSpan={all.length}>
                        {t({ zh: `${Number(info.day.slice(5, 7))}月${Number(info.day.slice(8))}日`, en: info.day })}
                      </td>
                    )}
                    {i === 0 && <td rowSpan={all.length}>{t(sayWeekday(info.day))}</td>}
                    <td>{place.placeName}</td>
                    <td>
                      {hours?.starts}–{hours?.ends}
                    </td>
                    <td>{place.seats.filter((seat) => seat.n === 0).map((seat) => name(seat.personId))}</td>
                    <td>
                      {place.seats
                        .filter((seat) => seat.n > 0)
                        .map((seat) => name(seat.personId))
                        .join('、')}
                    </td>
                  </tr>
                );
              }),
            )}
        </tbody>
      </table>
      {view.requirements.length > 0 && (
        <p className="print-notes">
          {t(words.notes)}
          {view.requirements.map((requirement) => requirement.name).join('；')}
        </p>
      )}
    </div>
  );
}
