import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';

const words = { phrases: { zh: '常用语', en: 'Phrases' } };

/** What is said most often, so that cold fingers need not type. */
const phrases: Record<'finding' | 'solving', readonly Words[]> = {
  finding: [
    { zh: '垃圾未清理', en: 'Rubbish not cleared' },
    { zh: '车辆乱停乱放', en: 'Vehicles parked in disorder' },
    { zh: '小广告', en: 'Flyposting' },
    { zh: '公益广告破损', en: 'Public notice damaged' },
    { zh: '设施损坏', en: 'Facility broken' },
    { zh: '占道经营', en: 'Stall blocking the way' },
  ],
  solving: [
    { zh: '已清理', en: 'Cleared' },
    { zh: '已摆放整齐', en: 'Put in order' },
    { zh: '已劝离', en: 'Persuaded to leave' },
    { zh: '已扶正', en: 'Set upright' },
  ],
};

export function Phrases({
  of,
  text,
  onPick,
}: {
  readonly of: 'finding' | 'solving';
  readonly text: string;
  readonly onPick: (text: string) => void;
}) {
  const t = useWords();
  return (
    <fieldset className="phrases">
      <legend className="visually-hidden">{t(words.phrases)}</legend>
      {phrases[of].map((phrase) => (
        <button
          key={phrase.en}
          type="button"
          onClick={() => onPick([text.trim(), t(phrase)].filter(Boolean).join(t({ zh: '，', en: ', ' })))}
        >
          {t(phrase)}
        </button>
      ))}
    </fieldset>
  );
}
