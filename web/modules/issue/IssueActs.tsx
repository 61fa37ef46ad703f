/** The acts of a problem, each with its small form. Which are offered, and why others are not, is the server's answer. */
import { useState } from 'react';
import { LONGEST_SUSPENSION_DAYS } from '#domain/issue/issue.handling.ts';
import type { IssueView } from '#domain/issue/issue.model.ts';
import { type IssueAct, issueActs } from '#domain/issue/issue.rules.ts';
import type { OfferedAct } from '#domain/kernel/act.ts';
import { addDays, dayOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import type { UnitKind } from '#domain/org/org.model.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { useWords } from '#web/language.ts';
import { actForms, asks, inputOf, leadingActs } from './act.forms.ts';

const words = {
  note: { zh: '说明', en: 'Note' },
  reason: { zh: '原因', en: 'Reason' },
  handler: { zh: '承办单位', en: 'Who takes it over' },
  noHandler: { zh: '还没有协作单位，请先在“单位”页添加。', en: 'There is no partner yet; add one on the unit page.' },
  after: { zh: '整改后照片', en: 'Photos after the fix' },
  solveHint: { zh: '写一句说明或附一张照片即可。', en: 'A note or a photo is enough.' },
  more: { zh: '其他操作', en: 'Other acts' },
  until: { zh: '挂账至', en: 'Suspended until' },
  suspendHint: {
    zh: '挂账期间不计时限，到期自动恢复计时；只能挂账一次。',
    en: 'The limit stands until that day, then runs again by itself. Only once.',
  },
  other: { zh: '并入哪个问题', en: 'Join to which problem' },
  noOther: { zh: '本单位没有其他未办结的问题。', en: 'Your unit has no other open problem.' },
  joinHint: {
    zh: '并案后以那个问题为准办理，办结时一并告知发现人。',
    en: 'The other problem is handled for both; its end is told to the finder of this one too.',
  },
  goTo: { zh: '应由谁受理、到哪里反映', en: 'Who takes it, and where to go' },
  parts: { zh: '每行一个部分（2至10个）', en: 'One part a line (2 to 10)' },
  splitHint: {
    zh: '每个部分成为单独的问题，分别办理；全部办结后本问题随之办结。',
    en: 'Each part becomes a problem of its own; with the last one this problem ends.',
  },
};
const hints: Partial<Record<IssueAct, keyof typeof words>> = {
  solve: 'solveHint',
  suspend: 'suspendHint',
  join: 'joinHint',
  split: 'splitHint',
};

type Handlers = Reads['issue.get']['output']['handlers'];

export function IssueActs({ issue, handlers }: { readonly issue: IssueView; readonly handlers: Handlers }) {
  const t = useWords();
  const [doing, setDoing] = useState<IssueAct | null>(null);
  const leading = leadingActs[issue.state];
  const isLeading = ({ act }: OfferedAct) => leading.includes(act as IssueAct);
  const first = issue.acts.filter(isLeading).sort((a, b) => leading.indexOf(a.act as IssueAct) - leading.indexOf(b.act as IssueAct));
  const others = issue.acts.filter((offered) => !isLeading(offered));
  const main = first.find(({ allowed }) => allowed)?.act;
  const onAct = (act: string) => setDoing(act as IssueAct);
  return (
    <>
      <ActButtons offered={first} table={issueActs} {...(main ? { main } : {})} explain onAct={onAct} />
      {others.length > 0 && (
        <details className="other-acts no-print">
          <summary>{t(words.more)}</summary>
          <ActButtons offered={others} table={issueActs} explain onAct={onAct} />
        </details>
      )}
      {doing && <OneAct key={doing} issue={issue} handlers={handlers} act={doing} onClose={() => setDoing(null)} />}
    </>
  );
}

interface OneActProps {
  readonly issue: IssueView;
  readonly handlers: Handlers;
  readonly act: IssueAct;
  readonly onClose: () => void;
}

function OneAct({ issue, handlers, act, onClose }: OneActProps) {
  const t = useWords();
  const send = useAct(`issue.${act}`);
  const others = useOthers(issue, asks(act, 'other'));
  const today = dayOf(Date.now());
  const hint = hints[act];
  return (
    <ActForm
      title={`${t(issueActs[act].words)} · #${issue.no}`}
      send={t(issueActs[act].words)}
      {...(hint ? { say: t(words[hint]) } : {})}
      {...(asks(act, 'handler')
        ? { choice: { label: t(words.handler), options: fittingFirst(act, handlers), none: t(words.noHandler) } }
        : {})}
      {...(asks(act, 'other') ? { choice: { label: t(words.other), options: others, none: t(words.noOther) } } : {})}
      text={{
        label: t(asks(act, 'parts') ? words.parts : asks(act, 'reason') ? words.reason : words.note),
        required: !actForms[act].includes('note'),
      }}
      {...(asks(act, 'goTo') ? { more: { label: t(words.goTo) } } : {})}
      {...(asks(act, 'until')
        ? { day: { label: t(words.until), from: addDays(today, 1), to: addDays(today, LONGEST_SUSPENSION_DAYS) } }
        : {})}
      {...(asks(act, 'photos') ? { photos: { label: t(words.after), required: act === 'fix' } } : {})}
      error={send.error}
      pending={send.isPending}
      onSend={({ text, choice, photoIds, day, more }) => {
        const answers = {
          id: issue.id,
          note: text,
          handlerId: choice,
          otherId: choice,
          photoIds,
          until: day,
          goTo: more,
          parts: partsOf(text),
        };
        send.mutate(inputOf(act, answers) as never, { onSuccess: onClose });
      }}
      onClose={onClose}
    />
  );
}

const partsOf = (text: string): { id: string; text: string }[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ id: newId(), text: line }));

/** Departments first for coordination; community and campaign office first for reporting up. */
function fittingFirst(act: IssueAct, handlers: Handlers): { key: string; label: string }[] {
  const first: readonly UnitKind[] = act === 'escalate' ? ['community', 'campaignOffice'] : ['department'];
  return [...handlers]
    .sort((a, b) => Number(first.includes(b.kind)) - Number(first.includes(a.kind)))
    .map((partner) => ({ key: partner.id, label: partner.name }));
}

/** Open problems of the unit, those of the same place first. */
function useOthers(issue: IssueView, wanted: boolean): { key: string; label: string }[] {
  const rows = useRead('issue.list', { open: 'true', limit: 100 }, { enabled: wanted }).data?.rows ?? [];
  return rows
    .filter(({ id }) => id !== issue.id)
    .sort((a, b) => Number(b.place?.id === issue.placeId) - Number(a.place?.id === issue.placeId))
    .map(({ id, no, text, place }) => ({ key: id, label: `#${no} ${text}${place ? `（${place.name}）` : ''}` }));
}
