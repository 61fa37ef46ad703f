/** The responsibility lists of the draft, each duty with its owners, leaders, due days and what it asks for. */
import { useState } from 'react';
import type { DutyDraft } from '#domain/notice/draft.model.ts';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { problemOf } from '#web/ui/ProblemNote.tsx';
import { Entry } from './Entry.tsx';
import { type Field, Pencil } from './Pencil.tsx';
import { useSelection } from './selection.ts';

const words = {
  title: { zh: '标题', en: 'Title' },
  owners: { zh: '责任科室', en: 'Owners' },
  leaders: { zh: '分管领导', en: 'Leaders in charge' },
  due: { zh: '期限', en: 'Due' },
  noOwner: { zh: '未写明责任人', en: 'nobody named' },
  inCharge: { zh: '分管', en: 'in charge' },
  drop: { zh: '不作为任务', en: 'No duty' },
  bringBack: { zh: '恢复', en: 'Bring back' },
  dropped: { zh: '不作为任务', en: 'dropped' },
  inherited: { zh: '依上行', en: 'row above' },
  derived: { zh: '推定', en: 'derived' },
  clerk: { zh: '补充', en: 'added' },
  noDay: { zh: '未定日期', en: 'no day' },
};

export function PlanLists({ notice, mayCorrect }: { readonly notice: NoticeView; readonly mayCorrect: boolean }) {
  const t = useWords();
  const [editing, setEditing] = useState<DutyDraft | null>(null);
  const all = notice.draft.lists.flatMap((list) => list.duties);
  const fieldsOf = (duty: DutyDraft): Field[] => {
    const target = `duty:${duty.key}`;
    return [
      { target, field: 'title', label: t(words.title), kind: 'long', value: duty.title },
      {
        target,
        field: 'owners',
        label: t(words.owners),
        kind: 'names',
        value: duty.owners,
        known: unique(all.flatMap((one) => one.owners)),
      },
      {
        target,
        field: 'leaders',
        label: t(words.leaders),
        kind: 'names',
        value: duty.leaders,
        known: unique([...all.flatMap((one) => one.leaders), ...notice.draft.members.map((member) => member.name)]),
      },
      ...duty.tasks.map(
        (task): Field => ({
          target: `task:${task.key}`,
          field: 'due',
          label: `${t(words.due)} ${task.covers ?? ''}`,
          kind: 'day',
          value: task.due,
        }),
      ),
    ];
  };
  return (
    <>
      {notice.draft.lists.map((list, i) => (
        <details key={list.key} className="plan-part plan-list" open={i < 3 || list.duties.some((duty) => duty.tasks.length > 0)}>
          <summary>
            <h2>{list.title}</h2> <span className="second">{t({ zh: `${list.duties.length} 项`, en: `${list.duties.length} items` })}</span>
          </summary>
          <ul className="entries">
            {list.duties.map((duty) => (
              <DutyEntry
                key={duty.key}
                notice={notice}
                duty={duty}
                mayCorrect={mayCorrect}
                onEdit={mayCorrect ? () => setEditing(duty) : undefined}
              />
            ))}
          </ul>
        </details>
      ))}
      {editing && <Pencil noticeId={notice.id} title={editing.title} fields={fieldsOf(editing)} onClose={() => setEditing(null)} />}
    </>
  );
}

function DutyEntry({
  notice,
  duty,
  mayCorrect,
  onEdit,
}: {
  readonly notice: NoticeView;
  readonly duty: DutyDraft;
  readonly mayCorrect: boolean;
  readonly onEdit: (() => void) | undefined;
}) {
  const t = useWords();
  const { choose } = useSelection();
  const drop = useAct('notice.correct');
  const target = `duty:${duty.key}`;
  const setDropped = (value: boolean) => drop.mutate({ id: notice.id, correction: { target, field: 'dropped', value }, was: duty.dropped });
  const corrected = notice.corrections.some(
    (one) => (one.target === target && one.field !== 'dropped') || duty.tasks.some((task) => one.target === `task:${task.key}`),
  );
  return (
    <Entry
      target={target}
      span={duty.span}
      number={duty.number}
      title={duty.title}
      corrected={corrected}
      dropped={duty.dropped}
      onEdit={duty.dropped ? undefined : onEdit}
    >
      {duty.dropped ? (
        <>
          <span className="second">{t(words.dropped)}</span>{' '}
          {mayCorrect && (
            <button type="button" className="link-button" onClick={() => setDropped(false)}>
              {t(words.bringBack)}
            </button>
          )}
        </>
      ) : (
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
          {duty.photos && <span className="ask-chip">{t({ zh: `照片 ${duty.photos.n} 张`, en: `${duty.photos.n} photos` })}</span>}
          {mayCorrect && (
            <button
              type="button"
              className="link-button entry-drop"
              aria-label={`${t(words.drop)} ${duty.title}`}
              onClick={() => setDropped(true)}
            >
              {t(words.drop)}
            </button>
          )}
        </>
      )}
      {drop.error && <span className="late-words small">{t(problemOf(drop.error))}</span>}
    </Entry>
  );
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
