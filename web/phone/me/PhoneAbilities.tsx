import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';

const words = {
  title: { zh: '这台手机', en: 'This phone' },
  install: {
    zh: '在浏览器菜单里选“添加到主屏幕”，以后一点就开，没有信号也能打开。',
    en: 'Choose "Add to home screen" in the browser menu: one tap opens it, also without signal.',
  },
  offline: { zh: '没有信号也能打开和巡查，内容先存在手机上。', en: 'Opens and works without signal; what you enter is kept on the phone.' },
  insecure: { zh: '网址不是 https，这台手机上：', en: 'The address is not https, so on this phone:' },
  noPosition: { zh: '照片和问题不带定位，请写清位置。', en: 'Photos and problems carry no position; describe the place in words.' },
  noStart: {
    zh: '关掉页面后，没有信号就打不开；出门前先打开，不要关。已填写的内容不会丢。',
    en: 'Once closed, the page does not open without signal: open it before you leave and keep it open. What you entered is not lost.',
  },
};

/** What works here and what will not, before somebody stands in a stairwell and finds out. */
export function PhoneAbilities() {
  const t = useWords();
  const startsOffline = 'serviceWorker' in navigator;
  const lacks: Words[] = [];
  if (!isSecureContext) lacks.push(words.noPosition);
  if (!startsOffline) lacks.push(words.noStart);
  const isInstalled = matchMedia('(display-mode: standalone)').matches;
  return (
    <section className="card" aria-labelledby="this-phone">
      <h2 id="this-phone">{t(words.title)}</h2>
      {startsOffline && <p>{t(words.offline)}</p>}
      {lacks.length > 0 && (
        <div className="hint-note">
          {!isSecureContext && <p>{t(words.insecure)}</p>}
          <ul>
            {lacks.map((lack) => (
              <li key={lack.en}>{t(lack)}</li>
            ))}
          </ul>
        </div>
      )}
      {!isInstalled && startsOffline && <p className="second-line">{t(words.install)}</p>}
    </section>
  );
}
