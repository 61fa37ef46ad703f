/** A row of choices as links, so that the choice stands in the address. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly here: boolean;
  readonly count?: number;
}

export function Choices({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }) {
  return (
    <nav className="choices no-print" aria-label={label}>
      <ul>
        {choices.map((choice) => (
          <li key={choice.key}>
            <a href={choice.href} aria-current={choice.here ? 'true' : undefined}>
              {choice.label}
              {choice.count !== undefined && <span className="count">{choice.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
