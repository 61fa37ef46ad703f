/** A test message, and what the service answered to it. */
import { useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import { messageStates } from '#domain/message/message.states.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';

const words = {
  title: { zh: '发测试消息', en: 'Send a test message' },
  say: { zh: '群里或邮箱会收到一条写明是测试的消息。', en: 'The group or mailbox gets a message that says it is a test.' },
  to: { zh: '收件地址', en: 'To' },
  send: { zh: '发送', en: 'Send' },
  again: { zh: '再发一条', en: 'Send another' },
  close: { zh: '关闭', en: 'Close' },
};

type Row = Reads['channel.list']['output']['rows'][number];

export function ChannelTest({ channel, onClose }: { readonly channel: Row; readonly onClose: () => void }) {
  const t = useWords();
  const test = useAct('channel.test');
  const [to, setTo] = useState('');
  const [messageId, setMessageId] = useState<string | null>(null);
  const send = () =>
    test.mutate(
      { id: channel.id, messageId: newId(), to: channel.kind === 'mail' ? to.trim() : null },
      { onSuccess: (answer) => setMessageId(answer.messageId) },
    );
  return (
    <Sheet title={`${t(words.title)} · ${channel.name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="say">{t(words.say)}</p>
        {channel.kind === 'mail' && (
          <label className="field">
            <span>{t(words.to)}</span>
            <input className="input" type="email" required value={to} onChange={(event) => setTo(event.currentTarget.value)} />
          </label>
        )}
        {messageId && <Result id={messageId} />}
        <ProblemNote error={test.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.close)}
          </button>
          <button type="submit" className="btn btn-main" disabled={test.isPending}>
            {t(messageId ? words.again : words.send)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

const EVERY_MS = 1_000;

function Result({ id }: { readonly id: string }) {
  const t = useWords();
  const { data } = useRead('message.get', { id }, { refetchInterval: EVERY_MS });
  const last = data?.log.at(-1);
  return (
    <div className="test-result" aria-live="polite">
      {data && (
        <>
          <StateTag states={messageStates} state={data.state} /> {data.why && data.state !== 'sent' && t(data.why)}
          {last?.answer && <code>{last.answer}</code>}
        </>
      )}
    </div>
  );
}
