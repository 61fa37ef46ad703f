/** Who is asked to stand by a log, and who does. The mark of something signed is red, like a seal. */
import type { SignatureLine } from '#domain/patrol/log.model.ts';
import { signatureRoles } from '#domain/patrol/log.states.ts';
import { useWords } from '#web/language.ts';
import { exactAt, sayAt } from './say.ts';
import './signatures.css';

const words = {
  open: { zh: '待签', en: 'to sign' },
  onPhone: { zh: '已签，待上传', en: 'signed, to be sent' },
};

interface Props {
  readonly lines: readonly SignatureLine[];
  /** Whose signature is still on the way from this phone. */
  readonly queuedBy?: string | null;
  /** Dates as a paper needs them, not as people say them. */
  readonly exact?: boolean;
}

export function Signatures({ lines, queuedBy = null, exact = false }: Props) {
  const t = useWords();
  return (
    <ul className="signatures">
      {lines.map(({ person, role, at }) => (
        <li key={person.id} className={at ? 'signed' : undefined}>
          <span className="signature-role">{t(signatureRoles[role])}</span>
          <span className="signature-name">{person.name}</span>
          <span className="signature-at" title={at ? exactAt(at) : undefined}>
            {at ? (exact ? exactAt(at) : t(sayAt(at))) : t(queuedBy === person.id ? words.onPhone : words.open)}
          </span>
        </li>
      ))}
    </ul>
  );
}
