import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { useWords } from '#web/language.ts';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sentenceOf } from '../kit/said.ts';
import { giveReason } from './acts.ts';

const words = {
  title: { zh: '说明迟报原因', en: 'Say why it is late' },
  reason: { zh: '原因', en: 'Reason' },
  hint: { zh: '逾期的记录不变，原因写在旁边，无需审批。', en: 'Late stays late; the reason stands beside it. Nobody decides on it.' },
  send: { zh: '写上', en: 'Put it down' },
};

export function ReasonSheet({ patrol, onClose }: { readonly patrol: PatrolView; readonly onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState(patrol.lateReason ?? '');
  const [problem, setProblem] = useState<Words | null>(null);
  const send = () => giveReason(patrol, reason.trim()).then(onClose, (error: unknown) => setProblem(sentenceOf(error)));
  return (
    <Sheet closesBeside title={t(words.title)} onClose={onClose}>
      <label className="field">
        <span className="field-label">{t(words.reason)}</span>
        <textarea rows={3} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </label>
      <p className="second-line">{t(words.hint)}</p>
      {problem && <p className="problem-note">{t(problem)}</p>}
      <button type="button" className="button main wide" disabled={reason.trim() === ''} onClick={send}>
        {t(words.send)}
      </button>
    </Sheet>
  );
}
