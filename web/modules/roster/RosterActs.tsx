/** What can be done with a roster as a whole, each with what it will do. */
import { useState } from 'react';
import { addMonths, dayOf, type Month, monthOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { RosterView } from '#domain/roster/roster.model.ts';
import { rosterActs } from '#domain/roster/roster.rules.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { type ActAnswer, ActForm } from '#web/desk/kit/ActForm.tsx';
import { useWords } from '#web/language.ts';
import { sayMonth } from '#web/ui/say.ts';
import { OneMore } from './OneMore.tsx';

const { propose, publish, cut, discard } = rosterActs;
const offeredHere = { propose, publish, cut, discard };

const says: Record<keyof typeof offeredHere, Words> = {
  propose: {
    zh: '固定的班次保留，其余从现在的安排出发重新分配，可随时停下。',
    en: 'Pinned seats stay; the others are assigned anew from where they stand. It can be stopped at any time.',
  },
  publish: {
    zh: '发布后每个巡查日会生成巡查任务，出现在当班人员的手机上。之后仍可逐个调整，每次调整成为新的一版，有关的人会看到。',
    en: 'Each patrol day then brings its patrols to the phones of the people on duty. Seats can still be changed; each change makes a version and is shown to those it concerns.',
  },
  cut: {
    zh: '所选月份及以前不变；以后已排的班次和巡查任务取消，可以按新的人员和规则另排。有关的人会看到变动。',
    en: 'The months up to the chosen one stay; later duties and their patrols are cancelled and can be made anew. Those concerned are told.',
  },
  discard: { zh: '草稿作废后，这几个月可以另排。', en: 'These months can then be rostered anew.' },
};

const words = {
  stays: { zh: '保留到', en: 'Stays until the end of' },
  none: { zh: '后面没有可以另排的月份。', en: 'No month after this one is rostered.' },
};

export function RosterActs({ view }: { readonly view: RosterView }) {
  const t = useWords();
  const roster = view.roster!;
  const make = useAct('roster.make');
  const publishing = useAct('roster.publish');
  const cutting = useAct('roster.cut');
  const discarding = useAct('roster.discard');
  const [doing, setDoing] = useState<keyof typeof offeredHere | null>(null);
  const sending = { propose: make, publish: publishing, cut: cutting, discard: discarding };
  const close = () => {
    for (const one of Object.values(sending)) one.reset();
    setDoing(null);
  };
  const done = { onSuccess: close };
  const now = monthOf(dayOf(Date.now()));
  const staying = monthsOf(roster.from, roster.to)
    .slice(0, -1)
    .filter((month) => month >= now);
  const send: Record<keyof typeof offeredHere, (answer: ActAnswer) => void> = {
    propose: () => make.mutate({ id: roster.id, month: monthOf(roster.from), months: monthsOf(roster.from, roster.to).length }, done),
    cut: ({ choice }) => cutting.mutate({ id: roster.id, month: choice }, done),
    publish: () => publishing.mutate({ id: roster.id }, done),
    discard: () => discarding.mutate({ id: roster.id }, done),
  };
  return (
    <>
      <ActButtons offered={view.acts} table={offeredHere} main="publish" onAct={(act) => setDoing(act as keyof typeof offeredHere)} />
      {view.mayManage && <OneMore rosterId={roster.id} />}
      {doing && (
        <ActForm
          title={t(offeredHere[doing].words)}
          send={t(offeredHere[doing].words)}
          say={t(says[doing])}
          danger={doing === 'discard' || doing === 'cut'}
          {...(doing === 'cut' && {
            choice: {
              label: t(words.stays),
              options: staying.map((month) => ({ key: month, label: t(sayMonth(month)) })),
              none: t(words.none),
            },
          })}
          error={sending[doing].error}
          pending={sending[doing].isPending}
          onSend={send[doing]}
          onClose={close}
        />
      )}
    </>
  );
}

function monthsOf(from: string, to: string): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month);
  return months;
}
