/** What I was told, newest first; readable without signal as it was last seen. */
import { phonePath } from '#domain/message/record.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { sayAt } from '#web/ui/say.ts';
import { Waiting } from '../kit/Waiting.tsx';
import './inbox.css';

const words = {
  none: { zh: '还没有消息', en: 'No messages yet' },
  noneHint: { zh: '与您有关的事会在这里告诉您。', en: 'What concerns you is told here.' },
  all: { zh: '全部标为已读', en: 'Mark all as read' },
  read: { zh: '标为已读', en: 'Mark as read' },
  unread: { zh: '未读', en: 'unread' },
  open: { zh: '去看看', en: 'Open' },
};

export function Inbox() {
  const t = useWords();
  const { data, error } = useRead('inbox.list', { limit: 50 }, { keep: true });
  const read = useAct('inbox.read');
  if (!data) return error ? <ProblemNote error={error} /> : <Waiting />;
  if (data.rows.length === 0)
    return (
      <div className="card">
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
        </Empty>
      </div>
    );
  return (
    <>
      {data.unread > 0 && (
        <button
          type="button"
          className="button second wide"
          disabled={read.isPending}
          onClick={() => read.mutate({ until: data.rows[0]!.at })}
        >
          {t(words.all)}
        </button>
      )}
      <ProblemNote error={read.error} />
      <ul className="inbox">
        {data.rows.map((row) => (
          <Line key={row.id} row={row} onRead={() => read.mutate({ ids: [row.id] })} />
        ))}
      </ul>
    </>
  );
}

type Row = Reads['inbox.list']['output']['rows'][number];

function Line({ row, onRead }: { readonly row: Row; readonly onRead: () => void }) {
  const t = useWords();
  const href = row.record && phonePath(row.record);
  const isUnread = row.readAt === null;
  return (
    <li className={isUnread ? 'card unread' : 'card'}>
      <h2>
        {isUnread && <i title={t(words.unread)} />}
        {t(row.title)}
      </h2>
      <p>{t(row.body)}</p>
      <div className="inbox-foot">
        <time dateTime={row.at}>{t(sayAt(row.at))}</time>
        {isUnread && (
          <button type="button" className="button second" onClick={onRead}>
            {t(words.read)}
          </button>
        )}
        {href && (
          <a className="button second" href={href} onClick={() => isUnread && onRead()}>
            {t(words.open)}
          </a>
        )}
      </div>
    </li>
  );
}
