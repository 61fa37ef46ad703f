/** Who is there: the sign-in, or the shell with the day's work. */
import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { useRead } from '#web/api/hooks.ts';
import { SignIn } from '#web/modules/org/SignIn.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { fetchAll, Later, later } from './kit/Later.tsx';
import { Waiting } from './kit/Waiting.tsx';
import { heardWho, who } from './session.ts';

/** Not needed to sign in; it comes while somebody does. */
const shell = later(async () => (await import('./Shell.tsx')).Shell);

export function Phone() {
  const me = useStore(who);
  const session = useRead('session.state', {});
  const isOut = session.data?.signedIn === null;
  useEffect(() => {
    if (session.data) heardWho(session.data);
  }, [session.data]);
  useEffect(() => {
    if (isOut) fetchAll();
  }, [isOut]);
  if (me) return <Later page={shell} props={{}} />;
  if (session.data && isOut) return <SignIn state={session.data} />;
  return (
    <main className="page">
      <ProblemNote error={session.error} />
      {!session.error && <Waiting />}
    </main>
  );
}
