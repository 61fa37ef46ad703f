import type { Tone } from '#domain/kernel/act.ts';
import { gradeOf, sumOf } from '#domain/patrol/grade.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { type Verdict, verdicts } from '#domain/patrol/patrol.states.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { sourceHref } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { GradeMark } from '#web/ui/GradeMark.tsx';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { ToneTag } from '#web/ui/StateTag.tsx';

const tones: Record<Verdict, Tone> = { fine: 'done', problem: 'late', notApplicable: 'todo' };

const words = {
  title: { zh: '检查表', en: 'Checklist' },
  open: { zh: '未填', en: 'open' },
  byHand: { zh: '人工调整', en: 'set by hand' },
  states: { zh: '测评', en: 'Assessment' },
};

/** Every line of the checklist with its answer; numbers stand beside their threshold. */
export function Checklist({ patrol }: { readonly patrol: PatrolView }) {
  const t = useWords();
  const answered = patrol.answers.length;
  const answerTo = (no: number) => patrol.answers.find((answer) => answer.no === no);
  const sum = sumOf(patrol.checklist.map((item) => gradeOf(item, answerTo(item.no), patrol.issues)));
  return (
    <Panel title={t(words.title)} aside={`${answered} / ${patrol.checklist.length}`}>
      <ol className="answers">
        {patrol.checklist.map((item) => {
          const answer = answerTo(item.no);
          const { grade, byFaults, share } = gradeOf(item, answer, patrol.issues);
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
              <div className="answer-marks">
                {grade && (
                  <span title={grade === byFaults ? undefined : t(words.byHand)}>
                    <GradeMark grade={grade} share={share} />
                    {grade !== byFaults && <span className="second small"> {t(words.byHand)}</span>}
                  </span>
                )}
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
      {sum.mean !== null && (
        <p className="patrol-sum second small">
          {t(words.states)} {patrol.point && t(patrol.point.name)}：{sum.counts.map(([grade, n]) => `${grade} ${n}`).join('，')}；
          {t({ zh: `${sum.of} 项平均得分 ${sum.mean}%`, en: `mean of ${sum.of} items ${sum.mean}%` })}
        </p>
      )}
    </Panel>
  );
}
