import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { verdicts } from '#domain/patrol/patrol.states.ts';
import { useWords } from '#web/language.ts';
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
          return (
            <li key={item.no} className={`item as-${answer?.verdict ?? 'open'}`}>
              <ItemText item={item} />
              {answer && (
                <p className="verdict">
                  {t(verdicts[answer.verdict])}
                  {answer.measures.map((measure) => ` · ${measure.metric} ${measure.value}%`)}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
