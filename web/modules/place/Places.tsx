/** The places under contracted responsibility, each with its checklist and how it is patrolled. */
import { useState } from 'react';
import type { Place } from '#domain/place/place.model.ts';
import { useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { weekdayWords } from '#web/desk/kit/weekdays.ts';
import { sourceHref, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { CentreForm } from './CentreForm.tsx';
import { PointSelect } from './PointSelect.tsx';
import { RuleForm, restWords } from './RuleForm.tsx';

const words = {
  title: { zh: '包保地点', en: 'Places' },
  none: {
    zh: '采纳写有包保网格或路段的公文后，地点、检查表和巡查规则会列在这里。',
    en: 'Adopt a notice that names a grid or a road, and its places, checklists and patrol rules stand here.',
  },
  where: { zh: '位置', en: 'Where' },
  noCentre: { zh: '还没有设置', en: 'not set yet' },
  setCentre: { zh: '设置位置', en: 'Set where it is' },
  posters: { zh: '签到海报', en: 'Check-in posters' },
  change: { zh: '调整规则', en: 'Change the rule' },
  rule: { zh: '巡查规则', en: 'Patrol rule' },
  rest: { zh: '值班前后', en: 'Rest around a duty' },
  apart: { zh: '不同班', en: 'Kept apart' },
  days: { zh: '巡查日', en: 'Days' },
  people: { zh: '人数', en: 'People' },
  leader: { zh: '领导带班', en: 'leader on duty' },
  noLeader: { zh: '不带班', en: 'no leader' },
  hours: { zh: '时段', en: 'Hours' },
  requirements: { zh: '要求', en: 'Requirements' },
  settled: { zh: '已确认', en: 'Settled' },
  noRule: { zh: '公文没有写巡查规则。', en: 'The notice gives no patrol rule.' },
  checklist: { zh: '检查表', en: 'Checklist' },
};

export function Places() {
  const t = useWords();
  const { data, error } = useRead('place.list', {});
  const [changing, setChanging] = useState<Place | null>(null);
  const [locating, setLocating] = useState<Place | null>(null);
  return (
    <Panel
      title={t(words.title)}
      aside={data?.mayManage && data.places.length > 0 ? <a href={to('posters')}>{t(words.posters)}</a> : data?.places.length || undefined}
    >
      {!data ? (
        <div className="panel-body">
          <Waiting error={error} />
        </div>
      ) : data.places.length === 0 ? (
        <p className="none">{t(words.none)}</p>
      ) : (
        <ul className="rows">
          {data.places.map((place) => (
            <li key={place.id} className="place-line">
              <div className="partner-head">
                <strong>{place.name}</strong>
                <span className="second small">{place.community?.name}</span>
                <SourceMark source={place.source} href={sourceHref} />
                {data.mayManage && place.rule && (
                  <button
                    type="button"
                    className="btn btn-small"
                    aria-label={`${t(words.change)} ${place.name}`}
                    onClick={() => setChanging(place)}
                  >
                    {t(words.change)}
                  </button>
                )}
              </div>
              <PointSelect place={place} mayManage={data.mayManage} />
              <dl className="facts">
                <Rule place={place} />
                <Where place={place} onSet={data.mayManage ? () => setLocating(place) : null} />
              </dl>
              {place.checklist.length > 0 && (
                <details className="checklist-more">
                  <summary>
                    {t(words.checklist)} {t({ zh: `${place.checklist.length} 项`, en: `${place.checklist.length} items` })}
                  </summary>
                  <ol>
                    {place.checklist.map((item) => (
                      <li key={item.no}>
                        <span className="quote">{item.text}</span> <SourceMark source={item.source} href={sourceHref} />
                      </li>
                    ))}
                  </ol>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {locating && <CentreForm place={locating} onClose={() => setLocating(null)} />}
      {changing && <RuleForm place={changing} onClose={() => setChanging(null)} />}
    </Panel>
  );
}

function Rule({ place }: { readonly place: Place }) {
  const t = useWords();
  const { rule } = place;
  if (!rule) {
    return (
      <>
        <dt>{t(words.rule)}</dt>
        <dd className="second">{t(words.noRule)}</dd>
      </>
    );
  }
  const source = (field: string) => rule.sources[field] && <SourceMark source={rule.sources[field]} href={sourceHref} />;
  return (
    <>
      <dt>{t(words.days)}</dt>
      <dd>
        {t({ zh: `每周 ${rule.weekdays.length} 天：`, en: `${rule.weekdays.length} days a week: ` })}
        {rule.weekdays.map((n) => t(weekdayWords(n))).join('、')} {source('daysAWeek')}
      </dd>
      <dt>{t(words.people)}</dt>
      <dd>
        {t({ zh: `每次 ${rule.people} 人`, en: `${rule.people} each time` })} {source('people')} ·{' '}
        {t(rule.leaderOnDuty ? words.leader : words.noLeader)} {source('leaderOnDuty')}
      </dd>
      <dt>{t(words.hours)}</dt>
      <dd>
        {rule.starts}–{rule.ends}
      </dd>
      {rule.rest !== null && (
        <>
          <dt>{t(words.rest)}</dt>
          <dd>{t(restWords(rule.rest))}</dd>
        </>
      )}
      {rule.apart.length > 0 && (
        <>
          <dt>{t(words.apart)}</dt>
          <dd>{t({ zh: `${rule.apart.length} 对`, en: `${rule.apart.length} pairs` })}</dd>
        </>
      )}
      {rule.requirements.length > 0 && (
        <>
          <dt>{t(words.requirements)}</dt>
          <dd className="quote">
            {rule.requirements.join('；')} {source('requirements')}
          </dd>
        </>
      )}
      {rule.settlement && (
        <>
          <dt>{t(words.settled)}</dt>
          <dd>
            {t(rule.settlement)} <span className="second">{rule.settlement.byName}</span>
          </dd>
        </>
      )}
    </>
  );
}

/** `onSet` is null for whoever may not set it. */
function Where({ place, onSet }: { readonly place: Place; readonly onSet: (() => void) | null }) {
  const t = useWords();
  const { centre } = place;
  return (
    <>
      <dt>{t(words.where)}</dt>
      <dd>
        {centre ? (
          t({
            zh: `北纬 ${centre.lat}，东经 ${centre.lng}，${centre.radius} 米以内`,
            en: `${centre.lat}, ${centre.lng}, within ${centre.radius} m`,
          })
        ) : (
          <span className="second">{t(words.noCentre)}</span>
        )}{' '}
        {onSet && (
          <button type="button" className="btn btn-quiet btn-small" aria-label={`${t(words.setCentre)} ${place.name}`} onClick={onSet}>
            {t(words.setCentre)}
          </button>
        )}
      </dd>
    </>
  );
}
