/** Leading group, stages, partners, channels of the draft. */
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PartnerDraft } from '#domain/notice/draft.model.ts';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { useWords } from '#web/language.ts';
import { Entry } from './Entry.tsx';
import { type Field, Pencil } from './Pencil.tsx';

const words = {
  group: { zh: '领导小组', en: 'Leading group' },
  office: { zh: '办公室设在', en: 'Its office is in' },
  concurrent: { zh: '兼任', en: 'concurrent' },
  role: { zh: '组内职务', en: 'Role' },
  name: { zh: '姓名', en: 'Name' },
  post: { zh: '职务', en: 'Post' },
  stages: { zh: '工作阶段', en: 'Stages' },
  stageName: { zh: '阶段名称', en: 'Name' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'To' },
  partners: { zh: '协作单位', en: 'Partners' },
  channels: { zh: '日志报送渠道', en: 'Where logs are sent' },
};

const partnerKinds: Record<PartnerDraft['kind'], Words> = {
  community: { zh: '社区', en: 'Community' },
  campaignOffice: { zh: '创城办', en: 'Campaign office' },
  department: { zh: '职能部门', en: 'Department' },
};

interface PartProps {
  readonly notice: NoticeView;
  readonly mayCorrect: boolean;
}
type Editing = { readonly title: string; readonly fields: readonly Field[] } | null;

export function Members({ notice, mayCorrect }: PartProps) {
  const t = useWords();
  const [editing, setEditing] = useState<Editing>(null);
  const { members, officeSection } = notice.draft;
  if (members.length === 0) return null;
  return (
    <section className="plan-part">
      <h2>
        {t(words.group)} <span className="second">{members.length}</span>
      </h2>
      <ul className="entries entries-tight">
        {members.map((member) => {
          const target = `member:${member.key}`;
          const edit = () =>
            setEditing({
              title: member.name,
              fields: [
                { target, field: 'role', label: t(words.role), kind: 'text', value: member.role },
                { target, field: 'name', label: t(words.name), kind: 'text', value: member.name },
                { target, field: 'post', label: t(words.post), kind: 'text', value: member.post },
              ],
            });
          return (
            <Entry
              key={member.key}
              target={target}
              span={member.span}
              number={member.role}
              title={member.name}
              onEdit={mayCorrect ? edit : undefined}
            >
              <span className="second">
                {member.post} {member.concurrent && `（${t(words.concurrent)}）`}
              </span>
            </Entry>
          );
        })}
      </ul>
      {officeSection && (
        <p className="second plan-note">
          {t(words.office)} {officeSection}
        </p>
      )}
      {editing && <Pencil noticeId={notice.id} title={editing.title} fields={editing.fields} onClose={() => setEditing(null)} />}
    </section>
  );
}

export function Stages({ notice, mayCorrect }: PartProps) {
  const t = useWords();
  const [editing, setEditing] = useState<Editing>(null);
  if (notice.draft.stages.length === 0) return null;
  return (
    <section className="plan-part">
      <h2>{t(words.stages)}</h2>
      <ul className="entries entries-tight">
        {notice.draft.stages.map((stage) => {
          const target = `stage:${stage.key}`;
          const edit = () =>
            setEditing({
              title: stage.name,
              fields: [
                { target, field: 'name', label: t(words.stageName), kind: 'text', value: stage.name },
                { target, field: 'from', label: t(words.from), kind: 'text', value: stage.from },
                { target, field: 'to', label: t(words.to), kind: 'text', value: stage.to },
              ],
            });
          return (
            <Entry key={stage.key} target={target} span={stage.span} title={stage.name} onEdit={mayCorrect ? edit : undefined}>
              <span className="second">
                {stage.from ?? ''} — {stage.to ?? ''}
              </span>
            </Entry>
          );
        })}
      </ul>
      {editing && <Pencil noticeId={notice.id} title={editing.title} fields={editing.fields} onClose={() => setEditing(null)} />}
    </section>
  );
}

export function Partners({ notice }: { readonly notice: NoticeView }) {
  const t = useWords();
  if (notice.draft.partners.length === 0) return null;
  return (
    <section className="plan-part">
      <h2>{t(words.partners)}</h2>
      <ul className="entries entries-tight">
        {notice.draft.partners.map((partner) => (
          <Entry key={partner.key} target={`partner:${partner.key}`} span={partner.span} title={partner.name} checkable={false}>
            <span className="second">{t(partnerKinds[partner.kind])}</span>
          </Entry>
        ))}
      </ul>
    </section>
  );
}

export function Channels({ notice }: { readonly notice: NoticeView }) {
  const t = useWords();
  if (notice.draft.channels.length === 0) return null;
  return (
    <section className="plan-part">
      <h2>{t(words.channels)}</h2>
      <ul className="entries entries-tight">
        {notice.draft.channels.map((channel) => (
          <Entry key={channel.key} target={`channel:${channel.key}`} span={channel.span} title={channel.name} checkable={false}>
            <span className="second">{notice.draft.places.find((place) => place.key === channel.placeKey)?.name}</span>
          </Entry>
        ))}
      </ul>
    </section>
  );
}
