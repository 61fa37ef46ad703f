import type { IssueRow } from '#domain/issue/issue.model.ts';
import { disposals, issueStates } from '#domain/issue/issue.states.ts';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';
import { dueOf } from './due.ts';
import './issue.css';

const words = {
  before: { zh: '前', en: 'Before' },
  after: { zh: '后', en: 'After' },
  beforeAlt: { zh: '整改前照片', en: 'Photo before' },
  afterAlt: { zh: '整改后照片', en: 'Photo after' },
  noPhoto: { zh: '无照片', en: 'No photo' },
  pending: { zh: '待拍', en: 'To take' },
};

/** Problems as cards: before and after, what, where, how it stands, with whom. */
export function IssueCards({ issues }: { readonly issues: readonly IssueRow[] }) {
  const t = useWords();
  return (
    <ul className="issue-cards">
      {issues.map((issue) => (
        <li key={issue.id}>
          <a className="issue-card" href={to('issue', { id: issue.id })}>
            <div className="pair">
              <Thumb id={issue.beforeId} role={t(words.before)} alt={t(words.beforeAlt)} none={t(words.noPhoto)} />
              <Thumb id={issue.afterId} role={t(words.after)} alt={t(words.afterAlt)} none={t(words.pending)} />
            </div>
            <div className="issue-said">
              <div className="issue-top">
                <span className="second">#{issue.no}</span>
                <StateTag states={issueStates} state={issue.state} />
                <Due issue={issue} />
                {issue.returns > 0 && (
                  <span className="pill">{t({ zh: `退回 ${issue.returns} 次`, en: `sent back ${issue.returns}×` })}</span>
                )}
              </div>
              <p className="issue-text">{issue.text}</p>
              <p className="second small">
                {[issue.place?.name, issue.spot].filter(Boolean).join(' · ')}
                {issue.disposal && (
                  <>
                    {' '}
                    · {t(disposals[issue.disposal])}
                    {issue.handler && ` ${issue.handler.name}`}
                  </>
                )}
              </p>
              <p className="second small" title={exactAt(issue.foundAt)}>
                {issue.finder.name} · {t(sayAt(issue.foundAt))}
                {issue.photosWaiting > 0 &&
                  ` · ${t({ zh: `${issue.photosWaiting} 张照片待上传`, en: `${issue.photosWaiting} photos still to come` })}`}
              </p>
            </div>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Due({ issue }: { readonly issue: IssueRow }) {
  const due = dueOf(issue);
  return due && <ToneTag tone={due.tone} words={due.words} />;
}

function Thumb({
  id,
  role,
  alt,
  none,
}: {
  readonly id: string | null;
  readonly role: string;
  readonly alt: string;
  readonly none: string;
}) {
  return (
    <span className="thumb">
      {id ? <img src={photoUrl(id, 'thumb')} alt={alt} loading="lazy" /> : <span className="thumb-none">{none}</span>}
      <span className="thumb-role" aria-hidden="true">
        {role}
      </span>
    </span>
  );
}
