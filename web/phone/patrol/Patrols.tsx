/** The patrols of the unit: mine first, then the ledger, newest first. */
import { useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import type { PatrolRow } from '#domain/patrol/patrol.model.ts';
import { patrolStates } from '#domain/patrol/patrol.states.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';
import { ledgerRead } from '../atHand.ts';
import { Waiting } from '../kit/Waiting.tsx';
import { router } from '../routes.ts';
import { PatrolCard } from '../today/PatrolCard.tsx';

const words = {
  mine: { zh: '我的巡查', en: 'My patrols' },
  ledger: { zh: '本单位巡查', en: 'Patrols of the unit' },
  none: { zh: '还没有巡查记录', en: 'No patrols yet' },
  noneHint: { zh: '值班表发布后，当天的巡查会出现在这里。', en: 'Once a roster is published, the patrols of the day appear here.' },
  open: { zh: '临时巡查', en: 'Patrol outside the roster' },
  openHint: { zh: '不在值班表上，也可以去一次。选择地点：', en: 'Not on the roster, but you go anyway. Choose the place:' },
  late: { zh: '日志逾期', en: 'Late log' },
  problems: { zh: '个问题', en: 'problems' },
};

export function Patrols() {
  const t = useWords();
  const today = useRead('patrol.today', {}, { keep: true });
  const list = useRead('patrol.list', ledgerRead, { keep: true });
  const [isOpening, setOpening] = useState(false);
  const rows = list.data?.rows ?? [];
  return (
    <>
      <h1 className="visually-hidden">{t(words.ledger)}</h1>
      {(today.data?.mine.length ?? 0) > 0 && (
        <section aria-labelledby="my-patrols">
          <h2 id="my-patrols">{t(words.mine)}</h2>
          {today.data!.mine.map((patrol) => (
            <PatrolCard key={patrol.id} patrol={patrol} today={today.data!.day} />
          ))}
        </section>
      )}
      {(today.data?.places.length ?? 0) > 0 && (
        <button type="button" className="button second wide" onClick={() => setOpening(true)}>
          <Icon name="plus" size={20} />
          {t(words.open)}
        </button>
      )}
      <section aria-labelledby="ledger">
        <h2 id="ledger">{t(words.ledger)}</h2>
        {!list.data && (list.error ? <ProblemNote error={list.error} /> : <Waiting />)}
        {list.data && rows.length === 0 && (
          <Empty title={t(words.none)}>
            <p>{t(words.noneHint)}</p>
          </Empty>
        )}
        <ul className="rows">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      </section>
      {isOpening && <OpenSheet places={today.data?.places ?? []} onClose={() => setOpening(false)} />}
    </>
  );
}

function Row({ row }: { readonly row: PatrolRow }) {
  const t = useWords();
  return (
    <li>
      <a className="row" href={`/m/patrols/${row.id}`}>
        <span className="row-main">
          <strong>{row.place.name}</strong>
          <span className="second-line">
            {t(sayDay(row.day))} {t(sayWeekday(row.day))} · {row.members.map((member) => member.name).join('、')}
            {row.problems > 0 && ` · ${row.problems} ${t(words.problems)}`}
          </span>
        </span>
        {row.late ? <ToneTag tone="late" words={words.late} /> : <StateTag states={patrolStates} state={row.state} />}
      </a>
    </li>
  );
}

/** Needs the server, which knows the checklist in force; done at once and not through the queue. */
function OpenSheet({
  places,
  onClose,
}: {
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}) {
  const t = useWords();
  const open = useAct('patrol.open');
  return (
    <Sheet closesBeside title={t(words.open)} onClose={onClose}>
      <p>{t(words.openHint)}</p>
      <ProblemNote error={open.error} />
      <ul className="rows">
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className="row"
              disabled={open.isPending}
              onClick={() => open.mutate({ id: newId(), placeId: place.id }, { onSuccess: (done) => router.open(`/m/patrols/${done.id}`) })}
            >
              <strong>{place.name}</strong>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
