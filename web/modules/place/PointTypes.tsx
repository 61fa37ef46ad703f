/** The types of inspection points of the unit: thresholds and assessment states. A change is a new version; patrols keep theirs. */
import { useState } from 'react';
import type { PointType, Scale, Threshold } from '#domain/place/point.model.ts';
import { useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { useWords } from '#web/language.ts';
import { PointForm } from './PointForm.tsx';

const words = {
  title: { zh: '点位类型', en: 'Point types' },
  say: {
    zh: '测评按点位类型定指标和档次。公文里写明的指标不变，这里只作补充；修改后成为新的一版，已完成的巡查保留原来的版本。',
    en: 'Assessments set numbers and states by the type of the point. What a notice says stays; this only adds to it. A change is a new version, and finished patrols keep theirs.',
  },
  version: (n: number) => ({ zh: `第 ${n} 版`, en: `version ${n}` }),
  states: { zh: '档次', en: 'States' },
  change: { zh: '修改', en: 'Change' },
  faults: (n: number | null) => (n === null ? { zh: '更多', en: 'more' } : { zh: `≤ ${n} 处`, en: `≤ ${n}` }),
};

export function PointTypes() {
  const t = useWords();
  const { data, error } = useRead('point.list', {});
  const [changing, setChanging] = useState<PointType | null>(null);
  return (
    <Panel title={t(words.title)} aside={data?.types.length}>
      {!data ? (
        <div className="panel-body">
          <Waiting error={error} />
        </div>
      ) : (
        <details className="point-types">
          <summary>{t(words.say)}</summary>
          <ul className="rows">
            {data.types.map((type) => (
              <li key={type.key}>
                <div className="partner-head">
                  <strong>{t(type.name)}</strong>
                  <span className="second small">{t(words.version(type.version))}</span>
                  {data.mayManage && (
                    <button
                      type="button"
                      className="btn btn-small"
                      aria-label={`${t(words.change)} ${t(type.name)}`}
                      onClick={() => setChanging(type)}
                    >
                      {t(words.change)}
                    </button>
                  )}
                </div>
                <div className="small">
                  {type.thresholds.map(sayThreshold).join('，')}
                  {type.scales.map((scale) => (
                    <div key={scale.about.join()} className="second">
                      {t(words.states)} {scale.about.join('、')}：{sayScale(scale)}
                    </div>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {changing && <PointForm type={changing} onClose={() => setChanging(null)} />}
    </Panel>
  );

  function sayScale({ steps }: Scale): string {
    return steps.map(({ grade, share, upTo }) => `${grade} ${share}%（${t(words.faults(upTo))}）`).join(' ');
  }
}

const sayThreshold = ({ metric, atLeast }: Threshold): string => `${metric} ≥ ${atLeast}%`;
