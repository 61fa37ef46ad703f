/** What the unit agrees on for everybody's duties: rest between two of them, and who does not serve together. */
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { RosterTerms, RosterView } from '#domain/roster/roster.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { nameOf } from './seats.ts';

const words = {
  title: { zh: '值班约定', en: 'Terms of duty' },
  change: { zh: '调整', en: 'Change' },
  leader: { zh: '带班领导两次值班之间', en: 'Between two duties of a leader' },
  member: { zh: '巡查人员两次值班之间', en: 'Between two duties of a patroller' },
  usual: { zh: '人手够就隔一个巡查日', en: 'a patrol day, where there are people enough' },
  none: { zh: '不要求间隔', en: 'no rest asked' },
  apart: { zh: '不同班', en: 'Kept apart' },
  nobody: { zh: '没有约定', en: 'nobody' },
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '删除', en: 'Remove' },
  first: { zh: '一人', en: 'One' },
  second: { zh: '另一人', en: 'The other' },
  hint: { zh: '已发布的值班表不变，从下一次排班起按新约定。', en: 'Published rosters stay; the next proposal follows the new terms.' },
  rules: {
    zh: '每周几天、几人、谁可带班，在各地点的巡查规则里调整。',
    en: 'Days, people and who may lead stand in the rule of each place.',
  },
  places: { zh: '去巡查规则', en: 'To the rules' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
} satisfies Record<string, Words>;

const restWords = (rest: number | null): Words =>
  rest === null ? words.usual : rest === 0 ? words.none : { zh: `至少隔 ${rest} 个巡查日`, en: `at least ${rest} patrol days` };

export function Terms({ view }: { readonly view: RosterView }) {
  const t = useWords();
  const [changing, setChanging] = useState(false);
  const { rest, apart } = view.terms;
  return (
    <div className="no-print">
      <Panel
        title={t(words.title)}
        aside={
          view.mayManage && (
            <button type="button" className="btn btn-small" onClick={() => setChanging(true)}>
              {t(words.change)}
            </button>
          )
        }
      >
        <div className="panel-body">
          <dl className="facts">
            <dt>{t(words.leader)}</dt>
            <dd>{t(restWords(rest.leader))}</dd>
            <dt>{t(words.member)}</dt>
            <dd>{t(restWords(rest.member))}</dd>
            <dt>{t(words.apart)}</dt>
            <dd>{apart.length === 0 ? t(words.nobody) : apart.map((pair) => pairName(view, pair)).join('、')}</dd>
          </dl>
          <p className="second small terms-rules">
            {t(words.rules)} <a href={to('duties')}>{t(words.places)}</a>
          </p>
        </div>
      </Panel>
      {changing && <TermsForm view={view} onClose={() => setChanging(false)} />}
    </div>
  );
}

function TermsForm({ view, onClose }: { readonly view: RosterView; readonly onClose: () => void }) {
  const t = useWords();
  const set = useAct('roster.setTerms');
  const [rest, setRest] = useState(view.terms.rest);
  const [apart, setApart] = useState<RosterTerms['apart']>(view.terms.apart);
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const person = (label: Words, value: string, onChange: (id: string) => void) => (
    <select className="input" aria-label={t(label)} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t(label)}</option>
      {view.people.map((candidate) => (
        <option key={candidate.id} value={candidate.id}>
          {candidate.name}
        </option>
      ))}
    </select>
  );
  return (
    <Sheet title={t(words.title)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ was: view.terms, terms: { rest, apart } }, { onSuccess: onClose });
        }}
      >
        {(['leader', 'member'] as const).map((role) => (
          <label key={role} className="field">
            <span>{t(words[role])}</span>
            <select
              className="input"
              value={rest[role] ?? ''}
              onChange={(event) =>
                setRest({ ...rest, [role]: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })
              }
            >
              {[null, 0, 1, 2, 3, 4, 5].map((n) => (
                <option key={n} value={n ?? ''}>
                  {t(restWords(n))}
                </option>
              ))}
            </select>
          </label>
        ))}
        <fieldset className="field">
          <legend>{t(words.apart)}</legend>
          {apart.map((pair) => (
            <div key={pair.join()} className="pair-line">
              <span>{pairName(view, pair)}</span>
              <button type="button" className="btn btn-small" onClick={() => setApart(apart.filter((known) => known !== pair))}>
                {t(words.remove)}
              </button>
            </div>
          ))}
          <div className="pair-line">
            {person(words.first, one, setOne)}
            {person(words.second, other, setOther)}
            <button
              type="button"
              className="btn"
              disabled={!one || !other || one === other}
              onClick={() => {
                setApart([...apart, [one, other]]);
                setOne('');
                setOther('');
              }}
            >
              {t(words.add)}
            </button>
          </div>
        </fieldset>
        <p className="second small">{t(words.hint)}</p>
        <ProblemNote error={set.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={set.isPending}>
            {t(words.save)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

const pairName = (view: RosterView, [a, b]: readonly [string, string]): string => `${nameOf(view, a) ?? '—'} × ${nameOf(view, b) ?? '—'}`;
