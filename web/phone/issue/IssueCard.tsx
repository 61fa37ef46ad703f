import type { IssueRow } from '#domain/issue/issue.model.ts';
import { disposals, isEnded, issueStates } from '#domain/issue/issue.states.ts';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import { useWords } from '#web/language.ts';
import { dueOf } from '#web/modules/issue/due.ts';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { sayAt } from '#web/ui/say.ts';
import { LocalPhoto } from '../photo/LocalPhoto.tsx';
import type { QueuedIssue } from '../queued.ts';

const words = {
  late: { zh: '超期', en: 'Late' },
  onPhone: { zh: '待上传', en: 'To send' },
};

export function IssueCard({ issue, queued = false }: { readonly issue: IssueRow; readonly queued?: boolean }) {
  const t = useWords();
  const due = dueOf(issue);
  const shown = issue.afterId ?? issue.beforeId;
  return (
    <li>
      <a className="row issue-row" href={`/m/issues/${issue.id}`}>
        {shown && <img src={photoUrl(shown, 'thumb')} alt="" loading="lazy" />}
        <span className="row-main">
          <strong className="clamped">{issue.text}</strong>
          <span className="second-line one-line">{[issue.spot, issue.place?.name].filter(Boolean).join(' · ') || `#${issue.no}`}</span>
          <span className="tags">
            <StateTag states={issueStates} state={issue.state} />
            {due?.tone === 'late' && !isEnded(issue.state) && <ToneTag tone={due.tone} words={words.late} />}
            {queued && <ToneTag tone="waiting" words={words.onPhone} />}
            <span className="second-line">{[issue.handler?.name, t(sayAt(issue.foundAt))].filter(Boolean).join(' · ')}</span>
          </span>
        </span>
      </a>
    </li>
  );
}

/** A problem the office does not know of yet. */
export function QueuedIssueCard({ issue }: { readonly issue: QueuedIssue }) {
  const t = useWords();
  return (
    <li className="row issue-row">
      {issue.photoIds[0] && <LocalPhoto id={issue.photoIds[0]} alt="" />}
      <span className="row-main">
        <strong className="clamped">{issue.text}</strong>
        <span className="second-line">
          {[issue.spot, issue.disposal && t(disposals[issue.disposal]), t(sayAt(issue.foundAt))].filter(Boolean).join(' · ')}
        </span>
        <span className="tags">
          <ToneTag tone="waiting" words={words.onPhone} />
        </span>
      </span>
    </li>
  );
}
