import type { Place } from '#domain/place/place.model.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

const words = {
  type: { zh: '点位类型', en: 'Point type' },
  byKind: { zh: '按地点种类', en: 'By the kind of place' },
  adds: { zh: '补充指标', en: 'Adds' },
};

/** The point type of a place: which thresholds and states its checklist gets beside the notice. */
export function PointSelect({ place, mayManage }: { readonly place: Place; readonly mayManage: boolean }) {
  const t = useWords();
  const { data } = useRead('point.list', {});
  const set = useAct('place.setPointType');
  const added = place.checklist.flatMap((item) =>
    item.measures.filter(({ byType }) => byType).map((measure) => ({ no: item.no, ...measure })),
  );
  return (
    <div className="point-select">
      {mayManage && data ? (
        <label>
          <span className="second">{t(words.type)}</span>{' '}
          <select
            className="input"
            aria-label={`${t(words.type)} ${place.name}`}
            disabled={set.isPending}
            value={place.pointType ?? ''}
            onChange={(event) => set.mutate({ id: place.id, was: place.pointType, pointType: event.currentTarget.value || null })}
          >
            <option value="">
              {t(words.byKind)}
              {place.pointType === null && place.point && `：${t(place.point.name)}`}
            </option>
            {data.types.map((type) => (
              <option key={type.key} value={type.key}>
                {t(type.name)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        place.point && (
          <span>
            <span className="second">{t(words.type)}</span> {t(place.point.name)}
          </span>
        )
      )}
      {added.length > 0 && (
        <span className="second small">
          {t(words.adds)}：
          {added.map(({ no, metric, atLeast }) => `${t({ zh: `第 ${no} 项`, en: `item ${no}` })} ${metric} ≥ ${atLeast}%`).join('；')}
        </span>
      )}
      <ProblemNote error={set.error} />
    </div>
  );
}
