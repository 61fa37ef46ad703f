/** What adopting this notice would change of what is in force: field by field, what was and what will be. */
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { DutyChange, FieldChange, NoticeChanges } from '#domain/notice/compare.model.ts';
import type { DutyDraft } from '#domain/notice/draft.model.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { useReview } from './review.ts';
import { useSelection } from './selection.ts';

const words = {
  title: { zh: '与现行方案相比', en: 'Against what is in force' },
  kinds: { zh: '种类', en: 'Kind' },
  new: { zh: '新增', en: 'New' },
  changed: { zh: '修改', en: 'Changed' },
  same: { zh: '不变', en: 'Same' },
  gone: { zh: '终止', en: 'Ended' },
  repeats: { zh: '与他文重复', en: 'Ordered elsewhere too' },
  work: { zh: '已有办理记录，会保留', en: 'something was reported under it; that stays' },
  join: { zh: '并入原有事项', en: 'Join it' },
  separate: { zh: '另立一项', en: 'Keep separate' },
  none: { zh: '无', en: 'none' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
};

const fieldWords: Readonly<Record<string, Words>> = {
  text: { zh: '内容', en: 'Text' },
  owners: { zh: '责任科室', en: 'Owners' },
  leaders: { zh: '分管领导', en: 'Leaders' },
  standard: { zh: '测评标准', en: 'Standard' },
  words: { zh: '字数', en: 'Characters' },
  photos: { zh: '照片', en: 'Photos' },
  due: { zh: '期限', en: 'Due' },
  checklist: { zh: '检查内容', en: 'Checklist' },
  daysAWeek: { zh: '每周天数', en: 'Days a week' },
  people: { zh: '每次人数', en: 'People' },
  leaderOnDuty: { zh: '领导带班', en: 'Leader on duty' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'To' },
  role: { zh: '组内职务', en: 'Role' },
  post: { zh: '职务', en: 'Post' },
};

type Kind = 'new' | 'changed' | 'same' | 'repeats' | 'gone';
const kinds: readonly Kind[] = ['changed', 'new', 'gone', 'repeats', 'same'];

export function Changes() {
  const t = useWords();
  const { notice } = useReview();
  const [shown, setShown] = useState<Kind>('changed');
  const { changes } = notice;
  // Beside other notices everything new is no news; there only what repeats is worth a look.
  if (!changes || (notice.draft.amends === null && changes.duties.every((change) => change.kind === 'new'))) return null;
  const count = (kind: Kind): number =>
    kind === 'gone' ? goneIn(changes) : changes.duties.filter((one) => one.kind === kind).length + othersOf(changes, kind).length;
  const kind = count(shown) > 0 ? shown : (kinds.find((one) => count(one) > 0) ?? 'same');
  return (
    <section className="plan-part changes" aria-labelledby="changes">
      <h2 id="changes">{t(words.title)}</h2>
      <fieldset className="seg">
        <legend className="visually-hidden">{t(words.kinds)}</legend>
        {kinds.map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} disabled={count(one) === 0} onClick={() => setShown(one)}>
            {t(words[one])} {count(one)}
          </button>
        ))}
      </fieldset>
      <ul className="entries">
        {kind === 'gone'
          ? changes.gone.map((gone) => (
              <li key={gone.id} className="change">
                <a href={to('duty', { id: gone.id })}>
                  {gone.number} {gone.title}
                </a>
                {gone.hasWork && <span className="second small"> {t(words.work)}</span>}
              </li>
            ))
          : changes.duties.filter((one) => one.kind === kind).map((change) => <ChangeLine key={change.key} change={change} />)}
        {othersOf(changes, kind).map((other) => (
          <li key={`${other.target}${other.kind}`} className="change">
            <span>{other.name}</span>
            <Fields fields={other.fields} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const othersOf = (changes: NoticeChanges, kind: Kind) => changes.others.filter((other) => other.kind === kind);
const goneIn = (changes: NoticeChanges): number => changes.gone.length + othersOf(changes, 'gone').length;

function ChangeLine({ change }: { readonly change: DutyChange }) {
  const t = useWords();
  const { notice, mayEdit, correct } = useReview();
  const { choose } = useSelection();
  const duty = notice.draft.lists.flatMap((list) => list.duties).find((one) => one.key === change.key);
  if (!duty) return null;
  return (
    <li className="change">
      <button type="button" className="entry-title" onClick={() => choose(`duty:${duty.key}`, duty.span, 'plan')}>
        {duty.number} {duty.title}
      </button>
      {change.kind === 'repeats' && change.duty && (
        <p className="small">
          <a href={to('duty', { id: change.duty.id })}>
            {change.duty.noticeNumber} {change.duty.number} {change.duty.title}
          </a>{' '}
          {mayEdit && (
            <button
              type="button"
              className="link-button"
              onClick={() => correct({ target: `duty:${duty.key}`, field: 'separate', value: true }, duty.separate)}
            >
              {t(words.separate)}
            </button>
          )}
        </p>
      )}
      {change.kind === 'new' && <Rejoin duty={duty} />}
      {change.kind === 'changed' && <Fields fields={change.fields} />}
    </li>
  );
}

/** A duty kept separate by hand can still join. */
function Rejoin({ duty }: { readonly duty: DutyDraft }) {
  const t = useWords();
  const { mayEdit, takeBack } = useReview();
  if (!duty.separate || !mayEdit) return null;
  return (
    <button type="button" className="link-button" onClick={() => takeBack(`duty:${duty.key}`, 'separate')}>
      {t(words.join)}
    </button>
  );
}

function Fields({ fields }: { readonly fields: readonly FieldChange[] }) {
  const t = useWords();
  if (fields.length === 0) return null;
  const say = (value: FieldChange['was'], between = '、'): string => {
    if (typeof value === 'boolean') return t(value ? words.yes : words.no);
    if (Array.isArray(value)) return value.length === 0 ? t(words.none) : value.join(between);
    return value === null || value === '' ? t(words.none) : String(value);
  };
  return (
    <dl className="change-fields small">
      {fields.map((change) => (
        <div key={change.field}>
          <dt>{t(fieldWords[change.field] ?? { zh: change.field, en: change.field })}</dt>
          <dd>
            {(Array.isArray(change.was) && change.field === 'checklist') || change.field === 'text' ? (
              <Difference was={say(change.was, '\n')} now={say(change.now, '\n')} />
            ) : (
              <>
                <del>{say(change.was)}</del> → <ins>{say(change.now)}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What stands before and after the words that differ is the same in both, so it is said once. */
function Difference({ was, now }: { readonly was: string; readonly now: string }) {
  let head = 0;
  while (head < was.length && head < now.length && was[head] === now[head]) head++;
  let tail = 0;
  while (tail < was.length - head && tail < now.length - head && was.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const before = was.slice(0, head);
  const after = tail === 0 ? '' : was.slice(-tail);
  return (
    <>
      {before.length > 24 ? `…${before.slice(-24)}` : before}
      <del>{was.slice(head, was.length - tail)}</del>
      <ins>{now.slice(head, now.length - tail)}</ins>
      {after.length > 24 ? `${after.slice(0, 24)}…` : after}
    </>
  );
}
