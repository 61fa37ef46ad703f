import { factWords } from '#domain/facts.ts';
import type { FactLine } from '#domain/kernel/contract.ts';
import { CLOCK_WRONG_MS } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Answer } from '#domain/patrol/patrol.model.ts';
import { verdicts } from '#domain/patrol/patrol.states.ts';
import { useWords } from '#web/language.ts';
import { exactAt, sayAt, sayOff } from './say.ts';

/** What happened so far: who, what, when; newest last, the next acts stand at its foot. */
export function Timeline({ history }: { readonly history: readonly FactLine[] }) {
  const t = useWords();
  return (
    <ol className="timeline">
      {history.map((fact) => (
        <li key={fact.id}>
          <div>
            <strong>{fact.actorName}</strong> {t(factWords(fact.name))}
          </div>
          {noteOf(fact) && <div className="note">{noteOf(fact)}</div>}
          {Array.isArray(fact.data.differs) && <div className="note">{t(whereTheyDiffer(fact.data.differs as unknown as Differing))}</div>}
          <time className="when" dateTime={fact.at} title={exactAt(fact.at)}>
            {t(sayAt(fact.at))}
          </time>
          {fromAway(fact).map((said) => (
            <div key={said.en} className="when">
              {t(said)}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

const words = {
  done: (at: Words): Words => ({
    zh: `手机上 ${at.zh} 办理，此时送达`,
    en: `done on the phone ${at.en}; it reached the office at this time`,
  }),
  brought: (name: string): Words => ({ zh: `由${name}从导出文件代为导入`, en: `brought in from an exported file by ${name}` }),
  clock: (off: number): Words => ({
    zh: `手机时间${off > 0 ? '慢' : '快'}约 ${sayOff(off).zh}，已校正`,
    en: `the phone's clock was about ${sayOff(off).en} ${off > 0 ? 'slow' : 'fast'}; corrected`,
  }),
  differs: (nos: string): Words => ({
    zh: `两部手机结果不同，以后填的为准：${nos}`,
    en: `Two phones differ; the later answer counts: ${nos}`,
  }),
  item: (no: number, counts: Words, other: Words): Words => ({
    zh: `第 ${no} 项 ${counts.zh}（另一部：${other.zh}）`,
    en: `item ${no} ${counts.en} (the other: ${other.en})`,
  }),
};

/** What was done away from the office says so: when, by which clock, brought in by whom. */
function fromAway({ at, deviceAt, clockOff, broughtByName }: FactLine): Words[] {
  const said: Words[] = [];
  if (deviceAt) {
    const doneAt = Date.parse(deviceAt) + (clockOff ?? 0);
    if (Math.abs(Date.parse(at) - doneAt) >= CLOCK_WRONG_MS) said.push(words.done(sayAt(new Date(doneAt).toISOString())));
  }
  if (clockOff && Math.abs(clockOff) >= CLOCK_WRONG_MS) said.push(words.clock(clockOff));
  if (broughtByName) said.push(words.brought(broughtByName));
  return said;
}

type Differing = readonly { readonly no: number; readonly counts: Pick<Answer, 'verdict'>; readonly other: Pick<Answer, 'verdict'> }[];

function whereTheyDiffer(differs: Differing): Words {
  const items = differs.map(({ no, counts, other }) => words.item(no, verdicts[counts.verdict], verdicts[other.verdict]));
  return { zh: words.differs(items.map((item) => item.zh).join('；')).zh, en: words.differs(items.map((item) => item.en).join('; ')).en };
}

/** A seat in a fact of the roster. */
interface Reseated {
  readonly day: string;
  readonly place: string;
  readonly wasName: string | null;
  readonly name: string | null;
}

const reseatedWords = ({ day, place, wasName, name }: Reseated): string => `${day} ${place} ${wasName ?? '—'} → ${name ?? '—'}`;

function noteOf(fact: FactLine): string | null {
  const { note, reason, result, zh, name, text, via, changes } = fact.data;
  if (fact.name.startsWith('roster.seats') && Array.isArray(changes))
    return (changes as unknown as Reseated[]).map(reseatedWords).join('；');
  if (fact.name.startsWith('presence.') && name) return [name, reason ?? note].filter(Boolean).join('：');
  const said = reason ?? result ?? note ?? via ?? zh ?? text;
  return typeof said === 'string' && said ? said : null;
}
