import type { Words } from '#domain/kernel/words.ts';
import type { RosterView } from '#domain/roster/roster.model.ts';
import { useWords } from '#web/language.ts';
import { sayDay } from '#web/ui/say.ts';
import { placeName } from './seats.ts';

const words = { remarks: { zh: '提示', en: 'Remarks' } };

/** The difference to the proven limit, in the solver's own points: ten for a whole duty too many, one for a pair that meets once more. */
export function proofWords({ cost, bound, proof }: NonNullable<RosterView['fairness']['proof']>): Words {
  if (proof === 'optimal') return { zh: '已证明没有更公平的排法', en: 'proven: no fairer roster exists' };
  const points = (cost - bound).toFixed(cost - bound < 10 ? 1 : 0);
  return {
    zh: `与最公平的排法最多相差 ${points} 分（多值一次班为 10 分）`,
    en: `at most ${points} points from the fairest (10 = one duty too many)`,
  };
}

/** How even the roster is, what was proven of it, and what it could not satisfy. */
export function Fairness({ view }: { readonly view: RosterView }) {
  const t = useWords();
  const { least, most, empty, remarks, proof } = view.fairness;
  return (
    <div className="fairness">
      <p>
        {t({
          zh: `巡查人员每人 ${least === most ? least : `${least}–${most}`} 次`,
          en: `${least === most ? least : `${least}–${most}`} duties for each patroller`,
        })}
        {empty > 0 ? (
          <strong className="late-words">{t({ zh: ` · 空缺 ${empty} 个`, en: ` · ${empty} empty` })}</strong>
        ) : (
          <span className="second">{t({ zh: ' · 无空缺', en: ' · none empty' })}</span>
        )}
        {proof && empty === 0 && <span className="second"> · {t(proofWords(proof))}</span>}
      </p>
      {remarks.length > 0 && (
        <details>
          <summary>
            {t(words.remarks)} {remarks.length}
          </summary>
          <ul>
            {remarks.map((remark) => (
              <li key={`${remark.day}${remark.placeId}${remark.n}`}>
                {t(sayDay(remark.day))} {placeName(view, remark.placeId)}：{t(remark)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
