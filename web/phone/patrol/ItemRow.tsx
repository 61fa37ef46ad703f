import type { Words } from '#domain/kernel/words.ts';
import { type Verdict, verdicts } from '#domain/patrol/patrol.states.ts';
import type { ChecklistItem } from '#domain/place/place.model.ts';
import type { Grade } from '#domain/place/point.model.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { Choice } from '../kit/Choice.tsx';
import { GradeField } from './GradeField.tsx';
import { ItemText } from './ItemText.tsx';
import { type DraftAnswer, isAnswered, numberOf } from './patrol.draft.ts';

const words = {
  verdict: (no: number): Words => ({ zh: `第 ${no} 项`, en: `Item ${no}` }),
  below: (n: number): Words => ({ zh: `低于 ${n}%，按问题记`, en: `Below ${n}%: counts as a problem` }),
  atLeast: (n: number): Words => ({ zh: `应 ≥ ${n}%`, en: `at least ${n}%` }),
  fill: { zh: '请填数字', en: 'Number needed' },
  notNumber: { zh: '请填 0 到 100 的数字', en: 'A number from 0 to 100' },
  report: { zh: '写下这个问题', en: 'Describe the problem' },
  another: { zh: '再记一个', en: 'One more' },
};

const tones: Record<Verdict, 'done' | 'late' | 'todo'> = { fine: 'done', problem: 'late', notApplicable: 'todo' };

interface Props {
  readonly item: ChecklistItem;
  readonly answer: DraftAnswer;
  readonly issues: readonly { readonly id: string; readonly text: string }[];
  readonly reportHref: string;
  readonly onTap: (verdict: Verdict) => void;
  readonly onType: (metric: string, text: string) => void;
  readonly onGrade: (grade: Grade | undefined) => void;
}

/** One line of the checklist: answered in one tap, or by the number it asks for. */
export function ItemRow({ item, answer, issues, reportHref, onTap, onType, onGrade }: Props) {
  const t = useWords();
  const isWhole = isAnswered(item, answer);
  return (
    <li className={`item as-${isWhole ? answer.verdict : 'open'}`} id={`item-${item.no}`}>
      <ItemText item={item} />
      {item.measures.map((measure) => (
        <MeasureField
          key={measure.metric}
          measure={measure}
          text={answer.measures[measure.metric] ?? ''}
          needed={answer.verdict !== null && answer.verdict !== 'notApplicable'}
          onType={(text) => onType(measure.metric, text)}
        />
      ))}
      <Choice
        legend={t(words.verdict(item.no))}
        shown={false}
        value={answer.verdict}
        onChoose={onTap}
        options={(Object.keys(verdicts) as Verdict[]).map((verdict) => ({
          value: verdict,
          label: t(verdicts[verdict]),
          tone: tones[verdict],
        }))}
      />
      <GradeField item={item} answer={answer} faults={issues.length} onGrade={onGrade} />
      {(issues.length > 0 || answer.verdict === 'problem') && (
        <div className="item-issues">
          {issues.map((issue) => (
            <a key={issue.id} href={`/m/issues/${issue.id}`} className="item-issue">
              <Icon name="issue" size={16} />
              {issue.text}
            </a>
          ))}
          {answer.verdict === 'problem' && (
            <a href={reportHref} className={issues.length > 0 ? 'link' : 'button second wide'}>
              {t(issues.length > 0 ? words.another : words.report)}
            </a>
          )}
        </div>
      )}
    </li>
  );
}

interface MeasureProps {
  readonly measure: ChecklistItem['measures'][number];
  readonly text: string;
  readonly needed: boolean;
  readonly onType: (text: string) => void;
}

function MeasureField({ measure, text, needed, onType }: MeasureProps) {
  const t = useWords();
  const value = numberOf(text);
  const said =
    value === null ? (text ? words.notNumber : needed ? words.fill : null) : value < measure.atLeast ? words.below(measure.atLeast) : null;
  return (
    <label className="measure">
      <span>{measure.metric}</span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={6}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <span aria-hidden="true">%</span>
      <span className={said ? 'measure-said' : 'measure-hint'}>{t(said ?? words.atLeast(measure.atLeast))}</span>
    </label>
  );
}
