/** The days of the month that are not what their weekday says, and the clerk's word on them before they are announced. */
import { useId, useState } from 'react';
import type { CalendarDay } from '#domain/calendar/calendar.contract.ts';
import { firstDayOf, lastDayOf, type Month } from '#domain/kernel/day.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';

const words = {
  title: { zh: '工作日历', en: 'Working calendar' },
  unannounced: {
    zh: '国务院还没有公布这一年的放假安排，先按法定节日预计；公布后或有调整时，请在这里更正。',
    en: 'The days off of this year are not announced yet; the statutory ones are expected. Correct them here once they are known.',
  },
  none: { zh: '这个月没有节假日和调休。', en: 'No holidays or make-up days this month.' },
  off: { zh: '放假', en: 'off' },
  work: { zh: '上班', en: 'worked' },
  usual: { zh: '恢复原样', en: 'as usual' },
  announced: { zh: '国务院公布', en: 'announced' },
  unit: { zh: '本单位更正', en: 'corrected here' },
  correct: { zh: '更正一天', en: 'Correct a day' },
  day: { zh: '日期', en: 'Day' },
  kind: { zh: '改为', en: 'Becomes' },
  name: { zh: '名称', en: 'Name' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
};

export function CalendarDays({ month }: { readonly month: Month }) {
  const t = useWords();
  const { data } = useRead('calendar.get', { month });
  const [correcting, setCorrecting] = useState(false);
  if (!data) return null;
  return (
    <div className="no-print">
      <Panel
        title={t(words.title)}
        aside={
          data.mayManage && (
            <button type="button" className="btn" onClick={() => setCorrecting(true)}>
              {t(words.correct)}
            </button>
          )
        }
      >
        {!data.announced && <p className="panel-body second">{t(words.unannounced)}</p>}
        {data.days.length === 0 ? (
          <p className="panel-body second">{t(words.none)}</p>
        ) : (
          <ul className="rows">
            {data.days.map((day) => (
              <DayLine key={day.day} day={day} />
            ))}
          </ul>
        )}
      </Panel>
      {correcting && <CorrectDay month={month} onClose={() => setCorrecting(false)} />}
    </div>
  );
}

function DayLine({ day }: { readonly day: CalendarDay }) {
  const t = useWords();
  return (
    <li>
      {t(sayDay(day.day))} {t(sayWeekday(day.day))} <strong>{day.name}</strong> {t(day.workday ? words.work : words.off)}{' '}
      {day.source !== 'expected' && <span className="second small">{t(words[day.source])}</span>}
    </li>
  );
}

function CorrectDay({ month, onClose }: { readonly month: Month; readonly onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const set = useAct('calendar.set');
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<'off' | 'work' | 'usual'>('off');
  const [name, setName] = useState('');
  return (
    <Sheet title={t(words.correct)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ day, kind, name }, { onSuccess: onClose });
        }}
      >
        <div className="field">
          <label className="label" htmlFor={`${id}day`}>
            {t(words.day)}
          </label>
          <input
            id={`${id}day`}
            className="input"
            type="date"
            required
            min={firstDayOf(month)}
            max={lastDayOf(month)}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}kind`}>
            {t(words.kind)}
          </label>
          <select id={`${id}kind`} className="input" value={kind} onChange={(event) => setKind(event.currentTarget.value as typeof kind)}>
            {(['off', 'work', 'usual'] as const).map((one) => (
              <option key={one} value={one}>
                {t(words[one])}
              </option>
            ))}
          </select>
        </div>
        {kind !== 'usual' && (
          <div className="field">
            <label className="label" htmlFor={`${id}name`}>
              {t(words.name)}
            </label>
            <input
              id={`${id}name`}
              className="input"
              required
              maxLength={30}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </div>
        )}
        <ProblemNote error={set.error} />
        <div className="form-foot">
          <button type="submit" className="btn btn-main" disabled={day === '' || set.isPending}>
            {t(words.save)}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
