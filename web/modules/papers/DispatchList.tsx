import { dispatchKinds, dispatchStates } from '#domain/dispatch/dispatch.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';

const words = {
  list: { zh: '发文', en: 'Documents issued' },
  none: { zh: '还没有发文', en: 'No documents yet' },
  hint: {
    zh: '通知、报告、函、会议纪要按国家标准 GB/T 9704-2012 排版，可下载 Word 文件。',
    en: 'Notifications, reports, letters and minutes are laid out after GB/T 9704-2012 and come as Word files.',
  },
  untitled: { zh: '（未写标题）', en: '(no title yet)' },
};

export function DispatchList() {
  const t = useWords();
  const { data, error } = useRead('dispatch.list', {});
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
        {data.rows.map((dispatch) => (
          <li key={dispatch.id} className="paper-line">
            <span className="pill">{t(dispatchKinds[dispatch.kind])}</span>
            <div>
              <a className="row-link" href={to('dispatch', { id: dispatch.id })}>
                {dispatch.title || t(words.untitled)}
              </a>
              <div className="second small">{[dispatch.number, dispatch.day].filter(Boolean).join(' · ')}</div>
            </div>
            <div className="paper-tags">
              <StateTag states={dispatchStates} state={dispatch.state} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
