/** The door: user name and password; with the demo data the cast to choose from; at the very first visit the first account. No antd, the phone uses it too. */
import { useState } from 'react';
import type { Reads } from '#web/api/call.ts';
import { useAct } from '#web/api/hooks.ts';
import { setLanguage, useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import './SignIn.css';

export type SessionState = Reads['session.state']['output'];

const words = {
  product: { zh: '创城通', en: 'Chuangcheng' },
  promise: { zh: '把一份通知变成有人办、有期限、有结果的工作。', en: 'A notice becomes work with owners, due days and results.' },
  signIn: { zh: '登录', en: 'Sign in' },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  cast: { zh: '演示单位的人员', en: 'The people of the demo' },
  castHint: {
    zh: '点一下就以此人身份进入，看看系统里有什么在等着他。',
    en: 'One tap enters as this person and shows what waits for them.',
  },
  orPassword: { zh: '用账号密码登录', en: 'Sign in with an account' },
  first: { zh: '第一次使用', en: 'First visit' },
  firstHint: {
    zh: '先建立本单位和您的账号。进入后第一步是导入创城公文，系统会读出责任、地点和期限，由您核对后采纳。',
    en: 'Set up your unit and your account. The first step inside is to import the campaign notice: its duties, places and due days are read out for you to check and adopt.',
  },
  unitName: { zh: '单位全称', en: 'Full name of the unit' },
  unitExample: { zh: '例如：清河市外事办公室', en: 'e.g. Foreign Affairs Office of Qinghe' },
  shortName: { zh: '单位简称', en: 'Short name' },
  name: { zh: '您的姓名', en: 'Your name' },
  usernameHint: { zh: '3–30 个小写字母、数字', en: '3–30 lower-case letters or digits' },
  passwordHint: { zh: '至少 8 位', en: 'at least 8 characters' },
  begin: { zh: '建立并进入', en: 'Set up and enter' },
};

export function SignIn({ state }: { readonly state: SessionState }) {
  const t = useWords();
  return (
    <main className="door">
      <div className="door-head">
        <svg viewBox="0 0 32 32" width="40" height="40" aria-hidden="true">
          <rect width="32" height="32" rx="6" fill="#b0261d" />
          <path d="M8 9h16M8 16h16M8 23h9" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
          <path d="m19.5 22.5 2.6 2.6 4.4-5" stroke="#fff" strokeWidth="2.6" fill="none" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        <div>
          <h1>{t(words.product)}</h1>
          <p>{t(words.promise)}</p>
        </div>
      </div>
      {state.firstVisit ? <FirstAccount /> : <Ways state={state} />}
      <p className="door-language">
        <button type="button" lang="zh-CN" onClick={() => setLanguage('zh')}>
          中文
        </button>
        <button type="button" lang="en" onClick={() => setLanguage('en')}>
          English
        </button>
      </p>
    </main>
  );
}

function Ways({ state }: { readonly state: SessionState }) {
  const t = useWords();
  const enter = useAct('session.demo');
  if (state.cast.length === 0) return <PasswordForm />;
  return (
    <>
      <section className="door-card" aria-labelledby="cast">
        <h2 id="cast">{t(words.cast)}</h2>
        <p className="door-hint">{t(words.castHint)}</p>
        <ProblemNote error={enter.error} />
        <ul className="cast">
          {state.cast.map((member) => (
            <li key={member.personId}>
              <button type="button" disabled={enter.isPending} onClick={() => enter.mutate({ personId: member.personId })}>
                <span className="cast-face" aria-hidden="true">
                  {member.name.slice(0, 1)}
                </span>
                <span>
                  <strong>{member.name}</strong> <span className="cast-title">{member.title}</span>
                  <span className="cast-for">{t(member.comesFor)}</span>
                  <span className="cast-unit">{member.unitName}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <details className="door-card door-more">
        <summary>{t(words.orPassword)}</summary>
        <PasswordForm bare />
      </details>
    </>
  );
}

function PasswordForm({ bare = false }: { readonly bare?: boolean }) {
  const t = useWords();
  const signIn = useAct('session.signIn');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className={bare ? 'door-form' : 'door-card door-form'}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ username, password });
      }}
    >
      {!bare && <h2>{t(words.signIn)}</h2>}
      <label>
        {t(words.username)}
        <input
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </label>
      <label>
        {t(words.password)}
        <input
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          type="password"
          autoComplete="current-password"
          required
        />
      </label>
      <ProblemNote error={signIn.error} />
      <button type="submit" className="door-enter" disabled={signIn.isPending}>
        {t(words.signIn)}
      </button>
    </form>
  );
}

function FirstAccount() {
  const t = useWords();
  const setUp = useAct('setup.firstAccount');
  const [given, setGiven] = useState({ unitName: '', shortName: '', name: '', username: '', password: '' });
  const field = (key: keyof typeof given, label: string, hint?: string, more: object = {}) => (
    <label>
      {label} {hint && <span className="door-hint">{hint}</span>}
      <input value={given[key]} onChange={(event) => setGiven({ ...given, [key]: event.currentTarget.value })} required {...more} />
    </label>
  );
  return (
    <form
      className="door-card door-form"
      onSubmit={(event) => {
        event.preventDefault();
        setUp.mutate(given);
      }}
    >
      <h2>{t(words.first)}</h2>
      <p className="door-hint">{t(words.firstHint)}</p>
      {field('unitName', t(words.unitName), t(words.unitExample), { maxLength: 60, autoComplete: 'organization' })}
      {field('shortName', t(words.shortName), undefined, { maxLength: 20 })}
      {field('name', t(words.name), undefined, { maxLength: 20, autoComplete: 'name' })}
      {field('username', t(words.username), t(words.usernameHint), {
        maxLength: 30,
        autoCapitalize: 'none',
        spellCheck: false,
        autoComplete: 'username',
      })}
      {field('password', t(words.password), t(words.passwordHint), { type: 'password', minLength: 8, autoComplete: 'new-password' })}
      <ProblemNote error={setUp.error} />
      <button type="submit" className="door-enter" disabled={setUp.isPending}>
        {t(words.begin)}
      </button>
    </form>
  );
}
