/** The responsibility lists of the draft: first what is unsure where the clerk wants it so, then list by list in the order of the notice. */
import { useState } from 'react';
import type { Draft, DutyDraft } from '#domain/notice/draft.model.ts';
import { useWords } from '#web/language.ts';
import { DutyEntry } from './DutyEntry.tsx';
import { type Field, Pencil } from './Pencil.tsx';
import { useReview } from './review.ts';

const words = {
  title: { zh: '标题', en: 'Title' },
  owners: { zh: '责任科室', en: 'Owners' },
  leaders: { zh: '分管领导', en: 'Leaders in charge' },
  due: { zh: '期限', en: 'Due' },
  unsure: { zh: '存疑', en: 'Unsure' },
  rest: { zh: '这一组全部核对无误', en: 'All of these are right' },
  nothing: { zh: '没有符合的事项', en: 'Nothing matches' },
};

interface PlanListsProps {
  readonly unsureFirst: boolean;
  /** Only duties that hold these words. */
  readonly find: string;
}

export function PlanLists({ unsureFirst, find }: PlanListsProps) {
  const t = useWords();
  const { notice, mayEdit, accepted } = useReview();
  const [editing, setEditing] = useState<DutyDraft | null>(null);
  const { lists } = notice.draft;
  const shown = (duty: DutyDraft): boolean =>
    find === '' || [duty.title, duty.text, ...duty.owners, ...duty.leaders].some((one) => one.includes(find));
  const isOpen = (duty: DutyDraft): boolean => unsureFirst && duty.doubts.length > 0 && !duty.dropped && !accepted.has(`duty:${duty.key}`);
  const unsure = lists
    .flatMap((list) => list.duties.filter((duty) => isOpen(duty) && shown(duty)))
    .sort((a, b) => leastSure(a) - leastSure(b));
  const entry = (duty: DutyDraft) => <DutyEntry key={duty.key} duty={duty} onEdit={mayEdit ? () => setEditing(duty) : undefined} />;
  const groups = lists
    .map((list) => ({ ...list, duties: list.duties.filter((duty) => shown(duty) && !isOpen(duty)) }))
    .filter((list) => list.duties.length > 0);
  return (
    <>
      {unsure.length > 0 && (
        <section className="plan-part plan-unsure" aria-labelledby="unsure">
          <h2 id="unsure">
            ▲ {t(words.unsure)} <span className="second">{unsure.length}</span>
          </h2>
          <ul className="entries">{unsure.map(entry)}</ul>
        </section>
      )}
      {find !== '' && unsure.length + groups.length === 0 && <p className="second plan-note">{t(words.nothing)}</p>}
      {groups.map((list) => (
        <details key={list.key} className="plan-part plan-list" open>
          <summary>
            <h2>{list.title}</h2> <span className="second">{t({ zh: `${list.duties.length} 项`, en: `${list.duties.length} items` })}</span>
          </summary>
          <AcceptRest duties={list.duties} />
          <ul className="entries">{list.duties.map(entry)}</ul>
        </details>
      ))}
      {editing && (
        <Pencil noticeId={notice.id} title={editing.title} fields={fieldsOf(editing, notice.draft, t)} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

const leastSure = (duty: DutyDraft): number => Math.min(...duty.doubts.map((doubt) => doubt.confidence));

/** One act for all that is left of a list and bears no doubt. */
function AcceptRest({ duties }: { readonly duties: readonly DutyDraft[] }) {
  const t = useWords();
  const { mayEdit, accepted, accept } = useReview();
  const left = duties.filter((duty) => !duty.dropped && !accepted.has(`duty:${duty.key}`)).map((duty) => `duty:${duty.key}`);
  if (!mayEdit || left.length < 2) return null;
  return (
    <button type="button" className="link-button no-print accept-rest" onClick={() => accept(left, true)}>
      {t(words.rest)}（{left.length}）
    </button>
  );
}

function fieldsOf(duty: DutyDraft, draft: Draft, t: ReturnType<typeof useWords>): Field[] {
  const target = `duty:${duty.key}`;
  const all = draft.lists.flatMap((list) => list.duties);
  const names = [...all.flatMap((one) => one.leaders), ...draft.members.map((member) => member.name)];
  return [
    { target, field: 'title', label: t(words.title), kind: 'long', value: duty.title },
    { target, field: 'owners', label: t(words.owners), kind: 'names', value: duty.owners, known: unique(all.flatMap((one) => one.owners)) },
    { target, field: 'leaders', label: t(words.leaders), kind: 'names', value: duty.leaders, known: unique(names) },
    ...duty.tasks
      .filter((task) => task.basis !== 'clerk')
      .map(
        (task): Field => ({
          target: `task:${task.key}`,
          field: 'due',
          label: `${t(words.due)} ${task.covers ?? ''}`,
          kind: 'day',
          value: task.due,
        }),
      ),
  ];
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
