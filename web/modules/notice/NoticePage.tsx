/** The heart of the desk: the notice on the left, what it orders on the right, every fact tied to its sentence. */
import { type ReactNode, type Ref, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { noticeStates } from '#domain/notice/notice.states.ts';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { PageHead } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to, useSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import { AdoptBar, type Adopted } from './AdoptBar.tsx';
import { DraftPlan } from './DraftPlan.tsx';
import './notice.css';
import './review.css';
import { useReviewKeys } from './keys.ts';
import { NoticeText } from './NoticeText.tsx';
import { type Chosen, findOffset, findTarget, reveal, SelectionContext } from './selection.ts';

const words = {
  notices: { zh: '来文', en: 'Notices' },
  drafts: { zh: '待核对的公文', en: 'Drafts to check' },
  sides: { zh: '查看', en: 'View' },
  plan: { zh: '方案', en: 'Plan' },
  text: { zh: '原文', en: 'Text' },
  untitled: { zh: '无标题公文', en: 'Untitled notice' },
};

export default function NoticePage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const { data, error } = useRead('notice.get', { id: params.id! });
  if (!data) return <Waiting error={error} alone />;
  return <Review key={params.id} {...data} />;
}

function Review({ notice, history, acts }: Reads['notice.get']['output']) {
  const t = useWords();
  const { at } = useSearch();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [side, setSide] = useState<'plan' | 'text'>(at ? 'text' : 'plan');
  const [adopted, setAdopted] = useState<Adopted | null>(null);
  const plan = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const choose = useCallback((target: string | null, span: readonly [number, number], from: Chosen['from']) => {
    setChosen((known) => ({ target, span, from, tick: (known?.tick ?? 0) + 1 }));
    setSide(from === 'text' ? 'plan' : 'text');
  }, []);
  useEffect(() => {
    const span = at?.split('-').map(Number);
    if (span?.length === 2 && span.every(Number.isInteger)) choose(null, [span[0]!, span[1]!], 'plan');
  }, [at, choose]);
  useEffect(() => {
    if (chosen?.from === 'text') reveal(chosen.target ? findTarget(plan.current, chosen.target) : null);
    if (chosen?.from === 'plan') reveal(findOffset(text.current, chosen.span[0]));
  }, [chosen]);
  const selection = useMemo(() => ({ chosen, choose }), [chosen, choose]);
  useReviewKeys(plan, selection);
  const title = notice.title || t(words.untitled);
  return (
    <SelectionContext.Provider value={selection}>
      <div className="review" data-side={side}>
        <div className="review-head">
          <Drafts now={notice} />
          <PageHead
            title={title}
            tab={title}
            above={<a href={to('notices')}>{t(words.notices)}</a>}
            under={
              <>
                <StateTag states={noticeStates} state={notice.state} />{' '}
                {[notice.number, notice.issuer, notice.issueDate].filter(Boolean).join(' · ')}
              </>
            }
          />
          <fieldset className="seg review-sides">
            <legend className="visually-hidden">{t(words.sides)}</legend>
            {(['plan', 'text'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={side === one} onClick={() => setSide(one)}>
                {t(words[one])}
              </button>
            ))}
          </fieldset>
        </div>
        <Pane name="text" label={t(words.text)} inner={text}>
          <NoticeText notice={notice} mayAdd={acts.some(({ act, allowed }) => act === 'correct' && allowed)} />
        </Pane>
        <Pane name="plan" label={t(words.plan)} inner={plan} foot={<AdoptBar notice={notice} acts={acts} onAdopted={setAdopted} />}>
          <DraftPlan notice={notice} acts={acts} history={history} adopted={adopted} />
        </Pane>
      </div>
    </SelectionContext.Provider>
  );
}

function Pane({
  name,
  label,
  inner,
  foot,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly inner: Ref<HTMLDivElement>;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={`pane pane-${name}`} aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="pane-scroll" ref={inner} tabIndex={0}>
        {children}
      </div>
      {foot}
    </section>
  );
}

/** Several notices imported together stand side by side. */
function Drafts({ now }: { readonly now: NoticeView }) {
  const t = useWords();
  const rows = useRead('notice.list', {}).data?.rows.filter((row) => row.state === 'draft') ?? [];
  if (now.state !== 'draft' || rows.length < 2) return null;
  return (
    <nav className="draft-tabs" aria-label={t(words.drafts)}>
      {rows.map((row) => (
        <a key={row.id} href={to('notice', { id: row.id })} aria-current={row.id === now.id ? 'page' : undefined} title={row.title}>
          {row.number ?? row.title}
          {row.open > 0 && <span className="count">{t({ zh: `需确认 ${row.open}`, en: `${row.open} open` })}</span>}
        </a>
      ))}
    </nav>
  );
}
