/** What the unit agrees on for everybody's duties: rest between two of them, and who does not serve together. */
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { RosterTerms, RosterView } from '#domain/roster/roster.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { Pairs, pairName } from '#web/desk/kit/Pairs.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '值班约定', en: 'Terms of duty' },
  change: { zh: '调整', en: 'Change' },
  leader: { zh: '带班领导两次值班之间', en: 'Between two duties of a leader' },
  member: { zh: '巡查人员两次值班之间', en: 'Between two duties of a patroller' },
  usual: { zh: '人手够就隔一个巡查日', en: 'a patrol day, where there are people enough' },
  none: { zh: '不要求间隔', en: 'no rest asked' },
  apart: { zh: '不同班', en: 'Kept apart' },
  nobody: { zh: '没有约定', en: 'nobody' },
  hint: { zh: '已发布的值班表不变，从下一次排班起按新约定。', en: 'Published rosters stay; the next proposal follows the new terms.' },
  rules: {
    zh: '每周几天、几人、谁可带班，以及个别地点另定的间隔和不同班，在各地点的巡查规则里调整。',
    en: 'Days, people, who may lead, and a rest or pairs of its own stand in the rule of each place.',
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
            <dd>{apart.length === 0 ? t(words.nobody) : apart.map((pair) => pairName(view.people, pair)).join('、')}</dd>
          </dl>
          <p className="second small terms-rules">
            {t(words.rules)} <a href={to('org')}>{t(words.places)}</a>
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
        <Pairs legend={words.apart} people={view.people} pairs={apart} onChange={setApart} />
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
