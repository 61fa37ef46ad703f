/** The month as weeks from Monday to Sunday, with holidays and make-up workdays. */
import { addDays, dayOf, daysFrom, firstDayOf, lastDayOf, mondayOf, weekdayOf } from '#domain/kernel/day.ts';
import type { RosterView } from '#domain/roster/roster.model.ts';
import { weekdayNumbers, weekdayWords } from '#web/desk/kit/weekdays.ts';
import { useWords } from '#web/language.ts';
import { DayNote } from './DayNote.tsx';
import { type OnSeat, SeatButton } from './SeatButton.tsx';
import { placeSign, seatsOn } from './seats.ts';

const words = { calendar: { zh: '值班月历', en: 'Roster calendar' }, places: { zh: '地点', en: 'Places' } };

export function MonthGrid({ view, onSeat }: { readonly view: RosterView; readonly onSeat: OnSeat }) {
  const t = useWords();
  const today = dayOf(Date.now());
  const first = mondayOf(firstDayOf(view.month));
  const last = lastDayOf(view.month);
  const weeks = daysFrom(first, last).filter((day) => weekdayOf(day) === 1);
  const busy = weekdayNumbers.map((n) => view.roster?.seats.some((seat) => weekdayOf(seat.day) === n) ?? false);
  return (
    <div className="month-grid no-print">
      <ul className="place-legend" aria-label={t(words.places)}>
        {view.places.map((place) => (
          <li key={place.id}>
            <b>{placeSign(view, place.id)}</b> {place.name}{' '}
            <span className="second small">
              {place.starts}–{place.ends}
            </span>
          </li>
        ))}
      </ul>
      <table>
        <caption className="visually-hidden">{t(words.calendar)}</caption>
        <colgroup>
          {weekdayNumbers.map((n) => (
            <col key={n} className={busy[n - 1] ? undefined : 'quiet-weekday'} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {weekdayNumbers.map((n) => (
              <th key={n} scope="col">
                {t(weekdayWords(n))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((monday) => (
            <tr key={monday}>
              {weekdayNumbers.map((n) => {
                const day = addDays(monday, n - 1);
                const info = view.days.find((one) => one.day === day);
                if (!info) return <td key={day} className="day-outside" />;
                return (
                  <td
                    key={day}
                    className={`${info.workday ? '' : 'day-off'}${day === today ? ' day-today' : ''}${day < today ? ' day-past' : ''}`}
                    aria-current={day === today ? 'date' : undefined}
                  >
                    <div className="day-head">
                      <time dateTime={day}>{Number(day.slice(8))}</time>
                      <DayNote info={info} />
                    </div>
                    {seatsOn(view, day).map((place) => (
                      <div key={place.placeId} className="day-place">
                        <span className="place-sign" title={place.placeName}>
                          <span aria-hidden="true">{place.sign}</span>
                          <span className="visually-hidden">{place.placeName}</span>
                        </span>
                        <div className="seats">
                          {place.seats.map((seat) => (
                            <SeatButton key={seat.n} view={view} seat={seat} onSeat={onSeat} today={today} />
                          ))}
                        </div>
                      </div>
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
