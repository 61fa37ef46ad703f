/** The notices that came in: what is still to be checked first. */
import type { NoticeRow } from '#domain/notice/notice.model.ts';
import { noticeStates } from '#domain/notice/notice.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';
import './notice.css';

const words = {
  title: { zh: '来文', en: 'Notices' },
  import: { zh: '导入公文', en: 'Import a notice' },
  drafts: { zh: '待核对', en: 'To be checked' },
  kept: { zh: '已处理', en: 'Dealt with' },
  none: { zh: '还没有公文', en: 'No notices yet' },
  noneHint: {
    zh: '上传或粘贴一份创城公文，系统会读出其中的责任、地点、期限，交给您核对。',
    en: 'Upload or paste a campaign notice; what it orders is read out for you to check.',
  },
  noneFor: { zh: '由创城专员导入公文后，会列在这里。', en: 'Notices stand here once the campaign clerk has imported them.' },
  imported: { zh: '导入', en: 'imported' },
  adopted: { zh: '采纳', en: 'adopted' },
  untitled: { zh: '无标题公文', en: 'Untitled notice' },
};

export default function NoticesPage() {
  const t = useWords();
  const { data, error } = useRead('notice.list', {});
  const drafts = data?.rows.filter((row) => row.state === 'draft') ?? [];
  const kept = data?.rows.filter((row) => row.state !== 'draft') ?? [];
  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)}>
        {data?.mayImport && data.rows.length > 0 && (
          <a className="btn btn-main" href={to('importNotice')}>
            <Icon name="plus" size={16} />
            {t(words.import)}
          </a>
        )}
      </PageHead>
      {!data ? (
        <Waiting error={error} />
      ) : data.rows.length === 0 ? (
        <Empty title={t(words.none)}>
          <p>{t(data.mayImport ? words.noneHint : words.noneFor)}</p>
          {data.mayImport && (
            <a className="btn btn-main" href={to('importNotice')}>
              {t(words.import)}
            </a>
          )}
        </Empty>
      ) : (
        <>
          {drafts.length > 0 && (
            <Panel title={t(words.drafts)} aside={drafts.length}>
              <NoticeRows rows={drafts} />
            </Panel>
          )}
          {kept.length > 0 && (
            <Panel title={t(words.kept)} aside={kept.length}>
              <NoticeRows rows={kept} />
            </Panel>
          )}
        </>
      )}
    </>
  );
}

function NoticeRows({ rows }: { readonly rows: readonly NoticeRow[] }) {
  const t = useWords();
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id} className="notice-row">
          <div>
            <a className="row-link" href={to('notice', { id: row.id })}>
              {row.title || t(words.untitled)}
            </a>
            <div className="second small">{[row.number, row.issuer, row.issueDate].filter(Boolean).join(' · ')}</div>
          </div>
          <div className="notice-facts small">
            {row.state === 'draft' && row.open > 0 && (
              <span className="pill">{t({ zh: `需确认 ${row.open}`, en: `${row.open} to settle` })}</span>
            )}
            <span className="second">{t({ zh: `责任 ${row.duties} 项`, en: `${row.duties} duties` })}</span>
            <span className="second" title={exactAt(row.adoptedAt ?? row.importedAt)}>
              {t(sayAt(row.adoptedAt ?? row.importedAt))} {t(row.adoptedAt ? words.adopted : words.imported)}
            </span>
            <StateTag states={noticeStates} state={row.state} />
          </div>
        </li>
      ))}
    </ul>
  );
}
