/** Mine: who I am, what has not arrived yet, the language, what this phone can and cannot do. */
import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { postKinds } from '#domain/kernel/actor.ts';
import type { Language, Words } from '#domain/kernel/words.ts';
import { useAct } from '#web/api/hooks.ts';
import { queue } from '#web/api/outbox.ts';
import { language, setLanguage, useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { Choice } from '../kit/Choice.tsx';
import { signedInAs, who } from '../session.ts';
import { OtherQueues } from './OtherQueues.tsx';
import { PhoneAbilities } from './PhoneAbilities.tsx';
import { QueueList } from './QueueList.tsx';
import './me.css';

const words = {
  language: { zh: '界面语言', en: 'Language' },
  desk: { zh: '打开电脑版', en: 'Open the desk view' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  leave: { zh: '还有内容没有上传', en: 'Some work has not been sent' },
  leaveHint: (n: number): Words => ({
    zh: `${n} 项还在这台手机上。退出后不会丢失，但要等您重新登录才会上传；请不要清理浏览器数据。`,
    en: `${n} items are still on this phone. Signing out keeps them, but they are sent only when you sign in again; do not clear the browser's data.`,
  }),
  leaveAnyway: { zh: '仍要退出', en: 'Sign out anyway' },
  stay: { zh: '先不退出', en: 'Stay' },
};

const names: Record<Language, string> = { zh: '中文', en: 'English' };

export function Me() {
  const t = useWords();
  const me = useStore(who)!;
  const now = useStore(language);
  const jobs = useStore(queue).jobs.filter((job) => !job.mendedBy);
  const [isLeaving, setLeaving] = useState(false);
  const signOut = useAct('session.signOut');
  const leave = () => signOut.mutate({}, { onSuccess: () => signedInAs(null) });
  const posts = [...new Set(me.posts.filter((post) => post.unitId === me.unit.id).map((post) => t(postKinds[post.kind])))];
  return (
    <>
      <h1 className="me-name">
        {me.person.name}
        <span className="second-line">
          {me.unit.name} · {posts.join('、')}
        </span>
      </h1>
      <QueueList />
      <OtherQueues me={me.person.id} />
      <section className="card">
        <Choice
          legend={t(words.language)}
          value={now}
          onChoose={setLanguage}
          options={(Object.keys(names) as Language[]).map((value) => ({ value, label: names[value] }))}
        />
      </section>
      <PhoneAbilities />
      <a className="button second wide" href="/" target="_self">
        {t(words.desk)}
      </a>
      <ProblemNote error={signOut.error} />
      <button
        type="button"
        className="button second wide"
        disabled={signOut.isPending}
        onClick={() => (jobs.length > 0 ? setLeaving(true) : leave())}
      >
        {t(words.signOut)}
      </button>
      {isLeaving && (
        <Sheet closesBeside title={t(words.leave)} onClose={() => setLeaving(false)}>
          <p>{t(words.leaveHint(jobs.length))}</p>
          <ProblemNote error={signOut.error} />
          <div className="foot-acts">
            <button type="button" className="button second grow" onClick={() => leave()}>
              {t(words.leaveAnyway)}
            </button>
            <button type="button" className="button main grow" onClick={() => setLeaving(false)}>
              {t(words.stay)}
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
}
