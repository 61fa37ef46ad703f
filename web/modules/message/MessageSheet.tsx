/** One message: what it says, to whom, each attempt with what the service answered, and what may be done. */
import { messageActs } from '#domain/message/message.rules.ts';
import { messageStates, outcomes } from '#domain/message/message.states.ts';
import { deskPath } from '#domain/message/record.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import { whomOf } from './whom.ts';

const words = {
  title: { zh: '一条消息', en: 'A message' },
  to: { zh: '发给', en: 'To' },
  state: { zh: '状态', en: 'State' },
  why: { zh: '原因', en: 'Why' },
  next: { zh: '下次发送', en: 'Next attempt' },
  about: { zh: '关于', en: 'About' },
  open: { zh: '打开', en: 'Open' },
  attempts: { zh: '发送经过', en: 'Attempts' },
  none: { zh: '还没有发送。', en: 'Not tried yet.' },
  underway: { zh: '正在发送', en: 'underway' },
  mark: { zh: '编号', en: 'Number' },
};

export function MessageSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords();
  const { data, error } = useRead('message.get', { id }, { refetchInterval: 3_000 });
  const resend = useAct('message.resend');
  const withdraw = useAct('message.withdraw');
  return (
    <Sheet title={data ? t(data.title) : t(words.title)} onClose={onClose}>
      {!data ? (
        <Waiting error={error} />
      ) : (
        <div className="message-sheet">
          <p className="message-text">{data.text ?? t(data.body)}</p>
          <dl className="facts">
            <dt>{t(words.to)}</dt>
            <dd>{whomOf(data, t)}</dd>
            {data.channel && (
              <>
                <dt>{t(words.state)}</dt>
                <dd>
                  <StateTag states={messageStates} state={data.state} />
                </dd>
                <dt>{t(words.mark)}</dt>
                <dd>{data.mark}</dd>
              </>
            )}
            {data.why && data.state !== 'sent' && (
              <>
                <dt>{t(words.why)}</dt>
                <dd>{t(data.why)}</dd>
              </>
            )}
            {data.channel && (data.state === 'failed' || data.state === 'waiting') && (
              <>
                <dt>{t(words.next)}</dt>
                <dd title={exactAt(data.dueAt)}>{t(sayAt(data.dueAt))}</dd>
              </>
            )}
            {data.record && (
              <>
                <dt>{t(words.about)}</dt>
                <dd>
                  <a href={deskPath(data.record)}>{t(words.open)}</a>
                </dd>
              </>
            )}
          </dl>
          {data.channel && (
            <>
              <h3>{t(words.attempts)}</h3>
              {data.log.length === 0 && <p className="second">{t(words.none)}</p>}
              <ol className="attempts">
                {data.log.map((attempt) => (
                  <li key={attempt.n}>
                    <strong>{t(attempt.outcome ? outcomes[attempt.outcome] : words.underway)}</strong>{' '}
                    <time className="second small" dateTime={attempt.begunAt} title={exactAt(attempt.begunAt)}>
                      {t(sayAt(attempt.begunAt))}
                    </time>
                    {attempt.why && <div>{t(attempt.why)}</div>}
                    {attempt.answer && <code>{attempt.answer}</code>}
                  </li>
                ))}
              </ol>
            </>
          )}
          {data.history.length > 0 && <Timeline history={data.history} />}
          <ProblemNote error={resend.error ?? withdraw.error} />
          <ActButtons
            offered={data.acts}
            table={messageActs}
            main="resend"
            disabled={resend.isPending || withdraw.isPending}
            onAct={(act) => (act === 'resend' ? resend : withdraw).mutate({ id })}
          />
        </div>
      )}
    </Sheet>
  );
}
