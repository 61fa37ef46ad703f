/** The large way to a new problem, for people of the unit; partners answer what is handed to them. */
import { useStore } from '@nanostores/react';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { reportHref } from '../routes.ts';
import { who } from '../session.ts';

export function ReportLink({ patrolId }: { readonly patrolId?: string | undefined }) {
  const t = useWords();
  if (useStore(who)?.unit.kind !== 'office') return null;
  return (
    <a className="button second wide" href={reportHref(patrolId)}>
      <Icon name="camera" size={22} />
      {t({ zh: '记录问题', en: 'Report a problem' })}
    </a>
  );
}
