/** What can be done with a roster as a whole, each with what it will do. */
import { useState } from 'react';
import { daysBetween, monthOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { RosterView } from '#domain/roster/roster.model.ts';
import { rosterActs } from '#domain/roster/roster.rules.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { useWords } from '#web/language.ts';
import { OneMore } from './OneMore.tsx';

const { propose, publish, discard } = rosterActs;
const offeredHere = { propose, publish, discard };

const says: Record<keyof typeof offeredHere, Words> = {
  propose: {
    zh: '固定的班次保留，其余从现在的安排出发重新分配，可随时停下。',
    en: 'Pinned seats stay; the others are assigned anew from where they stand. It can be stopped at any time.',
  },
  publish: {
    zh: '发布后每个巡查日会生成巡查任务，出现在当班人员的手机上。之后仍可逐个调整，每次调整成为新的一版，有关的人会看到。',
    en: 'Each patrol day then brings its patrols to the phones of the people on duty. Seats can still be changed; each change makes a version and is shown to those it concerns.',
  },
  discard: { zh: '草稿作废后，这几个月可以另排。', en: 'These months can then be rostered anew.' },
};

export function RosterActs({ view }: { readonly view: RosterView }) {
  const t = useWords();
  const roster = view.roster!;
  const make = useAct('roster.make');
  const publishing = useAct('roster.publish');
  const discarding = useAct('roster.discard');
  const [doing, setDoing] = useState<keyof typeof offeredHere | null>(null);
  const sending = { propose: make, publish: publishing, discard: discarding };
  const close = () => {
    for (const one of Object.values(sending)) one.reset();
    setDoing(null);
  };
  const done = { onSuccess: close };
  const send = {
    propose: () => make.mutate({ id: roster.id, month: monthOf(roster.from), months: monthsOf(roster) }, done),
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
          danger={doing === 'discard'}
          error={sending[doing].error}
          pending={sending[doing].isPending}
          onSend={send[doing]}
          onClose={close}
        />
      )}
    </>
  );
}

const monthsOf = ({ from, to }: { readonly from: string; readonly to: string }): number => Math.round(daysBetween(from, to) / 30.4);
