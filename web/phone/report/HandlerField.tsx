import { useId } from 'react';
import type { Reads } from '#web/api/call.ts';
import { useWords } from '#web/language.ts';

const words = {
  coordinate: { zh: '协调哪个部门', en: 'Which department' },
  escalate: { zh: '上报给谁', en: 'Report to whom' },
  nobody: {
    zh: '还没有登记可以承接的单位，请先记录，由秘书科补充。',
    en: 'No unit to take it over is on file; record it and let the clerk add one.',
  },
};

/** Departments are coordinated; the community and the campaign office are reported to. */
const takers: Record<'coordinate' | 'escalate', readonly string[]> = {
  coordinate: ['department'],
  escalate: ['community', 'campaignOffice'],
};

interface Props {
  readonly act: 'coordinate' | 'escalate';
  readonly handlers: Reads['patrol.today']['output']['handlers'];
  readonly value: string | null;
  readonly onChoose: (id: string) => void;
}

export function HandlerField({ act, handlers, value, onChoose }: Props) {
  const t = useWords();
  const name = useId();
  const fitting = handlers.filter((handler) => takers[act].includes(handler.kind));
  const offered = fitting.length > 0 ? fitting : handlers;
  return (
    <fieldset className="choice">
      <legend className="field-label">{t(words[act])}</legend>
      {offered.length === 0 && <p className="hint-note">{t(words.nobody)}</p>}
      <div className="choice-list">
        {offered.map((handler) => (
          <label key={handler.id}>
            <input type="radio" name={name} checked={value === handler.id} onChange={() => onChoose(handler.id)} />
            <span>{handler.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
