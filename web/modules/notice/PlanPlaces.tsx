/** The places of the draft: each with its checklist and how it is to be patrolled. */
import { useState } from 'react';
import type { PatrolRuleDraft, PlaceDraft } from '#domain/notice/draft.model.ts';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { useWords } from '#web/language.ts';
import { Entry } from './Entry.tsx';
import { type Field, Pencil } from './Pencil.tsx';
import { useSelection } from './selection.ts';

const words = {
  title: { zh: '地点与巡查规则', en: 'Places and patrols' },
  name: { zh: '名称', en: 'Name' },
  rule: { zh: '巡查规则', en: 'Patrol rule' },
  daysAWeek: { zh: '每周天数', en: 'Days a week' },
  people: { zh: '每次人数', en: 'People each time' },
  leaderOnDuty: { zh: '领导带班', en: 'Leader on duty' },
  noLeader: { zh: '不带班', en: 'no leader' },
  unsaid: { zh: '本文未写', en: 'not said here' },
  checklist: { zh: '检查表', en: 'Checklist' },
  noChecklist: { zh: '本文没有检查表', en: 'no checklist here' },
};

export function PlanPlaces({ notice, mayCorrect }: { readonly notice: NoticeView; readonly mayCorrect: boolean }) {
  const t = useWords();
  const [editing, setEditing] = useState<{ readonly title: string; readonly fields: readonly Field[] } | null>(null);
  const { places, patrolRules } = notice.draft;
  if (places.length === 0) return null;
  const editPlace = (place: PlaceDraft) =>
    setEditing({
      title: place.name,
      fields: [{ target: `place:${place.key}`, field: 'name', label: t(words.name), kind: 'text', value: place.name }],
    });
  const editRule = (rule: PatrolRuleDraft, name: string) => {
    const target = `patrolRule:${rule.key}`;
    setEditing({
      title: `${name} ${t(words.rule)}`,
      fields: [
        { target, field: 'daysAWeek', label: t(words.daysAWeek), kind: 'number', value: rule.daysAWeek },
        { target, field: 'people', label: t(words.people), kind: 'number', value: rule.people },
        { target, field: 'leaderOnDuty', label: t(words.leaderOnDuty), kind: 'yesNo', value: rule.leaderOnDuty },
      ],
    });
  };
  return (
    <section className="plan-part">
      <h2>{t(words.title)}</h2>
      <ul className="entries">
        {places.map((place) => {
          return (
            <Entry
              key={place.key}
              target={`place:${place.key}`}
              span={place.span}
              title={place.name}
              onEdit={mayCorrect ? () => editPlace(place) : undefined}
            >
              {place.checklist.length > 0 ? (
                <details className="entry-checklist">
                  <summary>
                    {t(words.checklist)} {t({ zh: `${place.checklist.length} 条`, en: `${place.checklist.length} items` })}
                  </summary>
                  <ChecklistLines place={place} />
                </details>
              ) : (
                <span className="second">{t(words.noChecklist)}</span>
              )}
            </Entry>
          );
        })}
        {patrolRules.map((rule) => {
          const name = places.find((place) => place.key === rule.placeKey)?.name ?? rule.placeKey;
          const span = Object.values(rule.spans)[0] ?? [0, 0];
          return (
            <Entry
              key={rule.key}
              target={`patrolRule:${rule.key}`}
              span={span}
              title={`${t(words.rule)} · ${name}`}
              onEdit={mayCorrect ? () => editRule(rule, name) : undefined}
            >
              <RuleFacts rule={rule} />
            </Entry>
          );
        })}
      </ul>
      {editing && <Pencil noticeId={notice.id} title={editing.title} fields={editing.fields} onClose={() => setEditing(null)} />}
    </section>
  );
}

function ChecklistLines({ place }: { readonly place: PlaceDraft }) {
  const { choose } = useSelection();
  return (
    <ol>
      {place.checklist.map((line) => (
        <li key={line.no}>
          <button type="button" className="entry-title" onClick={() => choose(null, line.span, 'plan')}>
            {line.text}
          </button>
          {line.measures.map((measure) => (
            <span key={measure.metric} className="ask-chip">
              {measure.metric} ≥ {measure.atLeast}%
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** Each field of the rule shows its own sentence. */
function RuleFacts({ rule }: { readonly rule: PatrolRuleDraft }) {
  const t = useWords();
  const { choose } = useSelection();
  const people =
    rule.people === null
      ? null
      : rule.sharedBy > 1
        ? t({ zh: `每次共 ${rule.people} 人（${rule.sharedBy} 处合计）`, en: `${rule.people} people over ${rule.sharedBy} places` })
        : t({ zh: `每次 ${rule.people} 人`, en: `${rule.people} people each time` });
  const facts: [string, string | null][] = [
    ['daysAWeek', rule.daysAWeek === null ? null : t({ zh: `每周 ${rule.daysAWeek} 天`, en: `${rule.daysAWeek} days a week` })],
    ['people', people],
    ['leaderOnDuty', rule.leaderOnDuty === null ? null : t(rule.leaderOnDuty ? words.leaderOnDuty : words.noLeader)],
    ['requirements', rule.requirements.length > 0 ? rule.requirements.join('；') : null],
  ];
  const said = facts.filter((fact): fact is [string, string] => fact[1] !== null);
  if (said.length === 0) return <span className="second">{t(words.unsaid)}</span>;
  return said.map(([field, text]) => {
    const span = rule.spans[field];
    return span ? (
      <button key={field} type="button" className="due-chip" onClick={() => choose(`patrolRule:${rule.key}#${field}`, span, 'plan')}>
        {text}
      </button>
    ) : (
      <span key={field} className="ask-chip">
        {text}
      </span>
    );
  });
}
