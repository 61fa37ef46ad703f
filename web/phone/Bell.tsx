/** The way to my messages, with how many are unread. */
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';

export function Bell() {
  const t = useWords();
  const n = useRead('inbox.unread', {}, { refetchInterval: 120_000 }).data?.unread ?? 0;
  return (
    <a className="bell" href="/m/inbox" aria-label={t({ zh: `消息，未读 ${n}`, en: `Messages, ${n} unread` })}>
      <Icon name="bell" size={24} />
      {n > 0 && <b aria-hidden="true">{n > 99 ? '99+' : n}</b>}
    </a>
  );
}
