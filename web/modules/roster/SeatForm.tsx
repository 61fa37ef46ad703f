/** Another person for one seat. Who cannot take it is shown with the reason, by the same rule the server asks. */
import { useState } from 'react';
import { absenceKinds } from '#domain/absence/absence.states.ts';
import { whyNot } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Candidate, RosterView, Seat } from '#domain/roster/roster.model.ts';
import { rosterWorkflow } from '#domain/roster/roster.rules.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { useSignedIn } from '#web/modules/org/session.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';

const words = {
  leader: { zh: '带班领导', en: 'Leader on duty' },
  member: { zh: '巡查人员', en: 'Patroller' },
  search: { zh: '按姓名查找', en: 'Find a name' },
  now: { zh: '现在', en: 'now' },
  clear: { zh: '设为空缺', en: 'Leave it empty' },
};

export function SeatForm({ view, seat, onClose }: { readonly view: RosterView; readonly seat: Seat; readonly onClose: () => void }) {
  const t = useWords();
  const me = useSignedIn();
  const assign = useAct('roster.assign');
  const [search, setSearch] = useState('');
  const place = view.places.find((one) => one.id === seat.placeId);
  const take = (personId: string | null) =>
    assign.mutate(
      { id: view.roster!.id, day: seat.day, placeId: seat.placeId, n: seat.n, was: seat.personId, personId },
      { onSuccess: onClose },
    );
  const actor: Actor | null = me && { personId: me.person.id, name: me.person.name, unitId: me.unit.id, posts: me.posts };
  const refusal = (person: Candidate): Words | null => {
    if (!actor || !view.roster || !place) return null;
    const change = {
      day: seat.day,
      placeId: seat.placeId,
      n: seat.n,
      personId: person.id,
      personName: person.name,
      placeName: elsewhere(view, seat, person) ?? place.name,
      mayLead: person.mayLead,
      away: awayWords(person, seat.day),
    };
    return whyNot(rosterWorkflow, view.roster, 'assign', { actor, now: new Date().toISOString() }, change)?.words ?? null;
  };
  const listed = view.people
    .filter((person) => person.name.includes(search.trim()))
    .map((person) => ({ person, why: person.id === seat.personId ? null : refusal(person) }))
    .sort(
      (a, b) =>
        Number(a.why !== null) - Number(b.why !== null) ||
        Number(b.person.mayLead === (seat.n === 0)) - Number(a.person.mayLead === (seat.n === 0)) ||
        a.person.duties - b.person.duties,
    );
  return (
    <Sheet title={`${t(sayDay(seat.day))} ${t(sayWeekday(seat.day))} · ${t(seat.n === 0 ? words.leader : words.member)}`} onClose={onClose}>
      <p className="second">{place?.name}</p>
      <ProblemNote error={assign.error} />
      {view.people.length > 8 && (
        <input
          className="input seat-search"
          type="search"
          aria-label={t(words.search)}
          placeholder={t(words.search)}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul className="candidates">
        {listed.map(({ person, why }) => (
          <li key={person.id}>
            <button
              type="button"
              className="candidate"
              aria-disabled={why !== null}
              aria-pressed={person.id === seat.personId}
              disabled={assign.isPending}
              onClick={() => why === null && (person.id === seat.personId ? onClose() : take(person.id))}
            >
              <strong>{person.name}</strong>
              <span className="second">{t({ zh: `本月 ${person.duties} 次`, en: `${person.duties} this month` })}</span>
              {person.id === seat.personId && <span className="pill">{t(words.now)}</span>}
              {why && <span className="candidate-why">{t(why)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {seat.personId && (
        <div className="form-foot">
          <button type="button" className="btn" disabled={assign.isPending} onClick={() => take(null)}>
            {t(words.clear)}
          </button>
        </div>
      )}
    </Sheet>
  );
}

function awayWords({ away }: Candidate, day: string): Words | null {
  const absence = away.find(({ from, to }) => from <= day && day <= to);
  return absence ? absenceKinds[absence.kind] : null;
}

/** Where this person stands already on that day. */
function elsewhere(view: RosterView, seat: Seat, person: Candidate): string | null {
  const other = view.roster?.seats.find((one) => one.day === seat.day && one.personId === person.id);
  return view.places.find((place) => place.id === other?.placeId)?.name ?? null;
}
