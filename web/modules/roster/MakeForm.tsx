/** No roster covers this month: for how many months it is to be made. */
import { useState } from 'react';
import { addMonths, type Month } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import type { RosterView } from '#domain/roster/roster.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { sayMonth } from '#web/ui/say.ts';

const words = {
  make: { zh: '生成值班表', en: 'Make the roster' },
  until: { zh: '排到', en: 'Until' },
  none: { zh: '这个月还没有值班表', en: 'No roster for this month yet' },
  noneHint: {
    zh: '按采纳的巡查规则自动排出，一次可以排一个季度、一年，之后可以逐个调整。',
    en: 'It is proposed by the adopted patrol rules, for a season or a year at once, and can then be adjusted seat by seat.',
  },
  noneFor: { zh: '由创城专员排班后，会显示在这里。', en: 'It stands here once the campaign clerk has made it.' },
  noRule: { zh: '还没有巡查规则', en: 'There is no patrol rule yet' },
  noRuleHint: { zh: '先采纳一份写有巡查要求的公文。', en: 'Adopt a notice that orders patrols first.' },
  notices: { zh: '去来文', en: 'To the notices' },
};

/** Months at once: up to a year. */
const lengths = Array.from({ length: 12 }, (_, n) => n + 1);

export function MakeForm({ view }: { readonly view: RosterView }) {
  const t = useWords();
  const make = useAct('roster.make');
  const [id] = useState(() => newId());
  const [months, setMonths] = useState(1);
  if (view.places.length === 0) {
    return (
      <Empty title={t(words.noRule)}>
        <p>{t(words.noRuleHint)}</p>
        <a className="btn btn-main" href={to('notices')}>
          {t(words.notices)}
        </a>
      </Empty>
    );
  }
  return (
    <>
      <ProblemNote error={make.error} />
      <Empty title={t(words.none)}>
        <p>{t(view.mayManage ? words.noneHint : words.noneFor)}</p>
        {view.mayManage && (
          <form
            className="make-form"
            onSubmit={(event) => {
              event.preventDefault();
              make.mutate({ id, month: view.month, months });
            }}
          >
            <label>
              {t(words.until)}{' '}
              <select className="input" value={months} onChange={(event) => setMonths(Number(event.currentTarget.value))}>
                {lengths.map((n) => (
                  <option key={n} value={n}>
                    {spanWords(view.month, n, t)}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className="btn btn-main" disabled={make.isPending}>
              {t(words.make)}
            </button>
          </form>
        )}
      </Empty>
    </>
  );
}

function spanWords(month: Month, months: number, t: ReturnType<typeof useWords>): string {
  const last = t(sayMonth(addMonths(month, months - 1)));
  return months === 1 ? last : t({ zh: `${last}（${months} 个月）`, en: `${last} (${months} months)` });
}
