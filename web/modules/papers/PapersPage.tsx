/** Papers: summaries of a time, documents the unit issues, forms with their templates. */
import { useState } from 'react';
import { Choices } from '#web/desk/kit/Choices.tsx';
import { PageHead } from '#web/desk/kit/Page.tsx';
import { useSearch, withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { DispatchList } from './DispatchList.tsx';
import { DraftDispatch } from './DraftDispatch.tsx';
import { DraftSummary } from './DraftSummary.tsx';
import { FormList } from './FormList.tsx';
import './papers.css';
import { SummaryList } from './SummaryList.tsx';

const words = {
  title: { zh: '公文', en: 'Papers' },
  show: { zh: '分类', en: 'Show' },
  summaries: { zh: '总结', en: 'Summaries' },
  documents: { zh: '发文', en: 'Documents' },
  forms: { zh: '表格和模板', en: 'Forms and templates' },
  draftSummary: { zh: '起草总结', en: 'Draft a summary' },
  draftDocument: { zh: '起草公文', en: 'Draft a document' },
};
const shelves = ['summaries', 'documents', 'forms'] as const;

export default function PapersPage() {
  const t = useWords();
  const search = useSearch();
  const show = shelves.find((shelf) => shelf === search.show) ?? 'summaries';
  const [drafting, setDrafting] = useState<'summary' | 'document' | null>(null);
  const close = () => setDrafting(null);
  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)}>
        {show === 'summaries' && (
          <button type="button" className="btn btn-main" onClick={() => setDrafting('summary')}>
            <Icon name="plus" size={16} />
            {t(words.draftSummary)}
          </button>
        )}
        {show === 'documents' && (
          <button type="button" className="btn btn-main" onClick={() => setDrafting('document')}>
            <Icon name="plus" size={16} />
            {t(words.draftDocument)}
          </button>
        )}
      </PageHead>
      <Choices
        label={t(words.show)}
        choices={shelves.map((shelf) => ({
          key: shelf,
          label: t(words[shelf]),
          href: withSearch({ show: shelf === 'summaries' ? undefined : shelf }),
          here: shelf === show,
        }))}
      />
      {show === 'summaries' && <SummaryList />}
      {show === 'documents' && <DispatchList />}
      {show === 'forms' && <FormList />}
      {drafting === 'summary' && <DraftSummary onClose={close} />}
      {drafting === 'document' && <DraftDispatch onClose={close} />}
    </>
  );
}
