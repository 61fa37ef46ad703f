/** A link to a file that the server makes. */
import type { ReactNode } from 'react';
import { type Downloads, downloadUrl } from '#web/api/call.ts';

interface DownloadProps<Name extends keyof Downloads> {
  readonly of: Name;
  readonly input: Downloads[Name]['input'];
  readonly className?: string;
  readonly children: ReactNode;
}

/** `external` keeps the router from taking the click for a page of its own: a bare `download` is nothing to it. */
export function Download<Name extends keyof Downloads>({ of, input, className = 'btn', children }: DownloadProps<Name>) {
  return (
    <a className={className} href={downloadUrl(of, input)} rel="external" download>
      {children}
    </a>
  );
}
