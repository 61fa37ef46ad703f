import { useStore } from '@nanostores/react';
import { useEffect, useRef } from 'react';
import { postKinds } from '#domain/kernel/actor.ts';
import { useAct } from '#web/api/hooks.ts';
import { language, setLanguage, useWords } from '#web/language.ts';
import { holds, useSignedIn } from '#web/modules/org/session.ts';
import { to } from './routes.ts';

const words = {
  menu: { zh: '我的账号', en: 'My account' },
  phone: { zh: '手机版', en: 'Phone view' },
  queue: { zh: '导入手机队列', en: "Bring in a phone's queue" },
  out: { zh: '退出登录', en: 'Sign out' },
  language: { zh: '界面语言', en: 'Language' },
};

/** Who I am here, the language, the way out. */
export function UserMenu() {
  const t = useWords();
  const me = useSignedIn();
  const now = useStore(language);
  const signOut = useAct('session.signOut');
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (menu.current?.open && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, []);
  if (!me) return null;
  return (
    <details className="user-menu" ref={menu}>
      <summary aria-label={`${t(words.menu)} ${me.person.name}`}>
        <span className="avatar" aria-hidden="true">
          {me.person.name.slice(0, 1)}
        </span>
        <span className="user-name">{me.person.name}</span>
      </summary>
      <div className="user-card">
        <p className="user-title">{me.person.name}</p>
        <p className="second">{[...new Set(me.posts.map((post) => t(postKinds[post.kind])))].join(' · ')}</p>
        <fieldset className="seg">
          <legend className="visually-hidden">{t(words.language)}</legend>
          <button type="button" aria-pressed={now === 'zh'} onClick={() => setLanguage('zh')} lang="zh-CN">
            中文
          </button>
          <button type="button" aria-pressed={now === 'en'} onClick={() => setLanguage('en')} lang="en">
            English
          </button>
        </fieldset>
        <a className="menu-line" href="/m/" rel="external">
          {t(words.phone)}
        </a>
        {holds(me, 'campaignClerk') && (
          <a className="menu-line" href={to('queue')}>
            {t(words.queue)}
          </a>
        )}
        <button type="button" className="menu-line" onClick={() => signOut.mutate({}, { onSuccess: () => location.assign('/') })}>
          {t(words.out)}
        </button>
      </div>
    </details>
  );
}
