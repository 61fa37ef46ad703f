import { summaryKinds, summaryStates } from '#domain/summary/summary.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';

const words = {
  list: { zh: '总结', en: 'Summaries' },
  none: { zh: '还没有总结', en: 'No summaries yet' },
  hint: {
    zh: '周报、月度、阶段和年度总结由巡查和问题记录起草，数字注明口径，句子可以修改。',
    en: 'Weekly, monthly, stage and yearly summaries are drafted from the records; every sentence can be edited.',
  },
  counted: { zh: '数字更新于', en: 'counted' },
};

export function SummaryList() {
  const t = useWords();
  const { data, error } = useRead('summary.list', {});
  if (!data) return <Waiting error={error} />;
  if (data.rows.length === 0)
    return (
      <Empty title={t(words.none)}>
        <p>{t(words.hint)}</p>
      </Empty>
    );
  return (
    <Panel title={t(words.list)} aside={data.rows.length}>
      <ul className="rows">
        {data.rows.map((summary) => (
          <li key={summary.id} className="paper-line">
            <span className="pill">{t(summaryKinds[summary.kind])}</span>
            <div>
              <a className="row-link" href={to('summary', { id: summary.id })}>
                {summary.name}
              </a>
              <div className="second small" title={exactAt(summary.countedAt)}>
                {t(words.counted)} {t(sayAt(summary.countedAt))}
              </div>
            </div>
            <div className="paper-tags">
              {summary.changed > 0 && (
                <span className="late-words small">
                  {t({ zh: `${summary.changed} 句数字有变`, en: `${summary.changed} sentences to look at` })}
                </span>
              )}
              <StateTag states={summaryStates} state={summary.state} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
