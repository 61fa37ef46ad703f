import { weekdayOf } from '#domain/kernel/day.ts';
import type { RosterDay } from '#domain/roster/roster.model.ts';
import { useWords } from '#web/language.ts';

const words = { off: { zh: '休', en: 'off' }, makeUp: { zh: '班', en: 'workday' } };

/** 休 国庆节 on a statutory holiday, 班 on a weekend that is worked instead. */
export function DayNote({ info }: { readonly info: RosterDay }) {
  const t = useWords();
  if (!info.name) return null;
  const makeUp = info.workday && weekdayOf(info.day) > 5;
  return (
    <span className={makeUp ? 'day-note day-make-up' : 'day-note'}>
      <b>{t(makeUp ? words.makeUp : words.off)}</b> {info.name}
    </span>
  );
}
