/** Who is away this month; the roster passes these days over. */
import { useId, useState } from 'react';
import type { AbsenceKind } from '#domain/absence/absence.model.ts';
import { absenceActs } from '#domain/absence/absence.rules.ts';
import { absenceKinds } from '#domain/absence/absence.states.ts';
import { firstDayOf, type Month } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Acts } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sayDay } from '#web/ui/say.ts';
import { ImportAbsences } from './ImportAbsences.tsx';
import { RepairSheet } from './RepairSheet.tsx';

const words = {
  title: { zh: '请假出差', en: 'Away' },
  none: { zh: '这个月没有登记请假或出差。', en: 'Nobody is recorded as away this month.' },
  add: { zh: '登记', en: 'Record' },
  import: { zh: '从表格导入', en: 'Import a table' },
  repair: { zh: '看替换方案', en: 'Ways to repair' },
  addTitle: { zh: '登记请假出差', en: 'Record an absence' },
  who: { zh: '姓名', en: 'Who' },
  kind: { zh: '事由', en: 'Why' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'To' },
  note: { zh: '说明', en: 'Note' },
  cancel: { zh: '取消', en: 'Cancel' },
};

type Vacated = Acts['absence.add']['output']['vacated'];
/** Somebody who was just recorded as away, and the published duties they leave. */
interface VacatedBy {
  readonly person: { readonly id: string; readonly name: string };
  readonly duties: Vacated;
}

export function Absences({ month, rosterId }: { readonly month: Month; readonly rosterId: string | null }) {
  const t = useWords();
  const { data } = useRead('absence.list', { month });
  const withdraw = useAct('absence.withdraw');
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const [vacated, setVacated] = useState<VacatedBy | null>(null);
  const [repairing, setRepairing] = useState(false);
  if (!data) return null;
  const mayImport = data.mayRecordFor.length > 1;
  return (
    <div className="no-print">
      <Panel
        title={t(words.title)}
        aside={
          data.mayRecordFor.length > 0 && (
            <span className="acts-row">
              {mayImport && (
                <button type="button" className="btn btn-small" onClick={() => setImporting(true)}>
                  {t(words.import)}
                </button>
              )}
              <button type="button" className="btn btn-small" onClick={() => setAdding(true)}>
                {t(words.add)}
              </button>
            </span>
          )
        }
      >
        <ProblemNote error={withdraw.error} />
        {vacated && <VacatedNote vacated={vacated.duties} onRepair={rosterId && mayImport ? () => setRepairing(true) : undefined} />}
        {data.rows.length === 0 ? (
          <p className="panel-body second">{t(words.none)}</p>
        ) : (
          <ul className="rows">
            {data.rows.map((absence) => (
              <li key={absence.id} className="absence-line">
                <span>
                  <strong>{absence.person.name}</strong> {t(absenceKinds[absence.kind])} {t(sayDay(absence.from))}
                  {absence.to !== absence.from && ` — ${t(sayDay(absence.to))}`} <span className="second">{absence.note}</span>
                </span>
                {absence.acts.some(({ act, allowed }) => act === 'withdraw' && allowed) && (
                  <button
                    type="button"
                    className="btn"
                    aria-label={`${t(absenceActs.withdraw.words)} ${absence.person.name} ${absence.from}`}
                    disabled={withdraw.isPending}
                    onClick={() => withdraw.mutate({ id: absence.id })}
                  >
                    {t(absenceActs.withdraw.words)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {adding && (
        <AbsenceForm
          month={month}
          people={data.mayRecordFor}
          onClose={() => setAdding(false)}
          onAdded={(found) => {
            setVacated(found.duties.length > 0 ? found : null);
            setAdding(false);
          }}
        />
      )}
      {importing && <ImportAbsences onClose={() => setImporting(false)} />}
      {repairing && vacated && rosterId && (
        <RepairSheet
          rosterId={rosterId}
          person={vacated.person}
          from={vacated.duties[0]!.day}
          to={vacated.duties.at(-1)!.day}
          onClose={() => {
            setRepairing(false);
            setVacated(null);
          }}
        />
      )}
    </div>
  );
}

/** Published duties nobody can now keep. */
function VacatedNote({ vacated, onRepair }: { readonly vacated: Vacated; readonly onRepair: (() => void) | undefined }) {
  const t = useWords();
  const duties = vacated.map(({ day, place }) => `${t(sayDay(day))} ${place}`).join('、');
  return (
    <div className="panel-body" role="status">
      <p className="late-words">
        {t({ zh: `已发布的班次需要换人：${duties}`, en: `Published duties that need somebody else: ${duties}` })}
      </p>
      {onRepair && (
        <button type="button" className="btn btn-small" onClick={onRepair}>
          {t(words.repair)}
        </button>
      )}
    </div>
  );
}

interface AbsenceFormProps {
  readonly month: Month;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onAdded: (vacated: VacatedBy) => void;
}

function AbsenceForm({ month, people, onClose, onAdded }: AbsenceFormProps) {
  const t = useWords();
  const id = useId();
  const add = useAct('absence.add');
  const [absenceId] = useState(() => newId());
  const [personId, setPersonId] = useState(people.length === 1 ? people[0]!.id : '');
  const [kind, setKind] = useState<AbsenceKind>('leave');
  const [from, setFrom] = useState(firstDayOf(month));
  const [to, setTo] = useState(firstDayOf(month));
  const [note, setNote] = useState('');
  return (
    <Sheet title={t(words.addTitle)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const person = people.find((one) => one.id === personId)!;
          add.mutate(
            { id: absenceId, personId, kind, from, to, note },
            { onSuccess: ({ vacated }) => onAdded({ person, duties: vacated }) },
          );
        }}
      >
        <div className="field">
          <label className="label" htmlFor={`${id}who`}>
            {t(words.who)}
          </label>
          <select id={`${id}who`} className="input" required value={personId} onChange={(event) => setPersonId(event.currentTarget.value)}>
            <option value="" />
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}kind`}>
            {t(words.kind)}
          </label>
          <select id={`${id}kind`} className="input" value={kind} onChange={(event) => setKind(event.currentTarget.value as AbsenceKind)}>
            {Object.entries(absenceKinds).map(([key, name]) => (
              <option key={key} value={key}>
                {t(name)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}from`}>
            {t(words.from)}
          </label>
          <input
            id={`${id}from`}
            className="input"
            type="date"
            required
            value={from}
            onChange={(event) => {
              setFrom(event.currentTarget.value);
              if (to < event.currentTarget.value) setTo(event.currentTarget.value);
            }}
          />
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}to`}>
            {t(words.to)}
          </label>
          <input
            id={`${id}to`}
            className="input"
            type="date"
            required
            min={from}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}note`}>
            {t(words.note)}
          </label>
          <input id={`${id}note`} className="input" maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </div>
        <ProblemNote error={add.error} />
        <div className="form-foot">
          <button type="submit" className="btn btn-main" disabled={personId === '' || add.isPending}>
            {t(words.add)}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
