/** The problems: mine, open, all. The choice stands in the address. */
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { listReads } from '../atHand.ts';
import { Choice } from '../kit/Choice.tsx';
import { Waiting } from '../kit/Waiting.tsx';
import { useQueuedJobs } from '../queued.hooks.ts';
import { queuedIssues } from '../queued.ts';
import { ReportLink } from '../report/ReportLink.tsx';
import { router } from '../routes.ts';
import { IssueCard, QueuedIssueCard } from './IssueCard.tsx';

const words = {
  which: { zh: '看哪些问题', en: 'Which problems' },
  mine: { zh: '与我有关', en: 'Mine' },
  open: { zh: '未销号', en: 'Open' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '这里没有问题', en: 'No problems here' },
  noneHint: { zh: '看到了就记一条，拍张照片，几秒钟。', en: 'Seen one? A photo and a word take seconds.' },
  more: { zh: '只显示最近 50 条，其余请在电脑上查看。', en: 'The latest 50 are shown; the rest is at the desk.' },
};

type Show = keyof typeof listReads;

export function Issues({ show: asked }: { readonly show: string | null }) {
  const t = useWords();
  const show: Show = asked && asked in listReads ? (asked as Show) : 'mine';
  const list = useRead('issue.list', listReads[show], { keep: true });
  const jobs = useQueuedJobs();
  const rows = list.data?.rows ?? [];
  const onPhone = queuedIssues(jobs).filter((issue) => !rows.some((row) => row.id === issue.id));
  const touched = new Set(jobs.map((job) => (job.kind === 'act' ? (job.input as { id?: string }).id : null)));
  return (
    <>
      <h1 className="visually-hidden">{t(words.which)}</h1>
      <Choice
        legend={t(words.which)}
        shown={false}
        value={show}
        onChoose={(next) => router.open(`/m/issues?show=${next}`, true)}
        options={(Object.keys(listReads) as Show[]).map((value) => ({ value, label: t(words[value]) }))}
      />
      <ReportLink />
      {!list.data && (list.error ? <ProblemNote error={list.error} /> : <Waiting />)}
      <ul className="rows">
        {onPhone.map((issue) => (
          <QueuedIssueCard key={issue.id} issue={issue} />
        ))}
        {rows.map((issue) => (
          <IssueCard key={issue.id} issue={issue} queued={touched.has(issue.id)} />
        ))}
      </ul>
      {list.data && rows.length + onPhone.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
        </Empty>
      )}
      {list.data?.next && <p className="second-line">{t(words.more)}</p>}
    </>
  );
}
