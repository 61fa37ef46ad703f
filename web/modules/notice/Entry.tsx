/** One entry of the plan: pressing its head shows its sentence; what was checked, corrected or is unsure stands on it, with the acts at hand. */
import type { ReactNode } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { Doubt } from '#domain/notice/plan.ts';
import { useWords } from '#web/language.ts';
import { Glyph, type GlyphName } from './Glyph.tsx';
import { useReview } from './review.ts';
import { useSelection } from './selection.ts';

const words = {
  accept: { zh: '核对无误', en: 'Checked' },
  accepted: { zh: '已核对', en: 'checked' },
  edit: { zh: '更正', en: 'Correct' },
  corrected: { zh: '已更正', en: 'corrected' },
  takeBack: { zh: '撤回更正', en: 'take back' },
};

/** One more act of an entry, with its key. */
export interface EntryAct {
  readonly key: string;
  readonly glyph: GlyphName;
  readonly words: Words;
  readonly onPress: () => void;
}

interface EntryProps {
  readonly target: string;
  readonly span: readonly [number, number];
  readonly title: string;
  readonly number?: string;
  readonly doubts?: readonly Doubt[];
  readonly dropped?: boolean;
  /** Partners and channels are not checked one by one. */
  readonly checkable?: boolean;
  readonly acts?: readonly EntryAct[];
  readonly onEdit?: (() => void) | undefined;
  readonly panel?: ReactNode;
  readonly children?: ReactNode;
}

export function Entry({
  target,
  span,
  title,
  number,
  doubts = [],
  dropped = false,
  checkable = true,
  acts = [],
  onEdit,
  panel,
  children,
}: EntryProps) {
  const t = useWords();
  const { chosen, choose } = useSelection();
  const review = useReview();
  const here = chosen?.target === target || chosen?.target?.startsWith(`${target}#`);
  const checked = dropped || review.accepted.has(target);
  const mayCheck = checkable && review.mayEdit && !dropped;
  const className = ['entry', here && 'entry-here', dropped && 'entry-dropped', checkable && checked && 'entry-checked']
    .filter(Boolean)
    .join(' ');
  return (
    <li className={className} data-target={target} data-span={span.join('-')} data-checked={checkable ? checked : undefined}>
      <div className="entry-head">
        {number && <span className="entry-number">{number}</span>}
        <button type="button" className="entry-title" onClick={() => choose(target, span, 'plan')}>
          {title}
        </button>
        <span className="entry-acts no-print">
          <span className="entry-side">
            {acts.map((act) => (
              <EntryButton key={act.key} act={act} title={title} />
            ))}
            {onEdit && <EntryButton act={{ key: 'e', glyph: 'pencil', words: words.edit, onPress: onEdit }} title={title} />}
          </span>
          {mayCheck && (
            <button
              type="button"
              className="entry-act entry-check"
              data-key="a"
              aria-pressed={checked}
              aria-label={`${t(checked ? words.accepted : words.accept)} ${title}`}
              title={`${t(checked ? words.accepted : words.accept)} (a)`}
              onClick={() => review.accept([target], !checked)}
            >
              <Glyph name="check" />
            </button>
          )}
        </span>
      </div>
      {!checked &&
        doubts.map((doubt) => <DoubtNote key={`${doubt.about}${doubt.span[0]}${doubt.reason.zh}`} doubt={doubt} target={target} />)}
      {children && <div className="entry-more">{children}</div>}
      <Corrected target={target} />
      {panel}
    </li>
  );
}

function EntryButton({ act, title }: { readonly act: EntryAct; readonly title: string }) {
  const t = useWords();
  return (
    <button
      type="button"
      className="entry-act"
      data-key={act.key}
      aria-label={`${t(act.words)} ${title}`}
      title={`${t(act.words)} (${act.key})`}
      onClick={act.onPress}
    >
      <Glyph name={act.glyph} />
    </button>
  );
}

function DoubtNote({ doubt, target }: { readonly doubt: Doubt; readonly target: string }) {
  const t = useWords();
  const { choose } = useSelection();
  const sure =
    doubt.confidence < 0.35
      ? { zh: '很可能有误', en: 'probably wrong' }
      : doubt.confidence < 0.6
        ? { zh: '存疑', en: 'unsure' }
        : { zh: '请看一眼', en: 'have a look' };
  return (
    <button type="button" className="doubt" onClick={() => choose(target, doubt.span, 'plan')}>
      <b>▲ {t(sure)}</b> {t(doubt.reason)}
    </button>
  );
}

const fieldWords: Readonly<Record<string, Words>> = {
  title: { zh: '标题', en: 'title' },
  text: { zh: '内容', en: 'text' },
  owners: { zh: '责任科室', en: 'owners' },
  leaders: { zh: '分管领导', en: 'leaders' },
  due: { zh: '期限', en: 'due day' },
  cuts: { zh: '拆分', en: 'split' },
  addedTasks: { zh: '补充的期限', en: 'added days' },
  separate: { zh: '另立', en: 'kept separate' },
};

/** What a person changed here by hand; each can be taken back. */
function Corrected({ target }: { readonly target: string }) {
  const t = useWords();
  const { notice, mayEdit, takeBack } = useReview();
  const corrections = notice.corrections.filter(
    (one) => one.target === target && one.question === undefined && !['accepted', 'dropped'].includes(one.field),
  );
  if (corrections.length === 0) return null;
  return (
    <p className="entry-corrected small">
      <span className="pill">{t(words.corrected)}</span>{' '}
      {corrections.map((one) => (
        <span key={one.field}>
          {t(fieldWords[one.field] ?? { zh: one.field, en: one.field })}
          {mayEdit && (
            <button type="button" className="link-button" onClick={() => takeBack(target, one.field)}>
              {t(words.takeBack)}
            </button>
          )}{' '}
        </span>
      ))}
    </p>
  );
}
