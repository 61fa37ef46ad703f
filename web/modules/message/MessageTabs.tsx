import { Choices } from '#web/desk/kit/Choices.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { holds, useSignedIn } from '../org/session.ts';

const words = {
  label: { zh: '消息页面', en: 'Pages of messages' },
  inbox: { zh: '我的消息', en: 'My inbox' },
  outbox: { zh: '消息台账', en: 'Who was told what' },
  tells: { zh: '通知规则', en: 'Rules' },
  channels: { zh: '渠道', en: 'Channels' },
};
type Tab = 'inbox' | 'outbox' | 'tells' | 'channels';

/** The pages of messages this person may see. */
export function MessageTabs({ here }: { readonly here: Tab }) {
  const t = useWords();
  const me = useSignedIn();
  const tabs: Tab[] = ['inbox'];
  if (holds(me, 'campaignClerk', 'leaderInCharge', 'topLeader')) tabs.push('outbox', 'tells');
  if (holds(me, 'campaignClerk')) tabs.push('channels');
  if (tabs.length === 1) return null;
  return (
    <Choices label={t(words.label)} choices={tabs.map((tab) => ({ key: tab, label: t(words[tab]), href: to(tab), here: tab === here }))} />
  );
}
