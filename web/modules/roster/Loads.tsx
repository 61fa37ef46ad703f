/** Who carries how much: a bar for each person against their fair share. A name can be dragged onto a seat. */
import type { Candidate, RosterView } from '#domain/roster/roster.model.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import type { Moving } from './moving.ts';

const words = {
  title: { zh: '每人次数', en: 'Duties of each' },
  leaders: { zh: '带班领导', en: 'Leaders' },
  members: { zh: '巡查人员', en: 'Patrollers' },
  share: { zh: '竖线为应值次数，按在岗天数和以往班次折算。', en: 'The line marks the fair number, by presence and earlier rosters. ' },
  drag: { zh: '把姓名拖到班次上即可替换。', en: 'Drag a name onto a seat.' },
};

export function Loads({ view, moving }: { readonly view: RosterView; readonly moving: Moving | undefined }) {
  const t = useWords();
  const most = Math.max(1, ...view.people.map((person) => Math.max(person.duties, person.share)));
  const groups = [
    { title: words.leaders, people: view.people.filter((person) => person.leads.length > 0) },
    { title: words.members, people: view.people.filter((person) => person.walks) },
  ].filter(({ people }) => people.length > 0);
  return (
    <div className="loads-side no-print">
      <Panel title={t(words.title)}>
        <p className="loads-hint second small">
          {t(words.share)}
          {moving && t(words.drag)}
        </p>
        <div className="loads">
          {groups.map(({ title, people }) => (
            <section key={title.en}>
              <h3>{t(title)}</h3>
              <ul>
                {[...people]
                  .sort((a, b) => b.duties - a.duties)
                  .map((person) => (
                    <Load key={person.id} person={person} most={most} moving={moving} />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </Panel>
    </div>
  );
}

function Load({ person, most, moving }: { readonly person: Candidate; readonly most: number; readonly moving: Moving | undefined }) {
  const t = useWords();
  const held = moving?.held?.kind === 'person' && moving.held.personId === person.id;
  return (
    <li
      className={held ? 'load load-held' : 'load'}
      draggable={moving !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', person.name);
        moving?.hold({ kind: 'person', personId: person.id });
      }}
      onDragEnd={() => moving?.hold(null)}
    >
      <span className="load-name">{person.name}</span>
      <span className="load-bar" aria-hidden="true">
        <i style={{ width: `${(person.duties / most) * 100}%` }} />
        <b style={{ left: `${(person.share / most) * 100}%` }} />
      </span>
      <span className="load-figures">
        {person.duties}
        <span className="second small"> / {person.share}</span>
        <span className="visually-hidden">{t({ zh: `次，应值 ${person.share} 次`, en: `duties, fair share ${person.share}` })}</span>
      </span>
    </li>
  );
}
