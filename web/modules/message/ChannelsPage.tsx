/** Channels to the outside: group robots and the mail server, and where the people of the unit are reached by mail. */
import { useState } from 'react';
import { channelActs } from '#domain/message/channel.rules.ts';
import { type ChannelKind, channelKinds, channelStates } from '#domain/message/message.states.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { sayAt } from '#web/ui/say.ts';
import { ChannelForm } from './ChannelForm.tsx';
import { ChannelTest } from './ChannelTest.tsx';
import { MessageTabs } from './MessageTabs.tsx';
import { PeopleMail } from './PeopleMail.tsx';
import './message.css';

const words = {
  title: { zh: '消息渠道', en: 'Channels' },
  under: {
    zh: '群机器人和邮件。密钥加密保存，保存后不再显示。',
    en: 'Group robots and mail. Secrets are kept sealed and never shown again.',
  },
  add: { zh: '新增渠道', en: 'Add a channel' },
  none: { zh: '还没有渠道', en: 'No channel yet' },
  noneHint: {
    zh: '没有渠道时，消息只在站内和手机上。设置群机器人后，当天的巡查日志会自动发到群里。',
    en: 'Without one, messages stay in the system. With a group robot, the log of the day goes to the group by itself.',
  },
  wanted: { zh: '来文要求的群，还没有设置渠道', en: 'Groups a notice asks for, without a channel yet' },
  test: { zh: '发测试消息', en: 'Send a test' },
  stuck: { zh: '发不出去', en: 'stuck' },
  waiting: { zh: '待发', en: 'waiting' },
  rests: { zh: '对方要求暂歇到', en: 'rests until' },
  last: { zh: '最近发出', en: 'last sent' },
  never: { zh: '还没有发过', en: 'nothing sent yet' },
  anyPlace: { zh: '不限地点', en: 'any place' },
  remove: { zh: '删除渠道', en: 'Remove the channel' },
  removeSay: {
    zh: '密钥一并销毁，还没发出的消息不再发送；发过的记录保留。',
    en: 'Its secrets are destroyed and what has not been sent will not be; the record of what was sent stays.',
  },
};

type List = Reads['channel.list']['output'];
type Row = List['rows'][number];

export default function ChannelsPage() {
  const t = useWords();
  const { data, error } = useRead('channel.list', {}, { refetchInterval: 10_000 });
  const [form, setForm] = useState<Row | 'new' | null>(null);
  return (
    <div className="messages">
      <PageHead title={t(words.title)} tab={t(words.title)} under={t(words.under)}>
        {data && (
          <button type="button" className="btn btn-main" onClick={() => setForm('new')}>
            <Icon name="plus" size={16} />
            {t(words.add)}
          </button>
        )}
      </PageHead>
      <MessageTabs here="channels" />
      {!data ? (
        <Waiting error={error} />
      ) : (
        <>
          {data.rows.length === 0 ? (
            <Empty title={t(words.none)}>
              <p>{t(words.noneHint)}</p>
            </Empty>
          ) : (
            <div className="panel">
              <ul className="rows channel-rows">
                {data.rows.map((row) => (
                  <Line key={row.id} row={row} onChange={() => setForm(row)} />
                ))}
              </ul>
            </div>
          )}
          {data.wanted.length > 0 && (
            <Panel title={t(words.wanted)}>
              <ul className="rows">
                {data.wanted.map(({ name, place }) => (
                  <li key={`${name} ${place?.id ?? ''}`}>
                    {name} {place && <span className="second">{place.name}</span>}
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <PeopleMail people={data.people} />
          {form && <ChannelForm channel={form === 'new' ? null : form} places={data.places} onClose={() => setForm(null)} />}
        </>
      )}
    </div>
  );
}

function Line({ row, onChange }: { readonly row: Row; readonly onChange: () => void }) {
  const t = useWords();
  const [asking, setAsking] = useState<'test' | 'remove' | null>(null);
  const turnOn = useAct('channel.turnOn');
  const turnOff = useAct('channel.turnOff');
  const remove = useAct('channel.remove');
  const offered = row.acts.filter(({ allowed }) => allowed);
  const open: Readonly<Record<string, () => void>> = {
    change: onChange,
    turnOn: () => turnOn.mutate({ id: row.id }),
    turnOff: () => turnOff.mutate({ id: row.id }),
    remove: () => setAsking('remove'),
  };
  return (
    <li>
      <div className="channel-what">
        <strong>{row.name}</strong> <StateTag states={channelStates} state={row.state} />
        <div className="second small">
          {t(channelKinds[row.kind as ChannelKind])} · {row.host}
          {row.kind !== 'mail' && ` · ${row.place?.name ?? t(words.anyPlace)}`}
        </div>
        <div className="second small">
          {row.lastSentAt ? `${t(words.last)} ${t(sayAt(row.lastSentAt))}` : t(words.never)}
          {row.waiting > 0 && ` · ${t(words.waiting)} ${row.waiting}`}
          {row.restsUntil && Date.parse(row.restsUntil) > Date.now() && ` · ${t(words.rests)} ${t(sayAt(row.restsUntil))}`}
        </div>
        {row.stuck > 0 && (
          <a className="late-words small" href={to('outbox', {}, { state: 'stuck' })}>
            {t(words.stuck)} {row.stuck}
          </a>
        )}
        <ProblemNote error={turnOn.error ?? turnOff.error} />
      </div>
      <div className="channel-acts">
        {row.state === 'on' && (
          <button type="button" className="btn btn-small" onClick={() => setAsking('test')}>
            {t(words.test)}
          </button>
        )}
        {offered.map(({ act }) => (
          <button key={act} type="button" className="btn btn-small" onClick={open[act]}>
            {t(channelActs[act as keyof typeof channelActs].words)}
          </button>
        ))}
      </div>
      {asking === 'test' && <ChannelTest channel={row} onClose={() => setAsking(null)} />}
      {asking === 'remove' && (
        <ActForm
          title={`${t(words.remove)} · ${row.name}`}
          send={t(channelActs.remove.words)}
          say={t(words.removeSay)}
          danger
          error={remove.error}
          pending={remove.isPending}
          onSend={() => remove.mutate({ id: row.id }, { onSuccess: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  );
}
