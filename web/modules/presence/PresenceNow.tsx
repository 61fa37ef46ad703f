import { useRead } from '#web/api/hooks.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import './presence.css';

const EVERY_MS = 60_000;

/** One line for the clerk and the leaders while somebody is late or missing today; nothing otherwise. */
export function PresenceNow() {
  const t = useWords();
  const { data } = useRead('presence.day', {}, { refetchInterval: EVERY_MS });
  if (!data) return null;
  const { missing, overdue, late } = data.counts;
  if (missing + overdue + late === 0) return null;
  const zh = [missing > 0 && `未到岗 ${missing} 人`, overdue > 0 && `逾时未到 ${overdue} 人`, late > 0 && `迟到 ${late} 人`];
  const en = [missing > 0 && `${missing} missing`, overdue > 0 && `${overdue} not there yet`, late > 0 && `${late} late`];
  return (
    <p className="presence-now">
      <Icon name="late" size={16} />
      <span>{t({ zh: `今日到岗：${zh.filter(Boolean).join('，')}`, en: `On post today: ${en.filter(Boolean).join(', ')}` })}</span>
      <a href={to('presence')}>{t({ zh: '查看到岗', en: 'See who' })}</a>
    </p>
  );
}
