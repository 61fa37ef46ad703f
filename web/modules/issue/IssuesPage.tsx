/** The problems of the unit, by state. The filter stands in the address, so that every figure elsewhere can open its cases. */
import { useState } from 'react';
import { disposals, type IssueStage, type IssueState, issueStages, issueStates } from '#domain/issue/issue.states.ts';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { Choices } from '#web/desk/kit/Choices.tsx';
import { Download } from '#web/desk/kit/Download.tsx';
import { More } from '#web/desk/kit/More.tsx';
import { Figure, PageHead } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { setSearch, useSearch, withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { useSignedIn } from '#web/modules/org/session.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { IssueCards } from './IssueCards.tsx';
import { ReportForm } from './ReportForm.tsx';

type Query = Reads['issue.list']['input'];

const words = {
  title: { zh: '问题台账', en: 'Problems' },
  report: { zh: '记录问题', en: 'Report a problem' },
  states: { zh: '按状态', en: 'By state' },
  scope: { zh: '范围', en: 'Scope' },
  all: { zh: '全部', en: 'All' },
  open: { zh: '未销号', en: 'Open' },
  closed: { zh: '已销号', en: 'Closed' },
  mine: { zh: '与我有关', en: 'Mine' },
  place: { zh: '地点', en: 'Place' },
  everywhere: { zh: '全部地点', en: 'All places' },
  none: { zh: '没有问题记录', en: 'No problems recorded' },
  noneHint: {
    zh: '巡查中发现的问题会出现在这里；在办公室接到的也可以直接记录。',
    en: 'Problems found on patrol appear here; those that reach the office can be recorded directly.',
  },
  late: { zh: '超期', en: 'Late' },
  state: { zh: '状态', en: 'State' },
  everyState: { zh: '全部状态', en: 'All states' },
  search: { zh: '搜索问题、位置、编号', en: 'Search text, place, number' },
  noneHere: { zh: '这个条件下没有问题。', en: 'No problem matches this filter.' },
  clear: { zh: '清除筛选', en: 'Clear the filter' },
};

export default function IssuesPage() {
  const t = useWords();
  const search = useSearch();
  const me = useSignedIn();
  const [reporting, setReporting] = useState(false);
  const filter: Query = {
    state: search.state && search.state in issueStates ? (search.state as IssueState) : undefined,
    stage: search.stage && search.stage in issueStages ? (search.stage as IssueStage) : undefined,
    late: search.late === 'true' ? 'true' : undefined,
    search: search.search?.trim().slice(0, 60) || undefined,
    open: search.open === 'true' || search.open === 'false' ? search.open : undefined,
    disposal: search.disposal && search.disposal in disposals ? (search.disposal as keyof typeof disposals) : undefined,
    placeId: search.placeId || undefined,
    patrolId: search.patrolId || undefined,
    mine: search.mine === 'true' ? 'true' : undefined,
  };
  const places = useRead('place.list', {}).data?.places ?? [];
  const { data, error } = useRead('issue.list', filter);
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)}>
        <Download of="issue.table" input={filter}>
          Excel
        </Download>
        {me?.unit.kind === 'office' && (
          <button type="button" className="btn btn-main" onClick={() => setReporting(true)}>
            <Icon name="plus" size={16} />
            {t(words.report)}
          </button>
        )}
      </PageHead>
      {data && (
        <nav className="figures" aria-label={t(words.states)}>
          {(Object.keys(issueStages) as IssueStage[]).map((stage) => (
            <Figure
              key={stage}
              href={withSearch({ stage: filter.stage === stage ? undefined : stage, state: undefined, open: undefined })}
              n={issueStages[stage].states.reduce((sum, state) => sum + (data.counts[state] ?? 0), 0)}
              label={t(issueStages[stage])}
              tone={issueStages[stage].tone}
              here={filter.stage === stage}
            />
          ))}
          <Figure
            href={withSearch({ late: filter.late ? undefined : 'true' })}
            n={data.late}
            label={t(words.late)}
            tone="late"
            here={filter.late === 'true'}
          />
        </nav>
      )}
      <div className="bar no-print">
        <Choices
          label={t(words.scope)}
          choices={[
            {
              key: 'all',
              label: t(words.all),
              href: withSearch({
                open: undefined,
                state: undefined,
                stage: undefined,
                late: undefined,
                mine: undefined,
                disposal: undefined,
              }),
              here: !filter.open && !filter.mine && !filter.state && !filter.stage && !filter.late && !filter.disposal,
            },
            {
              key: 'open',
              label: t(words.open),
              href: withSearch({ open: 'true', state: undefined, stage: undefined }),
              here: filter.open === 'true',
            },
            { key: 'mine', label: t(words.mine), href: withSearch({ mine: filter.mine ? undefined : 'true' }), here: Boolean(filter.mine) },
            ...(Object.keys(disposals) as (keyof typeof disposals)[]).map((way) => ({
              key: way,
              label: t(disposals[way]),
              href: withSearch({ disposal: filter.disposal === way ? undefined : way }),
              here: filter.disposal === way,
            })),
          ]}
        />
        <div className="issue-filters">
          <label>
            <span className="visually-hidden">{t(words.state)}</span>
            <select
              className="input place-select"
              value={filter.state ?? ''}
              onChange={(event) => setSearch({ state: event.currentTarget.value || undefined, stage: undefined, open: undefined })}
            >
              <option value="">{t(words.everyState)}</option>
              {(Object.keys(issueStates) as IssueState[]).map((state) => (
                <option key={state} value={state}>
                  {t(issueStates[state])}
                </option>
              ))}
            </select>
          </label>
          <SearchBox value={filter.search ?? ''} />
          {places.length > 0 && (
            <label>
              <span className="visually-hidden">{t(words.place)}</span>
              <select
                className="input place-select"
                value={filter.placeId ?? ''}
                onChange={(event) => setSearch({ placeId: event.currentTarget.value || undefined })}
              >
                <option value="">{t(words.everywhere)}</option>
                {places.map((place) => (
                  <option key={place.id} value={place.id}>
                    {place.name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      </div>
      {!data ? (
        <Waiting error={error} />
      ) : data.rows.length === 0 ? (
        <Empty title={filtered ? t(words.noneHere) : t(words.none)}>
          {filtered ? (
            <p>
              <a href={location.pathname}>{t(words.clear)}</a>
            </p>
          ) : (
            <p>{t(words.noneHint)}</p>
          )}
        </Empty>
      ) : (
        <>
          <IssueCards issues={data.rows} />
          <More
            key={JSON.stringify(filter)}
            call="issue.list"
            input={filter}
            next={data.next}
            render={(rows) => <IssueCards issues={rows} />}
          />
        </>
      )}
      {reporting && <ReportForm places={places} onClose={() => setReporting(false)} />}
    </>
  );
}

/** Searched when Enter is pressed or the box is left, so that the list does not jump under the hand. */
function SearchBox({ value }: { readonly value: string }) {
  const t = useWords();
  const search = (text: string) => text.trim() !== value && setSearch({ search: text.trim() || undefined });
  return (
    <form
      key={value}
      onSubmit={(event) => {
        event.preventDefault();
        search(new FormData(event.currentTarget).get('search') as string);
      }}
    >
      <input
        className="input issue-search"
        type="search"
        name="search"
        maxLength={60}
        defaultValue={value}
        aria-label={t(words.search)}
        placeholder={t(words.search)}
        onBlur={(event) => search(event.currentTarget.value)}
      />
    </form>
  );
}
