/** One duty: the sentence that ordered it, whose it is, its due tasks, the problems of its place, what happened so far. */
import type { Duty } from '#domain/duty/duty.model.ts';
import { issueStates } from '#domain/issue/issue.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { sourceHref, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { sayAt } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import './duty.css';
import { DutyFacts } from './DutyFacts.tsx';
import { TaskLines } from './TaskLines.tsx';

const words = {
  duties: { zh: '责任清单', en: 'Responsibilities' },
  text: { zh: '公文怎么说', en: 'What the notice says' },
  facts: { zh: '责任与要求', en: 'Who and how' },
  tasks: { zh: '应办事项', en: 'Due tasks' },
  noTasks: { zh: '公文没有为此项规定期限，按日常工作落实。', en: 'The notice sets no due day for this; it is everyday work.' },
  issues: { zh: '相关问题', en: 'Related problems' },
  history: { zh: '历程', en: 'History' },
};

export default function DutyPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const { data, error } = useRead('duty.get', { id: params.id! });
  if (!data) return <Waiting error={error} alone />;
  const { duty } = data;
  return (
    <>
      <PageHead
        title={
          <>
            {duty.number} {duty.title}
          </>
        }
        tab={duty.title}
        under={
          duty.endedAt && (
            <span className="late-words">
              {t({
                zh: `修订后的公文不再要求，${t(sayAt(duty.endedAt))}终止`,
                en: `Ended ${t(sayAt(duty.endedAt))}: a later notice orders it no longer`,
              })}
            </span>
          )
        }
        above={
          <>
            <a href={to('duties')}>{t(words.duties)}</a> / <a href={to('duties', {}, { list: duty.listId })}>{data.listTitle}</a>
          </>
        }
      />
      <div className="two">
        <div>
          <Panel title={t(words.text)} aside={<Sources duty={duty} />}>
            <div className="panel-body">
              <p className="quote duty-text">{duty.text}</p>
            </div>
          </Panel>
          <Panel title={t(words.tasks)} aside={data.tasks.length > 0 ? data.tasks.length : undefined}>
            {data.tasks.length > 0 ? <TaskLines tasks={data.tasks} /> : <p className="none">{t(words.noTasks)}</p>}
          </Panel>
          {data.issues.length > 0 && (
            <Panel title={t(words.issues)} aside={data.issues.length}>
              <ul className="rows">
                {data.issues.map((issue) => (
                  <li key={issue.id}>
                    <a className="row-link" href={to('issue', { id: issue.id })}>
                      #{issue.no} {issue.text}
                    </a>{' '}
                    <StateTag states={issueStates} state={issue.state} /> <span className="second small">{t(sayAt(issue.foundAt))}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
        <div>
          <Panel title={t(words.facts)}>
            <div className="panel-body">
              <DutyFacts duty={duty} />
            </div>
          </Panel>
          <Panel title={t(words.history)}>
            <div className="panel-body">
              <Timeline history={data.history} />
            </div>
          </Panel>
        </div>
      </div>
    </>
  );
}

/** The sentence that ordered it, and those of other notices that order the same. */
function Sources({ duty }: { readonly duty: Duty }) {
  return [duty.source, ...duty.also].map((source) => (
    <SourceMark key={`${source.noticeId}${source.start}`} source={source} href={sourceHref} />
  ));
}
