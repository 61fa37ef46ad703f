/** What changed in my duties, and who waits for my answer: one line that opens them. */
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';

export function DutyNote() {
  const t = useWords();
  const { data } = useRead('roster.mine', {}, { keep: true });
  const changed = data?.changes.length ?? 0;
  const asked = data?.asked.length ?? 0;
  if (changed + asked === 0) return null;
  return (
    <a className="duty-note" href="/m/duties">
      <Icon name="swap" size={20} />
      <span>
        {changed > 0 && t({ zh: `您的班次有 ${changed} 处变动`, en: `${changed} changes in your duties` })}
        {changed > 0 && asked > 0 && t({ zh: '；', en: '; ' })}
        {asked > 0 && t({ zh: `${asked} 位同事请您换班`, en: `${asked} colleagues ask you to swap` })}
      </span>
    </a>
  );
}
