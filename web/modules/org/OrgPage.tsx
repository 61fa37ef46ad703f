/** The unit: its places and their patrol rules, its people, the leading group, sections, and the partners beside it. */

import type { GroupMember } from '#domain/org/org.model.ts';
import { useRead } from '#web/api/hooks.ts';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { sourceHref } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Places } from '#web/modules/place/Places.tsx';
import { PointTypes } from '#web/modules/place/PointTypes.tsx';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { PartnersPanel } from './PartnersPanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { SectionsPanel } from './SectionsPanel.tsx';
import './org.css';

const words = {
  title: { zh: '单位', en: 'Unit' },
  group: { zh: '领导小组', en: 'Leading group' },
  noGroup: { zh: '采纳含领导小组名单的公文后，名单会列在这里。', en: 'Adopt a notice that names the leading group, and it stands here.' },
};

export default function OrgPage() {
  const t = useWords();
  const { data, error } = useRead('org.get', {});
  if (!data) {
    return (
      <>
        <PageHead title={t(words.title)} tab={t(words.title)} />
        <Waiting error={error} />
      </>
    );
  }
  return (
    <>
      <PageHead title={data.unit.name} tab={t(words.title)} />
      <div className="two">
        <div>
          <PeoplePanel people={data.people} sections={data.sections} mayManage={data.mayManage} />
          <Places />
          <PointTypes />
        </div>
        <div>
          <Panel title={t(words.group)} aside={data.group.length > 0 ? data.group.length : undefined}>
            {data.group.length > 0 ? <LeadingGroup group={data.group} /> : <p className="none">{t(words.noGroup)}</p>}
          </Panel>
          <SectionsPanel sections={data.sections} mayManage={data.mayManage} />
          <PartnersPanel partners={data.partners} mayManage={data.mayManage} />
        </div>
      </div>
    </>
  );
}

function LeadingGroup({ group }: { readonly group: readonly GroupMember[] }) {
  const groups = [...new Set(group.map((member) => member.group))];
  return groups.map((name) => (
    <div key={name}>
      {groups.length > 1 && <h3 className="sub-head">{name}</h3>}
      <ul className="rows">
        {group
          .filter((member) => member.group === name)
          .map((member) => (
            <li key={`${member.role}${member.personId}`} className="group-line">
              <span className="second">{member.role}</span>
              <span>
                <strong>{member.name}</strong> <span className="second small">{member.post}</span>
              </span>
              <SourceMark source={{ noticeId: member.noticeId, start: member.span[0], end: member.span[1] }} href={sourceHref} />
            </li>
          ))}
      </ul>
    </div>
  ));
}
