/** The roster as weeks from Monday to Sunday, with holidays and make-up workdays: those of a month, or one alone with more room. */
import { addDays, type Day, dayOf, weekdayOf } from '#domain/kernel/day.ts';
import type { RosterDay, RosterView, Seat } from '#domain/roster/roster.model.ts';
import { weekdayNumbers, weekdayWords } from '#web/desk/kit/weekdays.ts';
import { useWords } from '#web/language.ts';
import { DayNote } from './DayNote.tsx';
import type { Moving } from './moving.ts';
import { SeatButton } from './SeatButton.tsx';
import { placeSign, seatsOn } from './seats.ts';

const words = { calendar: { zh: '值班日历', en: 'Roster calendar' }, places: { zh: '地点', en: 'Places' } };

interface RosterGridProps {
  readonly view: RosterView;
  /** Mondays of the weeks to show. */
  readonly weeks: readonly Day[];
  readonly moving: Moving | undefined;
  readonly onOpen: (seat: Seat) => void;
}

export function RosterGrid({ view, weeks, moving, onOpen }: RosterGridProps) {
  const t = useWords();
  const alone = weeks.length === 1;
  const busy = weekdayNumbers.map((n) => view.roster?.seats.some((seat) => weekdayOf(seat.day) === n) ?? false);
  return (
    <div className={alone ? 'roster-grid roster-week no-print' : 'roster-grid no-print'}>
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
                const info = view.days.find((one) => one.day === addDays(monday, n - 1));
                return info && (alone || info.day.startsWith(view.month)) ? (
                  <DayCell key={n} view={view} info={info} named={alone} moving={moving} onOpen={onOpen} />
                ) : (
                  <td key={n} className="day-outside" />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type DayCellProps = Pick<RosterGridProps, 'view' | 'moving' | 'onOpen'> & { readonly info: RosterDay; readonly named: boolean };

function DayCell({ view, info, named, moving, onOpen }: DayCellProps) {
  const { day } = info;
  const today = dayOf(Date.now());
  const className = `${info.workday ? '' : 'day-off'}${day === today ? ' day-today' : ''}${day < today ? ' day-past' : ''}`;
  return (
    <td className={className} aria-current={day === today ? 'date' : undefined}>
      <div className="day-head">
        <time dateTime={day}>{named ? `${Number(day.slice(5, 7))}-${Number(day.slice(8))}` : Number(day.slice(8))}</time>
        <DayNote info={info} />
      </div>
      {seatsOn(view, day).map((place) => (
        <div key={place.placeId} className="day-place">
          {named ? (
            <span className="second small">{place.placeName}</span>
          ) : (
            <span className="place-sign" title={place.placeName}>
              <span aria-hidden="true">{place.sign}</span>
              <span className="visually-hidden">{place.placeName}</span>
            </span>
          )}
          <div className="seats">
            {place.seats.map((seat) => (
              <SeatButton key={seat.n} view={view} seat={seat} moving={moving} onOpen={onOpen} />
            ))}
          </div>
        </div>
      ))}
    </td>
  );
}
