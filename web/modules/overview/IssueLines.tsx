import type { IssueRow } from '#domain/issue/issue.model.ts';
import { issueStates } from '#domain/issue/issue.states.ts';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';

/** Problems in a few words, one line each. */
export function IssueLines({ issues }: { readonly issues: readonly IssueRow[] }) {
  const t = useWords();
  return (
    <ul className="rows issue-lines">
      {issues.map((issue) => {
        const photo = issue.afterId ?? issue.beforeId;
        return (
          <li key={issue.id} className="issue-line">
            {photo ? <img src={photoUrl(photo, 'thumb')} alt="" loading="lazy" /> : <span className="no-thumb" />}
            <div>
              <a className="row-link" href={to('issue', { id: issue.id })}>
                #{issue.no} {issue.text}
              </a>
              <div className="second small">
                {[issue.place?.name, issue.spot, issue.handler?.name].filter(Boolean).join(' · ')} ·{' '}
                <span className="nowrap" title={exactAt(issue.foundAt)}>
                  {t(sayAt(issue.foundAt))}
                </span>
              </div>
            </div>
            <StateTag states={issueStates} state={issue.state} />
          </li>
        );
      })}
    </ul>
  );
}
