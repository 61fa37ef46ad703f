/** The roster on a narrow screen: the days with something on them, one below the other. */
import { dayOf, mondayOf } from '#domain/kernel/day.ts';
import type { RosterView, Seat } from '#domain/roster/roster.model.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { sayWeekday } from '#web/ui/say.ts';
import { DayNote } from './DayNote.tsx';
import type { Moving } from './moving.ts';
import { SeatButton } from './SeatButton.tsx';
import { seatsOn } from './seats.ts';

const words = { days: { zh: '巡查日', en: 'Patrol days' } };

interface DayListProps {
  readonly view: RosterView;
  /** The Monday of the one week to show; null for the month. */
  readonly week: string | null;
  readonly moving: Moving | undefined;
  readonly onOpen: (seat: Seat) => void;
}

export function DayList({ view, week, moving, onOpen }: DayListProps) {
  const t = useWords();
  const today = dayOf(Date.now());
  const days = view.days
    .filter((info) => (week ? mondayOf(info.day) === week : info.day.startsWith(view.month)))
    .filter((info) => info.name || seatsOn(view, info.day).length > 0);
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
                      <SeatButton key={seat.n} view={view} seat={seat} moving={moving} onOpen={onOpen} />
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
