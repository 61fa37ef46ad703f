import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** An empty page names the one next step. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name="empty" size={72} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
