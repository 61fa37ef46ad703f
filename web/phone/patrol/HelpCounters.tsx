import type { Words } from '#domain/kernel/words.ts';
import type { Help } from '#domain/patrol/patrol.model.ts';
import { type HelpKind, helpKinds } from '#domain/patrol/patrol.states.ts';
import { useWords } from '#web/language.ts';

const words = {
  title: { zh: '做了哪些事', en: 'Help given' },
  more: (what: Words): Words => ({ zh: `${what.zh}加一`, en: `${what.en}: one more` }),
  less: (what: Words): Words => ({ zh: `${what.zh}减一`, en: `${what.en}: one less` }),
};

const units: Record<HelpKind, Words> = {
  dissuaded: { zh: '人次', en: 'times' },
  cleaned: { zh: '处', en: 'spots' },
  tidied: { zh: '辆', en: 'vehicles' },
  explained: { zh: '人次', en: 'times' },
};

/** What was done on the way, counted with the thumb. */
export function HelpCounters({ help, onChange }: { readonly help: Help; readonly onChange: (help: Help) => void }) {
  const t = useWords();
  return (
    <section className="card" aria-labelledby="help-given">
      <h2 id="help-given">{t(words.title)}</h2>
      {(Object.keys(helpKinds) as HelpKind[]).map((kind) => (
        <div className="counter" key={kind}>
          <span>
            {t(helpKinds[kind])} <small>{t(units[kind])}</small>
          </span>
          <button
            type="button"
            disabled={help[kind] === 0}
            aria-label={t(words.less(helpKinds[kind]))}
            onClick={() => onChange({ ...help, [kind]: help[kind] - 1 })}
          >
            −
          </button>
          <output>{help[kind]}</output>
          <button
            type="button"
            disabled={help[kind] >= 999}
            aria-label={t(words.more(helpKinds[kind]))}
            onClick={() => onChange({ ...help, [kind]: help[kind] + 1 })}
          >
            +
          </button>
        </div>
      ))}
    </section>
  );
}
