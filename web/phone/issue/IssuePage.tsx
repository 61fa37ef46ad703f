/** One problem: what was found, what was done, who did it, and what may be done next. */
import { useState } from 'react';
import { type IssueAct, issueWorkflow } from '#domain/issue/issue.rules.ts';
import { disposals, issueStates } from '#domain/issue/issue.states.ts';
import type { OfferedAct } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { leadingActs } from '#web/modules/issue/act.forms.ts';
import { dueOf } from '#web/modules/issue/due.ts';
import { Photos } from '#web/ui/Photos.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { sayAt } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import { Waiting } from '../kit/Waiting.tsx';
import { LocalPhoto } from '../photo/LocalPhoto.tsx';
import { useCircumstances, useQueuedJobs } from '../queued.hooks.ts';
import { issueAsQueued, queuedIssues } from '../queued.ts';
import { ActSheet } from './ActSheet.tsx';
import './issue.css';

const words = {
  onPhone: { zh: '待上传', en: 'To send' },
  onPhoneHint: {
    zh: '这条问题还在手机上，上传后就能看到编号和办理过程。',
    en: 'This problem is still on the phone; its number and history appear once it has been sent.',
  },
  found: { zh: '发现', en: 'Found by' },
  handler: { zh: '承办', en: 'With' },
  place: { zh: '位置', en: 'Where' },
  fix: { zh: '整改', en: 'Fix' },
  history: { zh: '经过', en: 'History' },
  next: { zh: '下一步', en: 'Next' },
  returns: (n: number): Words => ({ zh: `退回过 ${n} 次`, en: `Sent back ${n} ${n === 1 ? 'time' : 'times'}` }),
  photo: { zh: '现场照片', en: 'Photo' },
};

/** What is most often meant stands first and red; so many fit under the thumb. */
const AT_THE_FOOT = 3;
/** What needs a list or a second text is done at the desk. */
const atTheDesk: readonly IssueAct[] = ['join', 'separate', 'dismiss', 'split', 'assign'];

export function IssuePage({ id }: { readonly id: string }) {
  const t = useWords();
  const at = useCircumstances();
  const jobs = useQueuedJobs();
  const read = useRead('issue.get', { id }, { keep: true });
  const [asked, setAsked] = useState<IssueAct | null>(null);
  const onPhone = queuedIssues(jobs).find((issue) => issue.id === id);
  if (!read.data && onPhone) {
    return (
      <article>
        <h1>{onPhone.text}</h1>
        <div className="tags">
          <ToneTag tone="waiting" words={words.onPhone} />
        </div>
        <p className="second-line">{[onPhone.spot, onPhone.disposal && t(disposals[onPhone.disposal])].filter(Boolean).join(' · ')}</p>
        <div className="taken">
          {onPhone.photoIds.map((photoId) => (
            <LocalPhoto key={photoId} id={photoId} alt={t(words.photo)} />
          ))}
        </div>
        <p className="hint-note">{t(words.onPhoneHint)}</p>
      </article>
    );
  }
  if (!read.data) return read.error ? <ProblemNote error={read.error} /> : <Waiting />;
  const { issue, acts, queued } = issueAsQueued(read.data.issue, jobs, at);
  const place = [issue.place?.name, issue.spot].filter(Boolean).join('，');
  const leading = leadingActs[issue.state];
  const here = acts.filter(({ act }) => !atTheDesk.includes(act as IssueAct));
  const rank = ({ act }: OfferedAct) => (leading.includes(act as IssueAct) ? leading.indexOf(act as IssueAct) : leading.length);
  const allowed = here.filter((act) => act.allowed).sort((a, b) => rank(a) - rank(b));
  const refused = here.filter((act) => !act.allowed && act.why && leading.includes(act.act as IssueAct));
  const due = dueOf(issue);
  const nameOf = (act: string): Words => issueWorkflow.acts[act as IssueAct].words;
  return (
    <article className="issue">
      <h1>
        <span className="no">#{issue.no}</span> {issue.text}
      </h1>
      <div className="tags">
        <StateTag states={issueStates} state={issue.state} />
        {due && <ToneTag tone={due.tone} words={due.words} />}
        {issue.returns > 0 && <ToneTag tone="returned" words={words.returns(issue.returns)} />}
        {queued && <ToneTag tone="waiting" words={words.onPhone} />}
      </div>
      {issue.photos.length > 0 && <Photos photos={issue.photos} about={{ place, theme: issue.text, unit: issue.unit.name }} />}
      <dl className="facts">
        <div>
          <dt>{t(words.place)}</dt>
          <dd>{place || '—'}</dd>
        </div>
        <div>
          <dt>{t(words.found)}</dt>
          <dd>
            {issue.finder.name} {t(sayAt(issue.foundAt))}
          </dd>
        </div>
        {issue.handler && (
          <div>
            <dt>{t(words.handler)}</dt>
            <dd>{issue.handler.name}</dd>
          </div>
        )}
        {issue.fixNote && (
          <div>
            <dt>{t(words.fix)}</dt>
            <dd>{issue.fixNote}</dd>
          </div>
        )}
      </dl>
      {issue.item && (
        <p className="item-quote">
          <span className="quote">
            {issue.item.no}. {issue.item.text}
          </span>{' '}
          <SourceMark source={issue.item} />
        </p>
      )}
      <section aria-labelledby="history">
        <h2 id="history">{t(words.history)}</h2>
        <Timeline history={read.data.history} />
      </section>
      {refused.length > 0 && (
        <ul className="refused-acts" aria-label={t(words.next)}>
          {refused.map((act) => (
            <li key={act.act}>
              <button type="button" className="button second" disabled aria-describedby={`why-${act.act}`}>
                {t(nameOf(act.act))}
              </button>
              <span id={`why-${act.act}`} className="second-line">
                {t(act.why!)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {allowed.length > AT_THE_FOOT && (
        <div className="more-acts">
          {allowed.slice(AT_THE_FOOT).map((act) => (
            <button key={act.act} type="button" className="button second" onClick={() => setAsked(act.act as IssueAct)}>
              {t(nameOf(act.act))}
            </button>
          ))}
        </div>
      )}
      {allowed.length > 0 && (
        <div className="foot">
          <div className="foot-acts">
            {allowed.slice(0, AT_THE_FOOT).map((act, i) => (
              <button
                key={act.act}
                type="button"
                className={i === 0 ? 'button main grow' : 'button second grow'}
                onClick={() => setAsked(act.act as IssueAct)}
              >
                {t(nameOf(act.act))}
              </button>
            ))}
          </div>
        </div>
      )}
      {asked && <ActSheet issue={issue} act={asked} onClose={() => setAsked(null)} />}
    </article>
  );
}
