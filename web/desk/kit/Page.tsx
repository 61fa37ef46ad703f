import { type ReactNode, useEffect, useId } from 'react';

/** The head of a page: its one h1, a line beneath it, its acts. Also names the browser's tab. */
export function PageHead({
  title,
  tab,
  above,
  under,
  children,
}: {
  readonly title: ReactNode;
  readonly tab: string;
  readonly above?: ReactNode;
  readonly under?: ReactNode;
  readonly children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${tab} · 创城通`;
  }, [tab]);
  return (
    <div className="page-head">
      <div className="page-title">
        {above && <div className="page-above">{above}</div>}
        <h1>{title}</h1>
        {under && <div className="second">{under}</div>}
      </div>
      {children && <div className="page-acts no-print">{children}</div>}
    </div>
  );
}

/** A titled sheet of paper on the page. */
export function Panel({
  title,
  aside,
  children,
  className = '',
}: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="panel-head">
          <h2 id={id}>{title}</h2>
          {aside && <div className="panel-aside">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** A figure that opens its cases; a bare one where no list shows exactly them. */
export function Figure({
  href,
  n,
  label,
  tone,
  here,
}: {
  readonly href?: string;
  readonly n: number;
  readonly label: string;
  readonly tone?: string;
  readonly here?: boolean;
}) {
  const className = `figure ${tone && n > 0 ? `figure-${tone}` : ''}`;
  const said = (
    <>
      <b>{n}</b>
      <span>{label}</span>
    </>
  );
  if (!href) return <div className={className}>{said}</div>;
  return (
    <a className={className} href={href} aria-current={here ? 'true' : undefined}>
      {said}
    </a>
  );
}
