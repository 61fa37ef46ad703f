/** Who swapped with whom, for the office. */
import { useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { SwapLine } from './SwapLine.tsx';

const words = { title: { zh: '换班替班', en: 'Swaps of duties' } };

const SHOWN = 10;

export function SwapList() {
  const t = useWords();
  const { data } = useRead('swap.list', { limit: SHOWN });
  if (!data || data.rows.length === 0) return null;
  return (
    <div className="no-print">
      <Panel title={t(words.title)}>
        <ul className="rows">
          {data.rows.map((swap) => (
            <SwapLine key={swap.id} swap={swap} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}
