/** What is unsure about the notice as a whole: no date, a sentence that orders something and belongs to no duty. */
import type { Doubt } from '#domain/notice/plan.ts';
import { useWords } from '#web/language.ts';
import { useReview } from './review.ts';
import { useSelection } from './selection.ts';

const words = {
  title: { zh: '全文存疑', en: 'Unsure about the text' },
  add: { zh: '设为责任事项', en: 'Make it a duty' },
};

export function NoticeDoubts() {
  const t = useWords();
  const { notice } = useReview();
  const { doubts } = notice.draft;
  if (notice.state !== 'draft' || doubts.length === 0) return null;
  return (
    <section className="plan-part plan-unsure" aria-labelledby="doubts">
      <h2 id="doubts">▲ {t(words.title)}</h2>
      <ul className="entries">
        {doubts.map((doubt) => (
          <DoubtLine key={`${doubt.about}${doubt.span[0]}`} doubt={doubt} />
        ))}
      </ul>
    </section>
  );
}

function DoubtLine({ doubt }: { readonly doubt: Doubt }) {
  const t = useWords();
  const { notice, mayEdit, correct } = useReview();
  const { choose } = useSelection();
  const sentence = notice.text
    .slice(...doubt.span)
    .replace(/\s+/g, ' ')
    .trim();
  const added = addedItemsOf(notice.corrections);
  return (
    <li className="change">
      <p>{t(doubt.reason)}</p>
      {sentence.length > 1 && (
        <button type="button" className="entry-title quote" onClick={() => choose(null, doubt.span, 'plan')}>
          {sentence.length > 80 ? `${sentence.slice(0, 80)}…` : sentence}
        </button>
      )}
      {mayEdit && doubt.about === 'item' && !added.some((span) => span[0] === doubt.span[0]) && (
        <button
          type="button"
          className="link-button"
          onClick={() => correct({ target: 'notice', field: 'addedItems', value: [...added, doubt.span] }, added)}
        >
          {t(words.add)}
        </button>
      )}
    </li>
  );
}

/** The passages a clerk has made duties so far. */
export function addedItemsOf(
  corrections: readonly { readonly target: string; readonly field: string; readonly value: unknown }[],
): [number, number][] {
  return (corrections.find((one) => one.target === 'notice' && one.field === 'addedItems')?.value ?? []) as [number, number][];
}
