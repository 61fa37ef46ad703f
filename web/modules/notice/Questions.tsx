/** What a person settles before adoption: contradictions, blanks, what the reading is unsure of. The passages are quoted, the choices are buttons. */
import type { Passage, Question } from '#domain/notice/draft.model.ts';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { sayAt } from '#web/ui/say.ts';
import { useSelection } from './selection.ts';

const words = {
  title: { zh: '需要确认', en: 'To settle' },
  contradiction: { zh: '矛盾', en: 'Contradiction' },
  blank: { zh: '空白', en: 'Blank' },
  unsure: { zh: '存疑', en: 'Unsure' },
  amendment: { zh: '修订', en: 'Amendment' },
  mayWait: { zh: '可以先采纳', en: 'adoption need not wait' },
  here: { zh: '本文', en: 'this notice' },
  settled: { zh: '已确认', en: 'Settled' },
  reopen: { zh: '重新确认', en: 'Open again' },
};

export function Questions({ notice, maySettle }: { readonly notice: NoticeView; readonly maySettle: boolean }) {
  const t = useWords();
  if (notice.state !== 'draft' || notice.questions.length === 0) return null;
  const rank = (question: Question): number => (question.kind === 'amendment' ? 0 : question.mustSettle ? 1 : 2);
  const ordered = [...notice.questions].sort((a, b) => rank(a) - rank(b));
  return (
    <section className="plan-part" aria-labelledby="questions">
      <h2 id="questions">{t(words.title)}</h2>
      <ul className="questions">
        {ordered.map((question) => (
          <QuestionCard key={question.key} noticeId={notice.id} question={question} maySettle={maySettle} />
        ))}
      </ul>
    </section>
  );
}

function QuestionCard({
  noticeId,
  question,
  maySettle,
}: {
  readonly noticeId: string;
  readonly question: Question;
  readonly maySettle: boolean;
}) {
  const t = useWords();
  const settle = useAct('notice.settle');
  return (
    <li className={`question question-${question.kind}`}>
      <p className="question-head">
        <span className="question-kind">▲ {t(words[question.kind])}</span> {t(question.message)}{' '}
        {!question.mustSettle && <span className="second small">（{t(words.mayWait)}）</span>}
      </p>
      {question.passages.map((passage) => (
        <PassageQuote key={`${passage.notice}${passage.span[0]}`} passage={passage} />
      ))}
      <ProblemNote error={settle.error} />
      <div className="options">
        {question.options.map((option) => (
          <button
            key={option.key}
            type="button"
            className="option"
            disabled={!maySettle || settle.isPending}
            onClick={() => settle.mutate({ id: noticeId, question: question.key, option: option.key })}
          >
            <i aria-hidden="true" />
            {t(option.words)}
          </button>
        ))}
      </div>
    </li>
  );
}

function PassageQuote({ passage }: { readonly passage: Passage }) {
  const t = useWords();
  const { choose } = useSelection();
  const source = passage.number ?? t(words.here);
  const [start, end] = passage.span;
  return (
    <blockquote className="passage">
      <span className="quote">{shortened(passage.quote)}</span>{' '}
      {passage.notice === null ? (
        <button type="button" className="source-mark" onClick={() => choose(null, [start, end], 'plan')}>
          {source}
        </button>
      ) : (
        <a className="source-mark" href={to('notice', { id: passage.notice }, { at: `${start}-${end}` })}>
          {source}
        </a>
      )}
    </blockquote>
  );
}

function shortened(quote: string): string {
  const said = quote.replace(/\s+/g, ' ').trim();
  return said.length > 160 ? `${said.slice(0, 160)}…` : said;
}

export function Settled({ notice, mayReopen }: { readonly notice: NoticeView; readonly mayReopen: boolean }) {
  const t = useWords();
  const unsettle = useAct('notice.unsettle');
  const { settlements } = notice;
  if (settlements.length === 0) return null;
  return (
    <details className="plan-part settled-list">
      <summary>
        {t(words.settled)} {settlements.length}
      </summary>
      <ul>
        {settlements.map((settlement) => (
          <li key={settlement.question}>
            {t(settlement)}{' '}
            <span className="second small">
              {settlement.byName} · {t(sayAt(settlement.at))}
            </span>{' '}
            {mayReopen && (
              <button
                type="button"
                className="link-button"
                disabled={unsettle.isPending}
                onClick={() => unsettle.mutate({ id: notice.id, question: settlement.question })}
              >
                {t(words.reopen)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote error={unsettle.error} />
    </details>
  );
}
