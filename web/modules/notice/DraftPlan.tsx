/** The draft plan, in the order a clerk thinks of it: what is open, what it orders, where, how, by whom, when. */
import { useState } from 'react';
import type { OfferedAct } from '#domain/kernel/act.ts';
import type { FactLine } from '#domain/kernel/contract.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { to, useSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import type { Adopted } from './AdoptBar.tsx';
import { Changes } from './Changes.tsx';
import { NoticeDoubts } from './NoticeDoubts.tsx';
import { PlanLists } from './PlanLists.tsx';
import { Channels, Members, Partners, Stages } from './PlanOthers.tsx';
import { PlanPlaces } from './PlanPlaces.tsx';
import { Questions, Settled } from './Questions.tsx';
import { ReviewTools } from './ReviewTools.tsx';
import { ReviewContext, useReviewOf } from './review.ts';
import { YearQuestion } from './YearQuestion.tsx';

const words = {
  history: { zh: '历程', en: 'History' },
  draft: { zh: '方案草稿', en: 'Draft plan' },
  plan: { zh: '工作方案', en: 'Plan' },
  adopted: { zh: '这份公文已采纳。', en: 'This notice is adopted.' },
  see: { zh: '查看：', en: 'See: ' },
  duties: { zh: '责任清单', en: 'Responsibilities' },
  board: { zh: '应办台账', en: 'Due board' },
  roster: { zh: '值班表', en: 'Roster' },
};

interface DraftPlanProps {
  readonly notice: NoticeView;
  readonly acts: readonly OfferedAct[];
  readonly history: readonly FactLine[];
  readonly adopted: Adopted | null;
}

export function DraftPlan({ notice, acts, history, adopted }: DraftPlanProps) {
  const t = useWords();
  const may = (act: string) => acts.some((offered) => offered.act === act && offered.allowed);
  const { draft } = notice;
  const duties = draft.lists.flatMap((list) => list.duties).filter((duty) => !duty.dropped);
  const tasks = duties.reduce((sum, duty) => sum + duty.tasks.length, 0);
  const review = useReviewOf(notice, acts);
  const [find, setFind] = useState('');
  const unsureFirst = useSearch().order !== 'text' && notice.state === 'draft';
  return (
    <ReviewContext.Provider value={review}>
      {notice.state === 'adopted' && (
        <div className="good-note" role="status">
          {adopted ? t(adoptedWords(adopted)) : t(words.adopted)} {t(words.see)}
          <a href={to('duties')}>{t(words.duties)}</a> · <a href={to('board')}>{t(words.board)}</a> ·{' '}
          <a href={to('roster')}>{t(words.roster)}</a>
        </div>
      )}
      <p className="plan-sum">
        <strong>{t(notice.state === 'draft' ? words.draft : words.plan)}</strong>{' '}
        {t({
          zh: `责任 ${duties.length} 项 · 期限 ${tasks} 个 · 地点 ${draft.places.length} 处`,
          en: `${duties.length} duties · ${tasks} due days · ${draft.places.length} places`,
        })}
      </p>
      {notice.state === 'draft' && <ReviewTools unsureFirst={unsureFirst} find={find} onFind={setFind} />}
      <YearQuestion notice={notice} mayChoose={may('chooseYear')} />
      <Questions notice={notice} maySettle={may('settle')} />
      <Settled notice={notice} mayReopen={may('unsettle')} />
      <Changes />
      <NoticeDoubts />
      <PlanLists unsureFirst={unsureFirst} find={find} />
      <PlanPlaces notice={notice} mayCorrect={may('correct')} />
      <Members notice={notice} mayCorrect={may('correct')} />
      <Stages notice={notice} mayCorrect={may('correct')} />
      <Partners notice={notice} />
      <Channels notice={notice} />
      <section className="plan-part">
        <h2>{t(words.history)}</h2>
        <div className="plan-history">
          <Timeline history={history} />
        </div>
      </section>
    </ReviewContext.Provider>
  );
}

/** Against nothing in force it is all new, and the sum says it; else what happened to what was there. */
function adoptedWords({ duties, tasks, places, changes }: Adopted): Words {
  const { added, changed, joined, ended, same } = changes;
  const amended = changed + joined + ended + same > 0;
  return {
    zh: `已采纳：责任 ${duties} 项、应办 ${tasks} 项、地点 ${places} 处。${amended ? `其中新增 ${added}、修改 ${changed}、不变 ${same}、并入 ${joined}；终止 ${ended} 项。` : ''}`,
    en: `Adopted: ${duties} duties, ${tasks} due tasks, ${places} places.${amended ? ` Of the duties ${added} are new, ${changed} changed, ${same} the same, ${joined} joined; ${ended} ended.` : ''}`,
  };
}
