/** One document of the unit: its parts to fill in, how it will look on paper, what happened to it. */
import { useState } from 'react';
import type { DispatchText, DispatchView } from '#domain/dispatch/dispatch.model.ts';
import { dispatchActs } from '#domain/dispatch/dispatch.rules.ts';
import { dispatchKinds, dispatchStates } from '#domain/dispatch/dispatch.states.ts';
import type { FactLine } from '#domain/kernel/contract.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { Download } from '#web/desk/kit/Download.tsx';
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
  behind: { zh: '有人在您打开之后保存了新的内容。', en: 'Somebody has saved newer words since you opened it.' },
  theirs: { zh: '看新的内容，放弃我写的', en: 'Take the newer words, drop mine' },
  mine: { zh: '以我写的为准', en: 'Keep what I wrote' },
};

const pageActs = { issue: dispatchActs.issue, discard: dispatchActs.discard };

export default function DispatchPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const { data, error } = useRead('dispatch.get', { id: params.id! });
  if (!data) return <Waiting error={error} alone />;
  return <Document key={data.dispatch.id} dispatch={data.dispatch} history={data.history} />;
}

function Document({ dispatch, history }: { readonly dispatch: DispatchView; readonly history: readonly FactLine[] }) {
  const t = useWords();
  const [preview, setPreview] = useState(false);
  const [saved, setSaved] = useState(() => textOf(dispatch));
  const [text, setText] = useState(saved);
  const [was, setWas] = useState(dispatch.revision);
  const write = useAct('dispatch.write');
  const issue = useAct('dispatch.issue');
  const discard = useAct('dispatch.discard');
  const mayWrite = dispatch.acts.some(({ act, allowed }) => act === 'write' && allowed);
  const kind = t(dispatchKinds[dispatch.kind]);
  const showsSheet = preview || !mayWrite;
  const isBehind = mayWrite && dispatch.revision > was && !write.isPending;
  const catchUp = (words: DispatchText) => {
    write.reset();
    setText(words);
    setSaved(textOf(dispatch));
    setWas(dispatch.revision);
  };
  const save = (then?: () => void) =>
    write.mutate(
      { id: dispatch.id, was, ...text },
      {
        onSuccess: () => {
          setSaved(text);
          setWas(was + 1);
          then?.();
        },
      },
    );
  // What is written but not yet kept is kept first: it is what stands on the screen that is issued.
  const perform = (act: string) => {
    for (const one of [issue, discard]) one.reset();
    if (act === 'issue') text === saved ? issue.mutate({ id: dispatch.id }) : save(() => issue.mutate({ id: dispatch.id }));
    if (act === 'discard') discard.mutate({ id: dispatch.id }, { onSuccess: () => openPage('papers', {}, { show: 'documents' }) });
  };
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
        <Download of="dispatch.paper" input={{ id: dispatch.id }}>
          Word
        </Download>
        <button type="button" className="btn" onClick={() => print()}>
          {t(words.print)}
        </button>
      </PageHead>
      <div className="no-print">
        <div className="paper-acts">
          <ActButtons
            offered={dispatch.acts}
            table={pageActs}
            main="issue"
            explain={text === saved}
            disabled={issue.isPending || discard.isPending || write.isPending}
            onAct={perform}
          />
          <ProblemNote error={issue.error ?? discard.error} />
          {isBehind && (
            <div className="paper-behind" role="status">
              <p>{t(words.behind)}</p>
              <button type="button" className="btn btn-small" onClick={() => catchUp(textOf(dispatch))}>
                {t(words.theirs)}
              </button>
              <button type="button" className="btn btn-small" onClick={() => catchUp(text)}>
                {t(words.mine)}
              </button>
            </div>
          )}
        </div>
        {mayWrite && (
          <div className="two" hidden={showsSheet}>
            <Panel title={t(words.text)}>
              <div className="panel-body">
                <DispatchForm
                  kind={dispatch.kind}
                  text={text}
                  onChange={setText}
                  onSave={() => save()}
                  write={write}
                  isSaved={text === saved && write.isSuccess}
                />
              </div>
            </Panel>
            <History history={history} />
          </div>
        )}
      </div>
      <OfficialSheet dispatch={{ ...dispatch, ...(mayWrite ? text : {}) }} shown={showsSheet} />
      {!mayWrite && (
        <div className="no-print">
          <History history={history} />
        </div>
      )}
    </>
  );
}

function History({ history }: { readonly history: readonly FactLine[] }) {
  const t = useWords();
  return (
    <Panel title={t(words.history)}>
      <div className="panel-body">
        <Timeline history={history} />
      </div>
    </Panel>
  );
}

function textOf({ number, signatory, title, recipients, body, attendance, annexes, copies, day, sealed }: DispatchView): DispatchText {
  return { number, signatory, title, recipients, body, attendance, annexes, copies, day, sealed };
}
