/** One request to swap: who, which duties, the answer or the buttons to give it. */
import type { Words } from '#domain/kernel/words.ts';
import { swapActs } from '#domain/swap/swap.rules.ts';
import { swapStates } from '#domain/swap/swap.states.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';

type Swap = Reads['swap.list']['output']['rows'][number];
type Act = keyof typeof swapActs;

export function SwapLine({ swap }: { readonly swap: Swap }) {
  const t = useWords();
  const accept = useAct('swap.accept');
  const decline = useAct('swap.decline');
  const withdraw = useAct('swap.withdraw');
  const sending = { accept, decline, withdraw };
  const pending = accept.isPending || decline.isPending || withdraw.isPending;
  return (
    <li className="swap-line">
      <div>
        {t(swapWords(swap, t))} <StateTag states={swapStates} state={swap.state} />
      </div>
      {swap.note && <div className="second small">“{swap.note}”</div>}
      <ProblemNote error={accept.error ?? decline.error ?? withdraw.error} />
      <div className="swap-acts">
        {swap.acts
          .filter(({ allowed }) => allowed)
          .map(({ act }) => (
            <button
              key={act}
              type="button"
              className={act === 'accept' ? 'swap-button swap-main' : 'swap-button'}
              disabled={pending}
              onClick={() => sending[act as Act].mutate({ id: swap.id })}
            >
              {t(swapActs[act as Act].words)}
            </button>
          ))}
      </div>
    </li>
  );
}

function swapWords({ asker, other, seat, theirs }: Swap, t: ReturnType<typeof useWords>): Words {
  const say = ({ day, place }: { readonly day: string; readonly place: string }) =>
    `${t(sayDay(day))}${t({ zh: '', en: ' ' })}${t(sayWeekday(day))} ${place}`;
  return theirs
    ? {
        zh: `${asker.name} 用 ${say(seat)} 换 ${other.name} 的 ${say(theirs)}`,
        en: `${asker.name} gives ${say(seat)} for ${other.name}'s ${say(theirs)}`,
      }
    : { zh: `${asker.name} 请 ${other.name} 替班：${say(seat)}`, en: `${asker.name} asks ${other.name} to stand in: ${say(seat)}` };
}
