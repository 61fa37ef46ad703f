import { useEffect, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';

const words = {
  title: { zh: '这台手机', en: 'This phone' },
  install: {
    zh: '在浏览器菜单里选“添加到主屏幕”，以后一点就开，没有信号也能打开。',
    en: 'Choose "Add to home screen" in the browser menu: one tap opens it, also without signal.',
  },
  offline: { zh: '没有信号也能打开和巡查，内容先存在手机上。', en: 'Opens and works without signal; what you enter is kept on the phone.' },
  notYet: {
    zh: '正在把页面存到手机上，存好以前请不要断网。',
    en: 'The pages are being saved to the phone; stay connected until that is done.',
  },
  insecure: { zh: '网址不是 https，浏览器因此不允许以下功能：', en: 'The address is not https, so the browser does not allow:' },
  noPosition: {
    zh: '定位：照片和问题不带定位，请写清位置。',
    en: 'Position: photos and problems carry none; describe the place in words.',
  },
  noStart: {
    zh: '离线打开：关掉页面后，没有信号就打不开；出门前先打开，不要关。已填写的内容不会丢。',
    en: 'Opening without signal: once closed the page does not open; open it before you leave and keep it open. What you entered is not lost.',
  },
  noPersist: {
    zh: '长期保存：手机空间不够时，浏览器可能清掉没有上传的内容，请当天连网上传。',
    en: 'Lasting storage: if the phone runs out of space the browser may clear what has not been sent; connect the same day.',
  },
  askClerk: {
    zh: '请创城专员给系统配上 https（说明见 docs/running.md）。',
    en: 'Ask the campaign clerk to set up https (see docs/running.md).',
  },
  persisted: { zh: '浏览器答应长期保存未上传的内容。', en: 'The browser has promised to keep what has not been sent.' },
  notPersisted: {
    zh: '浏览器没有答应长期保存：空间不足时可能清掉内容。添加到主屏幕通常可以解决。',
    en: 'The browser has not promised to keep it: short of space it may clear it. Adding it to the home screen usually helps.',
  },
  room: (mb: number): Words => ({ zh: `还能存约 ${mb} MB。`, en: `Room for about ${mb} MB more.` }),
  little: (mb: number): Words => ({
    zh: `只能再存约 ${mb} MB，照片可能存不下，请清理手机空间。`,
    en: `Room for only about ${mb} MB more: photos may not fit; free some space.`,
  }),
};

const LITTLE_MB = 50;

interface Storage {
  readonly startsOffline: boolean;
  readonly persisted: boolean | null;
  readonly roomMb: number | null;
}

async function lookAtStorage(): Promise<Storage> {
  const { storage } = navigator;
  const estimate = await storage?.estimate?.().catch(() => null);
  const kept = typeof caches === 'undefined' ? [] : (await caches.keys()).filter((name) => name.startsWith('phone-'));
  return {
    startsOffline: kept.length > 0 && Boolean(navigator.serviceWorker?.controller),
    persisted: (await storage?.persisted?.().catch(() => null)) ?? null,
    roomMb: estimate?.quota === undefined ? null : Math.floor((estimate.quota - (estimate.usage ?? 0)) / 1e6),
  };
}

/** What works here and what will not, before somebody stands in a stairwell and finds out. */
export function PhoneAbilities() {
  const t = useWords();
  const [storage, setStorage] = useState<Storage | null>(null);
  useEffect(() => {
    void lookAtStorage().then(setStorage, () => undefined);
  }, []);
  const canStartOffline = 'serviceWorker' in navigator;
  const isInstalled = matchMedia('(display-mode: standalone)').matches;
  return (
    <section className="card" aria-labelledby="this-phone">
      <h2 id="this-phone">{t(words.title)}</h2>
      {canStartOffline && storage && <p>{t(storage.startsOffline ? words.offline : words.notYet)}</p>}
      {!isSecureContext && (
        <div className="hint-note">
          <p>{t(words.insecure)}</p>
          <ul>
            {[words.noPosition, words.noStart, words.noPersist].map((lack) => (
              <li key={lack.en}>{t(lack)}</li>
            ))}
          </ul>
          <p>{t(words.askClerk)}</p>
        </div>
      )}
      {storage?.persisted !== null && storage && isSecureContext && <p>{t(storage.persisted ? words.persisted : words.notPersisted)}</p>}
      {storage && storage.roomMb !== null && (
        <p className={storage.roomMb < LITTLE_MB ? 'problem-note' : 'second-line'}>
          {t(storage.roomMb < LITTLE_MB ? words.little(storage.roomMb) : words.room(storage.roomMb))}
        </p>
      )}
      {!isInstalled && canStartOffline && <p className="second-line">{t(words.install)}</p>}
    </section>
  );
}
