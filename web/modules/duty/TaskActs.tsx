/** What can be done with a due task, each act with its small form. */
import { useState } from 'react';
import type { TaskRow } from '#domain/duty/duty.model.ts';
import { taskActs } from '#domain/duty/duty.rules.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { useWords } from '#web/language.ts';

const words = {
  result: { zh: '办理结果', en: 'What was done' },
  resultHint: { zh: '写明做了什么、材料报到哪里', en: 'what was done, and where the papers went' },
  reason: { zh: '退回原因', en: 'Reason' },
  withdrawReason: { zh: '撤销原因', en: 'Reason' },
  withdrawHint: { zh: '不再需要办理的原因，会留在历程里', en: 'why it is owed no longer; it stays in the history' },
  confirmHint: { zh: '确认后此事项办结。', en: 'The task ends with this.' },
};

export function TaskActs({ task }: { readonly task: TaskRow }) {
  const t = useWords();
  const [doing, setDoing] = useState<keyof typeof taskActs | null>(null);
  const report = useAct('task.report');
  const confirm = useAct('task.confirm');
  const back = useAct('task.return');
  const withdraw = useAct('task.withdraw');
  const close = () => {
    for (const one of [report, confirm, back, withdraw]) one.reset();
    setDoing(null);
  };
  const done = { onSuccess: close };
  return (
    <>
      <ActButtons offered={task.acts} table={taskActs} onAct={(act) => setDoing(act as keyof typeof taskActs)} />
      {doing === 'report' && (
        <ActForm
          title={`${t(taskActs.report.words)} · ${task.title}`}
          send={t(taskActs.report.words)}
          text={{ label: t(words.result), hint: t(words.resultHint), required: true, initial: task.result ?? '' }}
          error={report.error}
          pending={report.isPending}
          onSend={({ text }) => report.mutate({ id: task.id, result: text }, done)}
          onClose={close}
        />
      )}
      {doing === 'confirm' && (
        <ActForm
          title={`${t(taskActs.confirm.words)} · ${task.title}`}
          send={t(taskActs.confirm.words)}
          say={`${task.result ? `${t(words.result)}：${task.result}\n` : ''}${t(words.confirmHint)}`}
          error={confirm.error}
          pending={confirm.isPending}
          onSend={() => confirm.mutate({ id: task.id }, done)}
          onClose={close}
        />
      )}
      {doing === 'return' && (
        <ActForm
          title={`${t(taskActs.return.words)} · ${task.title}`}
          send={t(taskActs.return.words)}
          text={{ label: t(words.reason), required: true }}
          error={back.error}
          pending={back.isPending}
          onSend={({ text }) => back.mutate({ id: task.id, reason: text }, done)}
          onClose={close}
        />
      )}
      {doing === 'withdraw' && (
        <ActForm
          title={`${t(taskActs.withdraw.words)} · ${task.title}`}
          send={t(taskActs.withdraw.words)}
          text={{ label: t(words.withdrawReason), hint: t(words.withdrawHint), required: true }}
          error={withdraw.error}
          pending={withdraw.isPending}
          onSend={({ text }) => withdraw.mutate({ id: task.id, reason: text }, done)}
          onClose={close}
        />
      )}
    </>
  );
}
