/** Who was told what, by which way, and what could not be sent and why. */
import { type MessageState, messageStates } from '#domain/message/message.states.ts';
import { isTellName, tells } from '#domain/message/tells.ts';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { Choices } from '#web/desk/kit/Choices.tsx';
import { More } from '#web/desk/kit/More.tsx';
import { Figure, PageHead } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { setSearch, to, useSearch, withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';
import { MessageSheet } from './MessageSheet.tsx';
import { MessageTabs } from './MessageTabs.tsx';
import { whomOf } from './whom.ts';
import './message.css';

const words = {
  title: { zh: '消息台账', en: 'Who was told what' },
  under: {
    zh: '发到群和邮箱的，发出为止；站内消息即时到达。',
    en: 'What goes to groups and mailboxes, until it is sent; the inbox is reached at once.',
  },
  figures: { zh: '发往外部的消息', en: 'Messages to the outside' },
  which: { zh: '范围', en: 'Which' },
  out: { zh: '群和邮件', en: 'Groups and mail' },
  inbox: { zh: '站内', en: 'Inbox' },
  none: { zh: '没有这样的消息', en: 'No such message' },
  noneHint: {
    zh: '设置渠道后，发到群和邮箱的消息会列在这里。',
    en: 'Once a channel is set up, what goes to groups and mailboxes stands here.',
  },
  toChannels: { zh: '去设置渠道', en: 'To the channels' },
  test: { zh: '测试', en: 'Test' },
  next: { zh: '下次', en: 'next' },
  read: { zh: '已读', en: 'read' },
  what: { zh: '内容', en: 'What' },
  whom: { zh: '发给', en: 'To' },
  state: { zh: '状态', en: 'State' },
  when: { zh: '时间', en: 'When' },
};

const shown: readonly MessageState[] = ['stuck', 'failed', 'waiting', 'sent', 'withdrawn'];

export default function OutboxPage() {
  const t = useWords();
  const search = useSearch();
  const way = search.way === 'inbox' ? ('inbox' as const) : ('out' as const);
  const state = shown.find((one) => one === search.state);
  const input = { way, ...(state && way === 'out' ? { state } : {}) };
  const { data, error } = useRead('message.list', input, { refetchInterval: 10_000 });
  return (
    <div className="messages">
      <PageHead title={t(words.title)} tab={t(words.title)} under={t(words.under)} />
      <MessageTabs here="outbox" />
      {!data ? (
        <Waiting error={error} />
      ) : (
        <>
          <section className="figures" aria-label={t(words.figures)}>
            {shown.map((one) => (
              <Figure
                key={one}
                href={withSearch({ way: undefined, state: one === state ? undefined : one })}
                n={data.counts[one] ?? 0}
                label={t(messageStates[one])}
                tone={messageStates[one].tone}
                here={one === state}
              />
            ))}
          </section>
          <Choices
            label={t(words.which)}
            choices={(['out', 'inbox'] as const).map((one) => ({
              key: one,
              label: t(words[one]),
              href: withSearch({ way: one === 'out' ? undefined : one, state: undefined }),
              here: one === way,
            }))}
          />
          {data.rows.length === 0 ? (
            <Empty title={t(words.none)}>
              {data.channels.length === 0 && way === 'out' && (
                <p>
                  {t(words.noneHint)} <a href={to('channels')}>{t(words.toChannels)}</a>
                </p>
              )}
            </Empty>
          ) : (
            <>
              <div className="panel">
                <Lines rows={data.rows} />
              </div>
              <More
                call="message.list"
                input={input}
                next={data.next}
                render={(rows) => (
                  <div className="panel">
                    <Lines rows={rows} />
                  </div>
                )}
              />
            </>
          )}
        </>
      )}
      {search.id && <MessageSheet id={search.id} onClose={() => setSearch({ id: undefined })} />}
    </div>
  );
}

type Row = Reads['message.list']['output']['rows'][number];

function Lines({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords();
  return (
    <ul className="rows outbox-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="outbox-what">
            <a className="row-link" href={withSearch({ id: row.id })}>
              {t(row.title)}
            </a>
            <div className="second small">{row.tell && isTellName(row.tell) ? t(tells[row.tell].words) : t(words.test)}</div>
            {row.why && row.state !== 'sent' && <div className="late-words small">{t(row.why)}</div>}
          </div>
          <div className="outbox-whom">{whomOf(row, t)}</div>
          <div className="outbox-state">
            {row.channel ? (
              <StateTag states={messageStates} state={row.state} />
            ) : (
              row.readAt && <span className="pill">{t(words.read)}</span>
            )}
            <time className="second small" dateTime={row.at} title={exactAt(row.at)}>
              {row.state === 'failed' ? `${t(words.next)} ${t(sayAt(row.dueAt))}` : t(sayAt(row.sentAt ?? row.at))}
            </time>
          </div>
        </li>
      ))}
    </ul>
  );
}
