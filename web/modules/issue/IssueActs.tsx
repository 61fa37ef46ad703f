/** The acts of a problem, each with its small form. Which are offered, and why others are not, is the server's answer. */
import { useState } from 'react';
import type { IssueView } from '#domain/issue/issue.model.ts';
import { type IssueAct, issueActs } from '#domain/issue/issue.rules.ts';
import type { UnitKind } from '#domain/org/org.model.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { useWords } from '#web/language.ts';

const words = {
  note: { zh: '说明', en: 'Note' },
  reason: { zh: '原因', en: 'Reason' },
  handler: { zh: '承办单位', en: 'Who takes it over' },
  noHandler: { zh: '还没有协作单位，请先在“单位”页添加。', en: 'There is no partner yet; add one on the unit page.' },
  after: { zh: '整改后照片', en: 'Photos after the fix' },
  solveHint: { zh: '写一句说明或附一张照片即可。', en: 'A note or a photo is enough.' },
};

/** The act that leads on from each state. */
const mainAct: Record<IssueView['state'], IssueAct> = {
  found: 'coordinate',
  coordinated: 'fix',
  escalated: 'fix',
  returned: 'fix',
  fixed: 'verify',
  verified: 'close',
  closed: 'reopen',
};
const withPhotos: readonly IssueAct[] = ['solve', 'fix'];
const withHandler: readonly IssueAct[] = ['coordinate', 'escalate'];
const withReason: readonly IssueAct[] = ['reject', 'reopen'];

export function IssueActs({ issue }: { readonly issue: IssueView }) {
  const [doing, setDoing] = useState<IssueAct | null>(null);
  return (
    <>
      <ActButtons offered={issue.acts} table={issueActs} main={mainAct[issue.state]} explain onAct={(act) => setDoing(act as IssueAct)} />
      {doing && <OneAct key={doing} issue={issue} act={doing} onClose={() => setDoing(null)} />}
    </>
  );
}

function OneAct({ issue, act, onClose }: { readonly issue: IssueView; readonly act: IssueAct; readonly onClose: () => void }) {
  const t = useWords();
  const send = useAct(`issue.${act}`);
  const handlers = useHandlers(act, withHandler.includes(act));
  const reasoned = withReason.includes(act);
  return (
    <ActForm
      title={`${t(issueActs[act].words)} · #${issue.no}`}
      send={t(issueActs[act].words)}
      say={act === 'solve' ? t(words.solveHint) : undefined}
      choice={withHandler.includes(act) ? { label: t(words.handler), options: handlers, none: t(words.noHandler) } : undefined}
      text={{ label: t(reasoned ? words.reason : words.note), required: reasoned }}
      photos={withPhotos.includes(act) ? { label: t(words.after), required: act === 'fix' } : undefined}
      error={send.error}
      pending={send.isPending}
      onSend={({ text, choice, photoIds }) => {
        const input = { id: issue.id, note: text, reason: text, handlerId: choice, photoIds: [...photoIds] };
        send.mutate(only(input, act), { onSuccess: onClose });
      }}
      onClose={onClose}
    />
  );
}

/** Each act takes its own part of the form. */
function only(input: { id: string; note: string; reason: string; handlerId: string; photoIds: string[] }, act: IssueAct) {
  const { id, note, reason, handlerId, photoIds } = input;
  if (withReason.includes(act)) return { id, reason } as typeof input;
  if (withHandler.includes(act)) return { id, note, handlerId } as typeof input;
  return (withPhotos.includes(act) ? { id, note, photoIds } : { id, note }) as typeof input;
}

/** Departments first for coordination; community and campaign office first for reporting up. */
function useHandlers(act: IssueAct, wanted: boolean): { key: string; label: string }[] {
  const partners = useRead('org.get', {}, { enabled: wanted }).data?.partners ?? [];
  const first: readonly UnitKind[] = act === 'coordinate' ? ['department'] : ['community', 'campaignOffice'];
  return [...partners]
    .sort((a, b) => Number(first.includes(b.kind)) - Number(first.includes(a.kind)))
    .map((partner) => ({ key: partner.id, label: partner.name }));
}
