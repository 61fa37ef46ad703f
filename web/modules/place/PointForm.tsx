import { useState } from 'react';
import type { GradeStep, PointType, Threshold } from '#domain/place/point.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '修改点位类型', en: 'Change the point type' },
  thresholds: { zh: '指标（检查项写到这些词时要填）', en: 'Numbers (asked where an item holds these words)' },
  metric: { zh: '指标', en: 'Number' },
  atLeast: { zh: '不低于 %', en: 'At least %' },
  about: { zh: '检查项里的词，用、隔开', en: 'Words of the item, parted by 、' },
  add: { zh: '加一个指标', en: 'Add a number' },
  remove: { zh: '去掉', en: 'Remove' },
  states: { zh: '档次（问题数不超过 → 得分）', en: 'States (faults up to → share of the score)' },
  upTo: (grade: string) => ({ zh: `${grade} 档问题数不超过`, en: `${grade}: faults up to` }),
  share: (grade: string) => ({ zh: `${grade} 档得分 %`, en: `${grade}: share %` }),
  more: { zh: '更多', en: 'more' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '存为新的一版', en: 'Save as a new version' },
};

/** The numbers of a type and the states of its items; those that hold for certain items only stay as they are. */
export function PointForm({ type, onClose }: { readonly type: PointType; readonly onClose: () => void }) {
  const t = useWords();
  const amend = useAct('point.amend');
  const [thresholds, setThresholds] = useState<readonly Threshold[]>(type.thresholds);
  const general = type.scales.findIndex(({ about }) => about.length === 0);
  const [steps, setSteps] = useState<readonly GradeStep[]>(type.scales[general]?.steps ?? []);
  const threshold = (i: number, part: Partial<Threshold>) =>
    setThresholds(thresholds.map((one, at) => (at === i ? { ...one, ...part } : one)));
  const step = (i: number, part: Partial<GradeStep>) => setSteps(steps.map((one, at) => (at === i ? { ...one, ...part } : one)));
  const save = () => {
    const { key, version, name, kinds } = type;
    const scales = type.scales.map((scale, i) => (i === general ? { ...scale, steps: [...steps] } : scale));
    amend.mutate({ key, was: version, name, kinds, thresholds: [...thresholds], scales }, { onSuccess: onClose });
  };
  return (
    <Sheet title={`${t(words.title)} · ${t(type.name)}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset className="field">
          <legend>{t(words.thresholds)}</legend>
          {thresholds.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
            <div className="point-row" key={i}>
              <input
                className="input"
                aria-label={t(words.metric)}
                required
                maxLength={20}
                value={one.metric}
                onChange={(event) => threshold(i, { metric: event.currentTarget.value })}
              />
              <input
                className="input"
                type="number"
                aria-label={t(words.atLeast)}
                required
                min={0}
                max={100}
                step="any"
                value={one.atLeast}
                onChange={(event) => threshold(i, { atLeast: event.currentTarget.valueAsNumber || 0 })}
              />
              <input
                className="input"
                aria-label={t(words.about)}
                value={one.about.join('、')}
                onChange={(event) => threshold(i, { about: event.currentTarget.value.split(/[、,，]/).map((word) => word.trim()) })}
                onBlur={() => threshold(i, { about: one.about.filter(Boolean) })}
              />
              <button type="button" className="btn btn-small" onClick={() => setThresholds(thresholds.filter((_, at) => at !== i))}>
                {t(words.remove)}
              </button>
            </div>
          ))}
          <button
            type="button"
            className="btn btn-small"
            onClick={() => setThresholds([...thresholds, { metric: '', atLeast: 95, unit: '%', about: [] }])}
          >
            {t(words.add)}
          </button>
        </fieldset>
        {steps.length > 0 && (
          <fieldset className="field">
            <legend>{t(words.states)}</legend>
            {steps.map((one, i) => (
              <div className="point-row point-step" key={one.grade}>
                <strong>{one.grade}</strong>
                {one.upTo === null ? (
                  <span className="second">{t(words.more)}</span>
                ) : (
                  <input
                    className="input"
                    type="number"
                    aria-label={t(words.upTo(one.grade))}
                    required
                    min={0}
                    max={999}
                    value={one.upTo}
                    onChange={(event) => step(i, { upTo: event.currentTarget.valueAsNumber || 0 })}
                  />
                )}
                <input
                  className="input"
                  type="number"
                  aria-label={t(words.share(one.grade))}
                  required
                  min={0}
                  max={100}
                  step="any"
                  value={one.share}
                  onChange={(event) => step(i, { share: event.currentTarget.valueAsNumber || 0 })}
                />
              </div>
            ))}
          </fieldset>
        )}
        <ProblemNote error={amend.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={amend.isPending}>
            {t(words.save)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
