import { useEffect, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';
import { type LeftBehind, leftBehind } from '../accounts.ts';

const words = {
  title: { zh: '别人留在这台手机上的', en: 'Left on this phone by others' },
  line: ({ name, waiting }: LeftBehind): Words => ({
    zh: `${name}：${waiting} 项没有上传，要本人登录后才会上传。`,
    en: `${name}: ${waiting} items not sent; they are sent when ${name} signs in.`,
  }),
};

/** A shared phone: whose work still waits here, told to whoever holds it now. */
export function OtherQueues({ me }: { readonly me: string }) {
  const t = useWords();
  const [others, setOthers] = useState<readonly LeftBehind[]>([]);
  useEffect(() => {
    void leftBehind(me).then(setOthers, () => undefined);
  }, [me]);
  if (others.length === 0) return null;
  return (
    <section className="card" aria-labelledby="left-behind">
      <h2 id="left-behind">{t(words.title)}</h2>
      <ul className="bring">
        {others.map((other) => (
          <li key={other.id}>{t(words.line(other))}</li>
        ))}
      </ul>
    </section>
  );
}
