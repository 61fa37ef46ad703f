import { useState } from 'react';
import type { Ref } from '#domain/kernel/contract.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Place } from '#domain/place/place.model.ts';
import { usualRule } from '#domain/place/usual.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { Pairs } from '#web/desk/kit/Pairs.tsx';
import { weekdayNumbers, weekdayWords } from '#web/desk/kit/weekdays.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '调整巡查规则', en: 'Change the patrol rule' },
  days: { zh: '巡查日', en: 'Days' },
  people: { zh: '每次人数（不含带班领导）', en: 'People each time, beside the leader' },
  leader: { zh: '领导带班', en: 'A leader is on duty' },
  leaders: { zh: '谁可带班', en: 'Who may lead' },
  deputies: { zh: '全体分管领导', en: 'Every deputy in charge' },
  named: { zh: '只限以下人员', en: 'Only these' },
  rest: { zh: '在此值班前后', en: 'Before and after a duty here' },
  asAgreed: { zh: '按单位约定', en: 'as the unit agreed' },
  noRest: { zh: '不要求间隔', en: 'no rest asked' },
  apart: { zh: '不同班（仅此地点，另加单位约定的）', en: 'Kept apart here, besides those the unit keeps apart' },
  starts: { zh: '开始', en: 'From' },
  ends: { zh: '结束', en: 'To' },
  hint: {
    zh: '已发布的值班表不变，从下一次排班起按新规则。',
    en: 'Published rosters stay as they are; the next proposal follows the new rule.',
  },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
};

export const restWords = (rest: number | null): Words =>
  rest === null ? words.asAgreed : rest === 0 ? words.noRest : { zh: `至少隔 ${rest} 个巡查日`, en: `at least ${rest} patrol days free` };

const MOST_REST = 10;

/** How a place is patrolled, where the office has to deviate from what was adopted. */
export function RuleForm({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  const t = useWords();
  const set = useAct('place.setRule');
  const rule = place.rule ?? usualRule;
  const [weekdays, setWeekdays] = useState<readonly number[]>(rule.weekdays);
  const [people, setPeople] = useState(String(rule.people));
  const [leaderOnDuty, setLeaderOnDuty] = useState(rule.leaderOnDuty);
  const [leaders, setLeaders] = useState<readonly string[] | null>(rule.leaders);
  const [rest, setRest] = useState(rule.rest);
  const [apart, setApart] = useState(rule.apart);
  const { data } = useRead('org.get', {});
  const staff = data?.people ?? [];
  const [starts, setStarts] = useState(rule.starts);
  const [ends, setEnds] = useState(rule.ends);
  const was = place.rule && {
    weekdays: rule.weekdays,
    people: rule.people,
    leaderOnDuty: rule.leaderOnDuty,
    leaders: rule.leaders,
    rest: rule.rest,
    apart: rule.apart,
    starts: rule.starts,
    ends: rule.ends,
  };
  return (
    <Sheet title={`${t(words.title)} · ${place.name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(
            {
              id: place.id,
              was,
              weekdays: [...weekdays].sort(),
              people: Number(people),
              leaderOnDuty,
              leaders: leaders && [...leaders],
              rest,
              apart,
              starts,
              ends,
            },
            { onSuccess: onClose },
          );
        }}
      >
        <fieldset className="field">
          <legend>{t(words.days)}</legend>
          <div className="days">
            {weekdayNumbers.map((n) => (
              <label key={n}>
                <input
                  type="checkbox"
                  checked={weekdays.includes(n)}
                  onChange={(event) => setWeekdays(event.currentTarget.checked ? [...weekdays, n] : weekdays.filter((day) => day !== n))}
                />
                {t(weekdayWords(n))}
              </label>
            ))}
          </div>
        </fieldset>
        <label className="field">
          <span>{t(words.people)}</span>
          <input
            className="input"
            type="number"
            min={1}
            max={50}
            required
            value={people}
            onChange={(event) => setPeople(event.currentTarget.value)}
          />
        </label>
        <label className="check-field">
          <input type="checkbox" checked={leaderOnDuty} onChange={(event) => setLeaderOnDuty(event.currentTarget.checked)} />
          {t(words.leader)}
        </label>
        {leaderOnDuty && <Leaders people={staff} chosen={leaders} onChange={setLeaders} />}
        <label className="field">
          <span>{t(words.rest)}</span>
          <select
            className="input"
            value={rest ?? ''}
            onChange={(event) => setRest(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          >
            {[null, ...Array(MOST_REST + 1).keys()].map((n) => (
              <option key={n} value={n ?? ''}>
                {t(restWords(n))}
              </option>
            ))}
          </select>
        </label>
        <Pairs legend={words.apart} people={staff} pairs={apart} onChange={setApart} />
        <div className="pair-fields">
          <label className="field">
            <span>{t(words.starts)}</span>
            <input className="input" type="time" required value={starts} onChange={(event) => setStarts(event.currentTarget.value)} />
          </label>
          <label className="field">
            <span>{t(words.ends)}</span>
            <input className="input" type="time" required value={ends} onChange={(event) => setEnds(event.currentTarget.value)} />
          </label>
        </div>
        <p className="second small">{t(words.hint)}</p>
        <ProblemNote error={set.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button
            type="submit"
            className="btn btn-main"
            disabled={weekdays.length === 0 || (leaderOnDuty && leaders?.length === 0) || set.isPending}
          >
            {t(words.save)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

/** Every deputy, or the named: one person in charge of the grid and one of the road, as notices like to have it. */
function Leaders({
  people,
  chosen,
  onChange,
}: {
  readonly people: readonly Ref[];
  readonly chosen: readonly string[] | null;
  readonly onChange: (ids: readonly string[] | null) => void;
}) {
  const t = useWords();
  return (
    <fieldset className="field">
      <legend>{t(words.leaders)}</legend>
      <label className="check-field">
        <input type="radio" name="leaders" checked={chosen === null} onChange={() => onChange(null)} />
        {t(words.deputies)}
      </label>
      <label className="check-field">
        <input type="radio" name="leaders" checked={chosen !== null} onChange={() => onChange([])} />
        {t(words.named)}
      </label>
      {chosen && (
        <div className="days">
          {people.map((person) => (
            <label key={person.id}>
              <input
                type="checkbox"
                checked={chosen.includes(person.id)}
                onChange={(event) =>
                  onChange(event.currentTarget.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id))
                }
              />
              {person.name}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
