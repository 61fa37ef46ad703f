/** My duties in the calendar of my phone: a personal link, as a QR code and to copy, which I can renew or end. */
import { useState } from 'react';
import { renderSVG } from 'uqr';
import type { Words } from '#domain/kernel/words.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { copyText } from '#web/ui/copyText.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { sayAt } from '#web/ui/say.ts';

const words = {
  title: { zh: '订阅到手机日历', en: 'In the calendar of your phone' },
  say: {
    zh: '生成一个只属于您的链接，手机日历会自动显示您的班次，换班后也会跟着变。',
    en: 'Make a link of your own: the calendar of your phone then shows your duties and follows every change.',
  },
  make: { zh: '生成链接', en: 'Make the link' },
  how: {
    zh: 'iPhone：设置→日历→账户→添加已订阅的日历；安卓和 Outlook：日历→订阅→粘贴链接。链接等于钥匙，请不要转发。',
    en: 'iPhone: Settings → Calendar → Accounts → Add Subscribed Calendar; Android and Outlook: Calendar → Subscribe → paste. Whoever has the link sees your duties: do not pass it on.',
  },
  qr: { zh: '订阅链接的二维码', en: 'QR code of the link' },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '已复制', en: 'Copied' },
  renew: { zh: '换一个', en: 'Renew' },
  end: { zh: '停用', en: 'End it' },
  never: { zh: '还没有日历来取过。', en: 'No calendar has asked for it yet.' },
} satisfies Record<string, Words>;

export function CalendarLink() {
  const t = useWords();
  const { data } = useRead('feed.get', {});
  const make = useAct('feed.make');
  const end = useAct('feed.end');
  const [copied, setCopied] = useState(false);
  if (!data) return null;
  const address = data.path && new URL(data.path, location.origin).href;
  const pending = make.isPending || end.isPending;
  return (
    <section className="calendar-link no-print" aria-label={t(words.title)}>
      <h3>{t(words.title)}</h3>
      <ProblemNote error={make.error ?? end.error} />
      {!address ? (
        <>
          <p className="second">{t(words.say)}</p>
          <button type="button" className="swap-button" disabled={pending} onClick={() => make.mutate({})}>
            {t(words.make)}
          </button>
        </>
      ) : (
        <>
          <div
            className="calendar-qr"
            role="img"
            aria-label={t(words.qr)}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG drawn from our own address
            dangerouslySetInnerHTML={{ __html: renderSVG(address, { border: 2 }) }}
          />
          <p className="second small">{t(words.how)}</p>
          <p className="second small">
            {data.fetchedAt
              ? t({ zh: `日历上次来取：${sayAt(data.fetchedAt).zh}`, en: `last fetched ${sayAt(data.fetchedAt).en}` })
              : t(words.never)}
          </p>
          <div className="swap-acts">
            <button type="button" className="swap-button" onClick={() => void copyText(address).then(() => setCopied(true))}>
              {t(copied ? words.copied : words.copy)}
            </button>
            <button type="button" className="swap-button" disabled={pending} onClick={() => make.mutate({})}>
              {t(words.renew)}
            </button>
            <button type="button" className="swap-button" disabled={pending} onClick={() => end.mutate({})}>
              {t(words.end)}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
