import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { gradeOf } from '#domain/patrol/grade.ts';
import type { ChecklistItem } from '#domain/place/place.model.ts';
import type { Grade } from '#domain/place/point.model.ts';
import { useWords } from '#web/language.ts';
import { GradeMark } from '#web/ui/GradeMark.tsx';
import { Choice } from '../kit/Choice.tsx';
import type { DraftAnswer } from './patrol.draft.ts';

const words = {
  state: { zh: '测评档次', en: 'Assessment' },
  byFaults: (n: number): Words => ({ zh: `按 ${n} 处问题`, en: `by ${n} ${n === 1 ? 'fault' : 'faults'}` }),
  byHand: { zh: '人工调整', en: 'set by hand' },
  change: { zh: '调整', en: 'Change' },
};

interface Props {
  readonly item: ChecklistItem;
  readonly answer: DraftAnswer;
  /** Problems recorded on the item. */
  readonly faults: number;
  readonly onGrade: (grade: Grade | undefined) => void;
}

/** The state the item gets; shown where something was found, to be changed where the number of faults does not tell it all. */
export function GradeField({ item, answer, faults, onGrade }: Props) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const problems = Array.from({ length: faults }, () => ({ itemNo: item.no }));
  const given = answer.verdict ? { verdict: answer.verdict, ...(answer.grade ? { grade: answer.grade } : {}) } : undefined;
  const { grade, byFaults, share, faults: counted } = gradeOf(item, given, problems);
  if (!grade || !byFaults || (counted === 0 && !answer.grade)) return null;
  return (
    <div className="grade">
      <div className="grade-line">
        <span>{t(words.state)}</span>
        <GradeMark grade={grade} share={share} />
        <span className="second-line">{t(grade === byFaults ? words.byFaults(counted) : words.byHand)}</span>
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(words.change)}
        </button>
      </div>
      {isOpen && (
        <Choice
          legend={t(words.state)}
          shown={false}
          value={grade}
          onChoose={(chosen) => onGrade(chosen === byFaults ? undefined : chosen)}
          options={(item.scale ?? []).map((step) => ({ value: step.grade, label: `${step.grade} ${step.share}%` }))}
        />
      )}
    </div>
  );
}
