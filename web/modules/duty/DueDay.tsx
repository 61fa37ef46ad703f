import type { TaskRow } from '#domain/duty/duty.model.ts';
import { dayOf } from '#domain/kernel/day.ts';
import { useWords } from '#web/language.ts';
import { sayDay, sayDue } from '#web/ui/say.ts';

const words = {
  none: { zh: '未定期限', en: 'no due day' },
  inherited: { zh: '依上行', en: 'row above' },
  inheritedHint: { zh: '表中此格为空，沿用上一行的时限', en: 'the cell is blank; the day of the row above applies' },
  derived: { zh: '推定', en: 'derived' },
  derivedHint: { zh: '公文只写了周期，日期由系统推定', en: 'the notice gives a rhythm only; the day is derived' },
};

/** A due day as people say it; the exact day and the day as printed on hover. */
export function DueDay({ task }: { readonly task: Pick<TaskRow, 'due' | 'printedDue' | 'basis' | 'state'> }) {
  const t = useWords();
  if (!task.due) return <span className="second">{t(words.none)}</span>;
  const open = task.state === 'todo' || task.state === 'returned';
  const late = open && task.due < dayOf(Date.now());
  const printed =
    task.printedDue && task.printedDue !== task.due
      ? ` · ${t({ zh: `公文原写 ${task.printedDue}`, en: `printed ${task.printedDue}` })}`
      : '';
  return (
    <span className="due-day" title={`${task.due}${printed}`}>
      <time dateTime={task.due} className={late ? 'late-words' : undefined}>
        {open ? t(sayDue(task.due)) : t(sayDay(task.due))}
      </time>
      {open && <span className="second due-date">{t(sayDay(task.due))}</span>}
      {task.basis === 'inherited' && (
        <span className="pill" title={t(words.inheritedHint)}>
          {t(words.inherited)}
        </span>
      )}
      {task.basis === 'derived' && (
        <span className="pill" title={t(words.derivedHint)}>
          {t(words.derived)}
        </span>
      )}
    </span>
  );
}
