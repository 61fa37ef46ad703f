/** The adopted duties: by list, by owner, by leader in charge. Every one opens the sentence that ordered it. */
import type { Duty, ResponsibilityList } from '#domain/duty/duty.model.ts';
import { useRead } from '#web/api/hooks.ts';
import { Choices } from '#web/desk/kit/Choices.tsx';
import { Download } from '#web/desk/kit/Download.tsx';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { sourceHref, to, useSearch, withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import './duty.css';
import { DutyLine } from './DutyLine.tsx';
import { groupDuties, type View, viewOf } from './groups.ts';

const words = {
  table: { zh: '责任分工表', en: 'Table of duties' },
  title: { zh: '责任清单', en: 'Responsibilities' },
  view: { zh: '查看方式', en: 'View' },
  list: { zh: '按清单', en: 'By list' },
  owner: { zh: '按责任科室', en: 'By owner' },
  leader: { zh: '按分管领导', en: 'By leader' },
  filter: { zh: '筛选', en: 'Filter' },
  all: { zh: '全部', en: 'All' },
  items: { zh: '项', en: '' },
  stages: { zh: '工作阶段', en: 'Stages' },
  none: { zh: '还没有责任清单', en: 'No responsibilities yet' },
  noneHint: {
    zh: '导入公文并采纳后，责任会按清单、科室和分管领导列在这里。',
    en: 'Import and adopt a notice, and its duties stand here by list, owner and leader.',
  },
  import: { zh: '导入公文', en: 'Import a notice' },
  ended: { zh: '已终止的责任', en: 'Duties that have ended' },
  nobodyOwner: { zh: '未指定科室', en: 'No owner named' },
  nobodyLeader: { zh: '未指定分管领导', en: 'No leader named' },
};

export default function DutiesPage() {
  const t = useWords();
  const search = useSearch();
  const { data, error } = useRead('duty.lists', {});
  if (!data) {
    return (
      <>
        <PageHead title={t(words.title)} tab={t(words.title)} />
        <Waiting error={error} />
      </>
    );
  }
  if (data.lists.length === 0 && data.ended.length === 0) {
    return (
      <>
        <PageHead title={t(words.title)} tab={t(words.title)} />
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
          <a className="btn btn-main" href={to('importNotice')}>
            {t(words.import)}
          </a>
        </Empty>
      </>
    );
  }
  const view = viewOf(search);
  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)}>
        <Download of="form.paper" input={{ form: 'dutyTable' }}>
          {t(words.table)}
        </Download>
        <nav className="seg" aria-label={t(words.view)}>
          {(['list', 'owner', 'leader'] as const).map((name) => (
            <a
              key={name}
              href={withSearch({ by: name === 'list' ? undefined : name, list: undefined, owner: undefined, leader: undefined })}
              aria-current={view === name ? 'true' : undefined}
            >
              {t(words[name])}
            </a>
          ))}
        </nav>
      </PageHead>
      <Groups view={view} lists={data.lists} chosen={search[view]} />
      {data.stages.length > 0 && view === 'list' && !search.list && (
        <Panel title={t(words.stages)}>
          <ul className="rows">
            {data.stages.map((stage) => (
              <li key={stage.id}>
                <strong>{stage.name}</strong>{' '}
                <span className="second">
                  {stage.from ?? ''} — {stage.to ?? ''}
                </span>{' '}
                <SourceMark source={stage.source} href={sourceHref} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {data.ended.length > 0 && view === 'list' && !search.list && (
        <details className="ended-duties">
          <summary>
            {t(words.ended)} {data.ended.length}
          </summary>
          <Panel>
            <ul className="rows">
              {data.ended.map((duty) => (
                <DutyLine key={duty.id} duty={duty} />
              ))}
            </ul>
          </Panel>
        </details>
      )}
    </>
  );
}

function Groups({
  view,
  lists,
  chosen,
}: {
  readonly view: View;
  readonly lists: readonly ResponsibilityList[];
  readonly chosen: string | undefined;
}) {
  const t = useWords();
  const groups = groupDuties(lists, view).map((group) => ({
    ...group,
    title: group.title ?? t(view === 'owner' ? words.nobodyOwner : words.nobodyLeader),
  }));
  const shown = chosen ? groups.filter((group) => group.key === chosen) : groups;
  return (
    <>
      <Choices
        label={t(words.filter)}
        choices={[
          { key: '', label: t(words.all), href: withSearch({ [view]: undefined }), here: !chosen },
          ...groups.map((group) => ({
            key: group.key,
            label: group.title,
            href: withSearch({ by: view === 'list' ? undefined : view, [view]: group.key }),
            here: chosen === group.key,
            count: group.duties.length,
          })),
        ]}
      />
      {shown.map((group) => (
        <Panel
          key={group.key}
          title={group.title}
          aside={`${group.aside ? `${group.aside} · ` : ''}${group.duties.length} ${t(words.items)}`}
        >
          <ul className={isChecklist(group.duties) ? 'rows checklist-lines' : 'rows'}>
            {group.duties.map((duty) => (
              <DutyLine key={duty.id} duty={duty} />
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}

const isChecklist = (duties: readonly Duty[]): boolean => duties.every((duty) => duty.kind === 'inspection');
