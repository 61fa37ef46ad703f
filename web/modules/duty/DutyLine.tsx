import type { Duty } from '#domain/duty/duty.model.ts';
import { dayOf } from '#domain/kernel/day.ts';
import { sourceHref, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { sayDue } from '#web/ui/say.ts';

const words = {
  inCharge: { zh: '分管', en: 'in charge' },
};

/** One duty in a list. */
export function DutyLine({ duty }: { readonly duty: Duty }) {
  const t = useWords();
  const { open, total, nextDue } = duty.tasks;
  const about = t({ zh: '约', en: 'about ' });
  return (
    <li className="duty-line">
      <span className="duty-number">{duty.number}</span>
      <div>
        <a className="row-link" href={to('duty', { id: duty.id })}>
          {duty.title}
        </a>{' '}
        <SourceMark source={duty.source} href={sourceHref} />
        <div className="second small">
          {[
            duty.owners.join('、'),
            duty.leaders.length > 0 ? `${t(words.inCharge)} ${duty.leaders.join('、')}` : '',
            duty.place?.name ?? '',
            duty.words
              ? t({
                  zh: `${duty.words.approximate ? about : ''}${duty.words.n} 字`,
                  en: `${duty.words.approximate ? about : ''}${duty.words.n} characters`,
                })
              : '',
            duty.photos ? t({ zh: `照片 ${duty.photos.n} 张`, en: `${duty.photos.n} photos` }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div className="duty-due small">
        {total > 0 && (
          <a href={to('duty', { id: duty.id })} className="second">
            {open > 0
              ? t({ zh: `待办 ${open} / 共 ${total}`, en: `${open} of ${total} open` })
              : t({ zh: `已办结 ${total}`, en: `${total} done` })}
          </a>
        )}
        {open > 0 && nextDue && (
          <div title={nextDue} className={nextDue < dayOf(Date.now()) ? 'late-words' : undefined}>
            {t(sayDue(nextDue))}
          </div>
        )}
      </div>
    </li>
  );
}
