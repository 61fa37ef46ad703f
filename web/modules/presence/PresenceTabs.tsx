import { Choices } from '#web/desk/kit/Choices.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';

const words = {
  label: { zh: '巡查页面', en: 'Pages of patrols' },
  patrols: { zh: '巡查台账', en: 'Patrols' },
  coverage: { zh: '检查覆盖', en: 'Coverage' },
  presence: { zh: '到岗', en: 'On post' },
  month: { zh: '到岗月报', en: 'Month of presence' },
};

/** The pages that belong to patrols. */
export function PresenceTabs({ here }: { readonly here: 'patrols' | 'coverage' | 'presence' | 'month' }) {
  const t = useWords();
  return (
    <Choices
      label={t(words.label)}
      choices={[
        { key: 'patrols', label: t(words.patrols), href: to('patrols'), here: here === 'patrols' },
        { key: 'coverage', label: t(words.coverage), href: to('coverage'), here: here === 'coverage' },
        { key: 'presence', label: t(words.presence), href: to('presence'), here: here === 'presence' },
        { key: 'month', label: t(words.month), href: to('presenceMonth'), here: here === 'month' },
      ]}
    />
  );
}
