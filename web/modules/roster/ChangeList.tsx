/** What changed after publishing, version by version. */
import type { RosterView } from '#domain/roster/roster.model.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { exactAt, sayAt, sayDay } from '#web/ui/say.ts';
import { placeName } from './seats.ts';

const words = {
  title: { zh: '发布后的变动', en: 'Changes after publishing' },
  nobody: { zh: '空缺', en: 'empty' },
};

export function ChangeList({ view }: { readonly view: RosterView }) {
  const t = useWords();
  if (view.changes.length === 0) return null;
  return (
    <div className="no-print">
      <Panel title={t(words.title)} aside={t({ zh: `现为第 ${view.roster?.version} 版`, en: `now version ${view.roster?.version}` })}>
        <ul className="rows">
          {view.changes.map((change) => (
            <li key={`${change.version}${change.day}${change.placeId}${change.n}`} className="change-line">
              <span className="pill">{t({ zh: `第 ${change.version} 版`, en: `v${change.version}` })}</span>
              <span>
                {t(sayDay(change.day))} {placeName(view, change.placeId)}：{change.was?.name ?? t(words.nobody)} →{' '}
                <strong>{change.now?.name ?? t(words.nobody)}</strong>
              </span>
              <span className="second small" title={exactAt(change.at)}>
                {change.byName} {t(sayAt(change.at))}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
