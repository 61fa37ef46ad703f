/** The way to my messages, with how many are unread. */
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { to } from './routes.ts';

const EVERY_MS = 60_000;

export function Bell() {
  const t = useWords();
  const unread = useRead('inbox.unread', {}, { refetchInterval: EVERY_MS }).data?.unread ?? 0;
  const label = unread === 0 ? { zh: '消息', en: 'Messages' } : { zh: `消息，${unread} 条未读`, en: `Messages, ${unread} unread` };
  return (
    <a className="bell" href={to('inbox')} aria-label={t(label)}>
      <Icon name="bell" size={22} />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </a>
  );
}
