/** What I was told, newest first, and where else I want to be reached. */
import { useState } from 'react';
import { deskPath } from '#domain/message/record.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { More } from '#web/desk/kit/More.tsx';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';
import { useSignedIn } from '../org/session.ts';
import { MessageTabs } from './MessageTabs.tsx';
import './message.css';

const words = {
  title: { zh: '我的消息', en: 'My inbox' },
  none: { zh: '还没有消息', en: 'No messages yet' },
  noneHint: {
    zh: '交给您的问题、换班请求、班次变动、到期事项会在这里告诉您。',
    en: 'Problems handed to you, swaps, changed duties and due tasks are told here.',
  },
  all: { zh: '全部标为已读', en: 'Mark all as read' },
  read: { zh: '标为已读', en: 'Mark as read' },
  unread: { zh: '未读', en: 'Unread' },
  mail: { zh: '同时发到邮箱', en: 'Also by mail' },
  noMail: { zh: '没有填写邮箱', en: 'no address given' },
  setMail: { zh: '设置邮箱', en: 'Set the address' },
  mailHint: { zh: '留空则不再发邮件。', en: 'Leave it empty for no mail.' },
  save: { zh: '保存', en: 'Save' },
};

export default function InboxPage() {
  const t = useWords();
  const me = useSignedIn();
  const [setting, setSetting] = useState(false);
  const { data, error } = useRead('inbox.list', {});
  const read = useAct('inbox.read');
  const setMail = useAct('person.setMail');
  return (
    <div className="messages">
      <PageHead
        title={t(words.title)}
        tab={t(words.title)}
        under={data && (data.unread > 0 ? t({ zh: `${data.unread} 条未读`, en: `${data.unread} unread` }) : undefined)}
      >
        {data && data.unread > 0 && (
          <button type="button" className="btn" disabled={read.isPending} onClick={() => read.mutate({ until: data.rows[0]!.at })}>
            {t(words.all)}
          </button>
        )}
      </PageHead>
      <MessageTabs here="inbox" />
      <ProblemNote error={read.error} />
      {!data ? (
        <Waiting error={error} />
      ) : data.rows.length === 0 ? (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
        </Empty>
      ) : (
        <>
          <div className="panel">
            <Lines rows={data.rows} onRead={(id) => read.mutate({ ids: [id] })} />
          </div>
          <More
            call="inbox.list"
            input={{}}
            next={data.next}
            render={(rows) => <OlderLines rows={rows} onRead={(id) => read.mutate({ ids: [id] })} />}
          />
        </>
      )}
      {data && (
        <Panel
          title={t(words.mail)}
          aside={
            <button type="button" className="btn btn-small" onClick={() => setSetting(true)}>
              {t(words.setMail)}
            </button>
          }
        >
          <p className="panel-body second">{data.mail ?? t(words.noMail)}</p>
        </Panel>
      )}
      {setting && me && (
        <ActForm
          title={t(words.setMail)}
          send={t(words.save)}
          text={{ label: t(words.mail), initial: data?.mail ?? '', single: true, hint: t(words.mailHint) }}
          error={setMail.error}
          pending={setMail.isPending}
          onSend={({ text }) => setMail.mutate({ id: me.person.id, mail: text || null }, { onSuccess: () => setSetting(false) })}
          onClose={() => setSetting(false)}
        />
      )}
    </div>
  );
}

type Row = Reads['inbox.list']['output']['rows'][number];
interface LinesProps {
  readonly rows: readonly Row[];
  readonly onRead: (id: string) => void;
}

const OlderLines = (props: LinesProps) => (
  <div className="panel">
    <Lines {...props} />
  </div>
);

function Lines({ rows, onRead }: LinesProps) {
  const t = useWords();
  return (
    <ul className="rows inbox-rows">
      {rows.map((row) => (
        <li key={row.id} className={row.readAt ? undefined : 'unread'}>
          <div className="inbox-what">
            {!row.readAt && <span className="visually-hidden">{t(words.unread)} </span>}
            {row.record ? (
              <a className="row-link" href={deskPath(row.record)} onClick={() => !row.readAt && onRead(row.id)}>
                {t(row.title)}
              </a>
            ) : (
              <strong>{t(row.title)}</strong>
            )}
            <p className="inbox-body">{t(row.body)}</p>
          </div>
          <time className="second small nowrap" dateTime={row.at} title={exactAt(row.at)}>
            {t(sayAt(row.at))}
          </time>
          {!row.readAt && (
            <button type="button" className="btn btn-small" onClick={() => onRead(row.id)}>
              {t(words.read)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
