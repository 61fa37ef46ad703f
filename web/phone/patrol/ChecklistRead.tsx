import { gradeOf } from '#domain/patrol/grade.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { verdicts } from '#domain/patrol/patrol.states.ts';
import { useWords } from '#web/language.ts';
import { GradeMark } from '#web/ui/GradeMark.tsx';
import { ItemText } from './ItemText.tsx';

const words = {
  items: { zh: '检查内容', en: 'What to check' },
};

/** The checklist to read: before the start, afterwards with its answers, and for those who only look on. */
export function ChecklistRead({ patrol }: { readonly patrol: PatrolView }) {
  const t = useWords();
  return (
    <section aria-labelledby="to-check">
      <h2 id="to-check">
        {t(words.items)} <span className="count">{patrol.checklist.length}</span>
      </h2>
      <ol className="items">
        {patrol.checklist.map((item) => {
          const answer = patrol.answers.find((each) => each.no === item.no);
          const { grade, share } = gradeOf(item, answer, patrol.issues);
          return (
            <li key={item.no} className={`item as-${answer?.verdict ?? 'open'}`}>
              <ItemText item={item} />
              {answer && (
                <p className="verdict">
                  {t(verdicts[answer.verdict])}
                  {answer.measures.map((measure) => ` · ${measure.metric} ${measure.value}%`)}{' '}
                  {grade && <GradeMark grade={grade} share={share} />}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
