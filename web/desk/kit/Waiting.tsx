import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

const words = {
  loading: { zh: '正在打开…', en: 'Opening…' },
  failed: { zh: '没有打开', en: 'It did not open' },
};

interface WaitingProps {
  readonly error?: unknown;
  /** Nothing else stands on the page yet, so that a failure needs a heading of its own. */
  readonly alone?: boolean;
}

/** Stands where an answer has not come yet: nothing for 300 ms, then a skeleton; the Problem's sentence when it failed. */
export function Waiting({ error = null, alone = false }: WaitingProps) {
  const t = useWords();
  if (error) {
    return (
      <>
        {alone && <h1 className="waiting-failed">{t(words.failed)}</h1>}
        <ProblemNote error={error} />
      </>
    );
  }
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">{t(words.loading)}</span>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
