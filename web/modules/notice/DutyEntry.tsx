/** A duty of the draft with its owners, leaders, due days and what it asks for; it can be parted, joined, given a day or dropped. */
import type { DutyDraft } from '#domain/notice/draft.model.ts';
import { useWords } from '#web/language.ts';
import { AddDay } from './AddDay.tsx';
import { Entry, type EntryAct } from './Entry.tsx';
import { MergePanel } from './MergePanel.tsx';
import { useReview } from './review.ts';
import { SplitPanel } from './SplitPanel.tsx';
import { useSelection } from './selection.ts';

const words = {
  noOwner: { zh: '未写明责任人', en: 'nobody named' },
  inCharge: { zh: '分管', en: 'in charge' },
  drop: { zh: '不作为任务', en: 'No duty' },
  bringBack: { zh: '恢复', en: 'Bring back' },
  split: { zh: '拆分', en: 'Split' },
  merge: { zh: '合并', en: 'Merge' },
  day: { zh: '补期限', en: 'Add a day' },
  inherited: { zh: '依上行', en: 'row above' },
  derived: { zh: '推定', en: 'derived' },
  clerk: { zh: '补充', en: 'added' },
  noDay: { zh: '未定日期', en: 'no day' },
};

export function DutyEntry({ duty, onEdit }: { readonly duty: DutyDraft; readonly onEdit: (() => void) | undefined }) {
  const t = useWords();
  const review = useReview();
  const target = `duty:${duty.key}`;
  const open = (kind: 'split' | 'merge' | 'day') => () => review.openPanel({ target, kind });
  const setDropped = (value: boolean) => review.correct({ target, field: 'dropped', value }, duty.dropped);
  const drop: EntryAct = duty.dropped
    ? { key: 'd', glyph: 'back', words: words.bringBack, onPress: () => setDropped(false) }
    : { key: 'd', glyph: 'drop', words: words.drop, onPress: () => setDropped(true) };
  const others: EntryAct[] = [
    { key: 's', glyph: 'split', words: words.split, onPress: open('split') },
    { key: 'm', glyph: 'merge', words: words.merge, onPress: open('merge') },
    { key: 't', glyph: 'day', words: words.day, onPress: open('day') },
  ];
  const panel = review.panel?.target === target ? review.panel.kind : null;
  return (
    <Entry
      target={target}
      span={duty.span}
      number={duty.number}
      title={duty.title}
      doubts={duty.doubts}
      dropped={duty.dropped}
      acts={review.mayEdit ? [drop, ...(duty.dropped ? [] : others)] : []}
      onEdit={duty.dropped ? undefined : onEdit}
      panel={
        <>
          {panel === 'split' && <SplitPanel duty={duty} />}
          {panel === 'merge' && <MergePanel duty={duty} />}
          {panel === 'day' && <AddDay duty={duty} />}
        </>
      }
    >
      {duty.dropped ? <span className="second">{t(words.drop)}</span> : <DutyAsks duty={duty} />}
    </Entry>
  );
}

function DutyAsks({ duty }: { readonly duty: DutyDraft }) {
  const t = useWords();
  const { choose } = useSelection();
  return (
    <>
      {duty.kind === 'duty' && (
        <span className="second">
          {duty.owners.length > 0 ? duty.owners.join('、') : t(words.noOwner)}
          {duty.leaders.length > 0 && ` · ${t(words.inCharge)} ${duty.leaders.join('、')}`}
        </span>
      )}
      {duty.tasks.map((task) => (
        <button
          key={task.key}
          type="button"
          className="due-chip"
          data-target={`task:${task.key}`}
          title={[task.title, task.covers].filter(Boolean).join(' · ')}
          onClick={() => choose(`task:${task.key}`, task.span, 'plan')}
        >
          {task.due ?? t(words.noDay)}
          {task.basis !== 'printed' && <small>{t(words[task.basis])}</small>}
        </button>
      ))}
      {duty.wordCount && (
        <span className="ask-chip">
          {duty.wordCount.approximate
            ? t({ zh: `约 ${duty.wordCount.n} 字`, en: `about ${duty.wordCount.n} characters` })
            : t({ zh: `${duty.wordCount.n} 字`, en: `${duty.wordCount.n} characters` })}
        </span>
      )}
      {duty.forms.map((form) => (
        <button key={form.raw} type="button" className="due-chip" onClick={() => choose(`duty:${duty.key}`, form.span, 'plan')}>
          {form.raw}
        </button>
      ))}
      {duty.photos && <span className="ask-chip">{t({ zh: `照片 ${duty.photos.n} 张`, en: `${duty.photos.n} photos` })}</span>}
    </>
  );
}
