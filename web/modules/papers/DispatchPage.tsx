/** One document of the unit: its parts to fill in, how it will look on paper, what happened to it. */
import { useState } from 'react';
import type { DispatchView } from '#domain/dispatch/dispatch.model.ts';
import { dispatchActs } from '#domain/dispatch/dispatch.rules.ts';
import { dispatchKinds, dispatchStates } from '#domain/dispatch/dispatch.states.ts';
import { downloadUrl } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { openPage, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import { DispatchForm } from './DispatchForm.tsx';
import './papers.css';
import { OfficialSheet } from './OfficialSheet.tsx';

const words = {
  papers: { zh: '公文', en: 'Papers' },
  edit: { zh: '修改', en: 'Edit' },
  preview: { zh: '预览', en: 'Preview' },
  view: { zh: '显示', en: 'View' },
  print: { zh: '打印', en: 'Print' },
  untitled: { zh: '未写标题的', en: 'Untitled' },
  text: { zh: '内容', en: 'Content' },
  history: { zh: '历程', en: 'History' },
};

const pageActs = { issue: dispatchActs.issue, discard: dispatchActs.discard };

export default function DispatchPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const { data, error } = useRead('dispatch.get', { id: params.id! });
  const [preview, setPreview] = useState(false);
  if (!data) return <Waiting error={error} alone />;
  const { dispatch, history } = data;
  const mayWrite = dispatch.acts.some(({ act, allowed }) => act === 'write' && allowed);
  const kind = t(dispatchKinds[dispatch.kind]);
  const showsSheet = preview || !mayWrite;
  return (
    <>
      <PageHead
        title={dispatch.title || `${t(words.untitled)}${kind}`}
        tab={dispatch.title || kind}
        above={<a href={to('papers', {}, { show: 'documents' })}>{t(words.papers)}</a>}
        under={
          <>
            <span className="pill">{kind}</span> <StateTag states={dispatchStates} state={dispatch.state} /> {dispatch.number}
          </>
        }
      >
        {mayWrite && (
          <nav className="seg" aria-label={t(words.view)}>
            <button type="button" aria-pressed={!preview} onClick={() => setPreview(false)}>
              {t(words.edit)}
            </button>
            <button type="button" aria-pressed={preview} onClick={() => setPreview(true)}>
              {t(words.preview)}
            </button>
          </nav>
        )}
        <a className="btn" href={downloadUrl('dispatch.paper', { id: dispatch.id })} download>
          Word
        </a>
        <button type="button" className="btn" onClick={() => print()}>
          {t(words.print)}
        </button>
      </PageHead>
      <div className="no-print">
        <Acts dispatch={dispatch} />
        {!showsSheet && (
          <div className="two">
            <Panel title={t(words.text)}>
              <div className="panel-body">
                <DispatchForm dispatch={dispatch} />
              </div>
            </Panel>
            <Panel title={t(words.history)}>
              <div className="panel-body">
                <Timeline history={history} />
              </div>
            </Panel>
          </div>
        )}
      </div>
      <OfficialSheet dispatch={dispatch} shown={showsSheet} />
      {!mayWrite && (
        <div className="no-print">
          <Panel title={t(words.history)}>
            <div className="panel-body">
              <Timeline history={history} />
            </div>
          </Panel>
        </div>
      )}
    </>
  );
}

function Acts({ dispatch }: { readonly dispatch: DispatchView }) {
  const issue = useAct('dispatch.issue');
  const discard = useAct('dispatch.discard');
  return (
    <>
      <ActButtons
        offered={dispatch.acts}
        table={pageActs}
        main="issue"
        explain
        disabled={issue.isPending || discard.isPending}
        onAct={(act) => {
          if (act === 'issue') issue.mutate({ id: dispatch.id });
          if (act === 'discard') discard.mutate({ id: dispatch.id }, { onSuccess: () => openPage('papers', {}, { show: 'documents' }) });
        }}
      />
      <ProblemNote error={issue.error ?? discard.error} />
    </>
  );
}
