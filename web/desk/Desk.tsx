/** The desk: masthead, rail, the page. Everything stands behind sign-in. */
import { useStore } from '@nanostores/react';
import { Suspense, useEffect } from 'react';
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { SignIn } from '#web/modules/org/SignIn.tsx';
import { Crash } from './Crash.tsx';
import './Desk.css';
import { Bell } from './Bell.tsx';
import { Waiting } from './kit/Waiting.tsx';
import { NotFound } from './NotFound.tsx';
import { PhoneOffer } from './PhoneOffer.tsx';
import { pages } from './pages.ts';
import { BottomBar, Rail } from './Rail.tsx';
import { router, to } from './routes.ts';
import { UserMenu } from './UserMenu.tsx';

const words = {
  product: { zh: '创城通', en: 'Chuangcheng' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
};

export function Desk() {
  const { data, error } = useRead('session.state', {});
  if (!data) {
    return (
      <main className="alone">
        <Waiting error={error} alone />
      </main>
    );
  }
  if (!data.signedIn) return <SignIn state={data} />;
  return <Frame unitName={data.signedIn.unit.name} />;
}

function Frame({ unitName }: { readonly unitName: string }) {
  const t = useWords();
  const page = useStore(router);
  const address = page ? page.path.split('?')[0] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page starts at its top
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [address]);
  const Page = page ? pages[page.route] : NotFound;
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {t(words.skip)}
      </a>
      <header className="masthead">
        <a className="product" href={to('today')}>
          <Seal />
          {t(words.product)}
        </a>
        <span className="unit-name">{unitName}</span>
        <Bell />
        <UserMenu />
      </header>
      <Rail now={page?.route} />
      <main id="main" tabIndex={-1}>
        <PhoneOffer />
        <Crash key={address ?? 'unknown'}>
          <Suspense fallback={<Waiting />}>
            <Page params={page?.params ?? {}} />
          </Suspense>
        </Crash>
      </main>
      <BottomBar now={page?.route} />
    </div>
  );
}

function Seal() {
  return (
    <svg className="seal" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="var(--red)" />
      <path d="M8 9h16M8 16h16M8 23h9" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path d="m19.5 22.5 2.6 2.6 4.4-5" stroke="#fff" strokeWidth="2.6" fill="none" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
