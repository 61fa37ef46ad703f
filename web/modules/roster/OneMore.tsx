/** What one more patroller, or one more leader, would change: the answer to "we are too few". */
import { useState } from 'react';
import { useRead } from '#web/api/hooks.ts';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { useWords } from '#web/language.ts';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '再多一人会怎样', en: 'With one more person' },
  member: { zh: '巡查人员', en: 'Patroller' },
  leader: { zh: '带班领导', en: 'Leader' },
  role: { zh: '再多一名', en: 'One more' },
};

export function OneMore({ rosterId }: { readonly rosterId: string }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<'member' | 'leader'>('member');
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {t(words.title)}
      </button>
      {open && (
        <Sheet title={t(words.title)} onClose={() => setOpen(false)}>
          <fieldset className="seg" aria-label={t(words.role)}>
            {(['member', 'leader'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={role === one} onClick={() => setRole(one)}>
                {t(words[one])}
              </button>
            ))}
          </fieldset>
          <Answer rosterId={rosterId} role={role} />
        </Sheet>
      )}
    </>
  );
}

function Answer({ rosterId, role }: { readonly rosterId: string; readonly role: 'member' | 'leader' }) {
  const t = useWords();
  const { data, error, isPlaceholderData } = useRead('roster.oneMore', { id: rosterId, role });
  if (!data || isPlaceholderData) return <Waiting error={error} />;
  return (
    <ul className="one-more">
      {data.lines.map((line) => (
        <li key={line.en}>{t(line)}</li>
      ))}
    </ul>
  );
}
