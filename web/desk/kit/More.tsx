/** Further pages of a list, each fetched on demand and shown below the first. */
import { type ReactNode, useState } from 'react';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

type Paged = 'issue.list' | 'patrol.list' | 'inbox.list' | 'message.list';

interface MoreProps<Name extends Paged> {
  readonly call: Name;
  readonly input: Reads[Name]['input'];
  readonly next: string | null;
  readonly render: (rows: Reads[Name]['output']['rows']) => ReactNode;
}

const words = { more: { zh: '更多', en: 'More' } };

export function More<Name extends Paged>({ call, input, next, render }: MoreProps<Name>) {
  const t = useWords();
  const [wanted, setWanted] = useState(false);
  if (next === null) return null;
  if (wanted) return <FurtherPage call={call} input={{ ...input, after: next }} render={render} />;
  return (
    <p className="more-row no-print">
      <button type="button" className="btn" onClick={() => setWanted(true)}>
        {t(words.more)}
      </button>
    </p>
  );
}

function FurtherPage<Name extends Paged>({ call, input, render }: Omit<MoreProps<Name>, 'next'>) {
  const { data, error } = useRead(call, input);
  const page = data as { readonly rows: Reads[Name]['output']['rows']; readonly next: string | null } | undefined;
  if (!page) return <ProblemNote error={error} />;
  return (
    <>
      {render(page.rows)}
      <More call={call} input={input} next={page.next} render={render} />
    </>
  );
}
