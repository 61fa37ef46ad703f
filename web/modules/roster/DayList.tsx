/** The roster on a narrow screen: the days with something on them, one below the other. */
import { dayOf } from '#domain/kernel/day.ts';
import type { RosterView } from '#domain/roster/roster.model.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { sayWeekday } from '#web/ui/say.ts';
import { DayNote } from './DayNote.tsx';
import { type OnSeat, SeatButton } from './SeatButton.tsx';
import { seatsOn } from './seats.ts';

const words = { days: { zh: '巡查日', en: 'Patrol days' } };

export function DayList({ view, onSeat }: { readonly view: RosterView; readonly onSeat: OnSeat }) {
  const t = useWords();
  const today = dayOf(Date.now());
  const days = view.days.filter((info) => info.name || seatsOn(view, info.day).length > 0);
  return (
    <div className="day-list no-print">
      <Panel title={t(words.days)}>
        <ul className="rows">
          {days.map((info) => (
            <li key={info.day} className={info.day === today ? 'day-line day-today' : 'day-line'}>
              <div className="day-line-head">
                <strong>
                  {Number(info.day.slice(5, 7))}-{Number(info.day.slice(8))}
                </strong>{' '}
                <span className="second">{t(sayWeekday(info.day))}</span> <DayNote info={info} />
              </div>
              {seatsOn(view, info.day).map((place) => (
                <div key={place.placeId} className="day-line-place">
                  <div className="second small">{place.placeName}</div>
                  <div className="seats">
                    {place.seats.map((seat) => (
                      <SeatButton key={seat.n} view={view} seat={seat} onSeat={onSeat} today={today} />
                    ))}
                  </div>
                </div>
              ))}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
