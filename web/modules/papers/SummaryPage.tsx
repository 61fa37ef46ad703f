/** One summary: its figures, its sentences to edit, its photos; how it will look on paper; what happened to it. */
import { useState } from 'react';
import type { SummaryView } from '#domain/summary/summary.model.ts';
import { summaryActs } from '#domain/summary/summary.rules.ts';
import { summaryKinds, summaryStates } from '#domain/summary/summary.states.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { Download } from '#web/desk/kit/Download.tsx';
import { Figure, PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { openPage, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import './papers.css';
import { Sentences } from './Sentences.tsx';
import { SummaryPhotos } from './SummaryPhotos.tsx';
import { SummarySheet } from './SummarySheet.tsx';

const words = {
  papers: { zh: '公文', en: 'Papers' },
  edit: { zh: '修改', en: 'Edit' },
  preview: { zh: '预览', en: 'Preview' },
  view: { zh: '显示', en: 'View' },
  print: { zh: '打印', en: 'Print' },
  figures: { zh: '数字', en: 'Figures' },
  counted: { zh: '数字更新于', en: 'counted' },
  sentences: { zh: '文字', en: 'Text' },
  photos: { zh: '照片', en: 'Photos' },
  history: { zh: '历程', en: 'History' },
};

/** Those with a button of their own on the page. */
const pageActs = { refresh: summaryActs.refresh, issue: summaryActs.issue, discard: summaryActs.discard };

export default function SummaryPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const { data, error } = useRead('summary.get', { id: params.id! });
  const [preview, setPreview] = useState(false);
  if (!data) return <Waiting error={error} alone />;
  const { summary, history } = data;
  return (
    <>
      <PageHead
        title={summary.title}
        tab={summary.name}
        above={<a href={to('papers')}>{t(words.papers)}</a>}
        under={
          <>
            <span className="pill">{t(summaryKinds[summary.kind])}</span> <StateTag states={summaryStates} state={summary.state} />{' '}
            <span title={exactAt(summary.countedAt)}>
              {t(words.counted)} {t(sayAt(summary.countedAt))}
            </span>
          </>
        }
      >
        <nav className="seg" aria-label={t(words.view)}>
          <button type="button" aria-pressed={!preview} onClick={() => setPreview(false)}>
            {t(words.edit)}
          </button>
          <button type="button" aria-pressed={preview} onClick={() => setPreview(true)}>
            {t(words.preview)}
          </button>
        </nav>
        <Download of="summary.paper" input={{ id: summary.id }}>
          Word
        </Download>
        <button type="button" className="btn" onClick={() => print()}>
          {t(words.print)}
        </button>
      </PageHead>
      <div className="no-print paper-acts">
        <Acts summary={summary} />
      </div>
      {/* Hidden, not gone: a sentence that is being edited stays where it was. */}
      <div className="no-print" hidden={preview}>
        <Figures summary={summary} />
        <div className="two">
          <div>
            <Panel title={t(words.sentences)}>
              <Sentences summary={summary} />
            </Panel>
          </div>
          <div>
            <Panel title={t(words.photos)} aside={summary.photos.filter(({ chosen }) => chosen).length || undefined}>
              <SummaryPhotos summary={summary} />
            </Panel>
            <Panel title={t(words.history)}>
              <div className="panel-body">
                <Timeline history={history} />
              </div>
            </Panel>
          </div>
        </div>
      </div>
      <SummarySheet summary={summary} shown={preview} />
    </>
  );
}

function Acts({ summary }: { readonly summary: SummaryView }) {
  const refresh = useAct('summary.refresh');
  const issue = useAct('summary.issue');
  const discard = useAct('summary.discard');
  const acts = { refresh, issue, discard };
  const perform = (act: string) => {
    for (const one of Object.values(acts)) one.reset();
    if (act === 'refresh') refresh.mutate({ id: summary.id });
    if (act === 'issue') issue.mutate({ id: summary.id });
    if (act === 'discard') discard.mutate({ id: summary.id }, { onSuccess: () => openPage('papers') });
  };
  return (
    <>
      <ActButtons
        offered={summary.acts}
        table={pageActs}
        main="issue"
        explain
        disabled={Object.values(acts).some((act) => act.isPending)}
        onAct={perform}
      />
      <ProblemNote error={refresh.error ?? issue.error ?? discard.error} />
    </>
  );
}

/** Each with what it is a share of, each opening its cases. */
function Figures({ summary }: { readonly summary: SummaryView }) {
  const t = useWords();
  const { figures } = summary;
  const walked = figures.walked + figures.extra;
  const days = { from: summary.from, until: figures.until };
  return (
    <nav className="figures" aria-label={t(words.figures)}>
      <Figure
        href={to('patrols', {}, days)}
        n={figures.walked}
        label={t({ zh: `完成巡查（应 ${figures.planned}）`, en: `patrols walked (of ${figures.planned})` })}
      />
      <Figure
        href={to('patrols', {}, { ...days, late: 'true' })}
        n={figures.late + figures.unsent}
        tone="late"
        label={t({ zh: `日志迟报未报（共 ${walked}）`, en: `logs late or unsent (of ${walked})` })}
      />
      <Figure href={to('issues')} n={figures.found} label={t({ zh: '发现问题', en: 'problems found' })} />
      <Figure
        href={to('issues', {}, { state: 'closed' })}
        n={figures.closed}
        tone="done"
        label={t({ zh: `已销号（共 ${figures.found}）`, en: `closed (of ${figures.found})` })}
      />
      <Figure
        href={to('issues', {}, { open: 'true' })}
        n={figures.open}
        tone="working"
        label={t({ zh: `办理中（共 ${figures.found}）`, en: `open (of ${figures.found})` })}
      />
    </nav>
  );
}
