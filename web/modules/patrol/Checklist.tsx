import type { Tone } from '#domain/kernel/act.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { type Verdict, verdicts } from '#domain/patrol/patrol.states.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { sourceHref } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { ToneTag } from '#web/ui/StateTag.tsx';

const tones: Record<Verdict, Tone> = { fine: 'done', problem: 'late', notApplicable: 'todo' };

const words = {
  title: { zh: '检查表', en: 'Checklist' },
  open: { zh: '未填', en: 'open' },
};

/** Every line of the checklist with its answer; numbers stand beside their threshold. */
export function Checklist({ patrol }: { readonly patrol: PatrolView }) {
  const t = useWords();
  const answered = patrol.answers.length;
  return (
    <Panel title={t(words.title)} aside={`${answered} / ${patrol.checklist.length}`}>
      <ol className="answers">
        {patrol.checklist.map((item) => {
          const answer = patrol.answers.find(({ no }) => no === item.no);
          return (
            <li key={item.no}>
              <span className="no">{item.no}</span>
              <div>
                <span className="quote">{item.text}</span> <SourceMark source={item.source} href={sourceHref} />
                {answer?.measures.map((measure) => {
                  const least = item.measures.find(({ metric }) => metric === measure.metric)?.atLeast;
                  return (
                    <div
                      key={measure.metric}
                      className={least !== undefined && measure.value < least ? 'late-words small' : 'second small'}
                    >
                      {measure.metric} {measure.value}%{least !== undefined && `（≥ ${least}%）`}
                    </div>
                  );
                })}
                {answer?.note && <div className="small">{answer.note}</div>}
              </div>
              <div>
                {answer ? (
                  <ToneTag tone={tones[answer.verdict]} words={verdicts[answer.verdict]} />
                ) : (
                  <span className="second small">{t(words.open)}</span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
