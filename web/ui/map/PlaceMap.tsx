/** Where a patrol was: the place, the way walked, the problems found. Drawn by ourselves, so that it needs no signal and tells nobody where we are. */
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import type { Track } from '#domain/patrol/track.model.ts';
import { useWords } from '#web/language.ts';
import { type Plan, planOf, type Spot } from './plan.ts';
import './map.css';

const words = {
  north: { zh: '北', en: 'N' },
  started: { zh: '开始', en: 'Start' },
  submitted: { zh: '提交', en: 'Submitted' },
  way: { zh: '轨迹', en: 'Way walked' },
  place: { zh: '地点范围', en: 'Area of the place' },
  problem: { zh: '问题', en: 'Problem' },
  said: (problems: number, tracks: number): Words => ({
    zh: `示意图：问题 ${problems} 个${tracks > 0 ? '，含轨迹' : ''}`,
    en: `Sketch: ${problems} problems${tracks > 0 ? ', with the way walked' : ''}`,
  }),
};

type Shown = Pick<PatrolView, 'centre' | 'startPosition' | 'submitPosition' | 'issues'>;

/** Null where nothing has a position. */
export function PlaceMap({ patrol, tracks }: { readonly patrol: Shown; readonly tracks: readonly Track[] }) {
  const t = useWords();
  const found = patrol.issues.flatMap(({ no, position }) => (position ? [{ no, position }] : []));
  const { centre, startPosition, submitPosition } = patrol;
  const spots: Spot[] = [...found.map(({ position }) => position), ...tracks.flatMap(({ points }) => points)];
  if (startPosition) spots.push(startPosition);
  if (submitPosition) spots.push(submitPosition);
  const plan = planOf(spots, centre);
  if (!plan || spots.length === 0) return null;
  return (
    <figure className="place-map">
      <svg viewBox={`0 0 ${plan.width} ${plan.height}`} role="img" aria-label={t(words.said(found.length, tracks.length))}>
        {centre && <circle className="map-place" cx={plan.at(centre).x} cy={plan.at(centre).y} r={plan.long(centre.radius)} />}
        {tracks.map((track) => (
          <polyline key={track.person.id} className="map-track" points={track.points.map((point) => pair(plan, point)).join(' ')} />
        ))}
        {startPosition && <Mark plan={plan} spot={startPosition} className="map-start" />}
        {submitPosition && <Mark plan={plan} spot={submitPosition} className="map-end" />}
        {found.map(({ no, position }) => (
          <Numbered key={no} plan={plan} spot={position} no={no} />
        ))}
        <North plan={plan} word={t(words.north)} />
        <ScaleBar plan={plan} />
      </svg>
      <figcaption>
        {found.length > 0 && <Key className="map-issue" word={t(words.problem)} />}
        {tracks.length > 0 && <Key className="map-track" word={`${t(words.way)} ${tracks.map(({ person }) => person.name).join('、')}`} />}
        {startPosition && <Key className="map-start" word={said(t(words.started), startPosition.accuracy)} />}
        {submitPosition && <Key className="map-end" word={said(t(words.submitted), submitPosition.accuracy)} />}
        {centre && <Key className="map-place" word={t(words.place)} />}
      </figcaption>
    </figure>
  );
}

const said = (word: string, accuracy: number | null): string => (accuracy === null ? word : `${word} ±${Math.round(accuracy)} m`);

function pair(plan: Plan, spot: Spot): string {
  const { x, y } = plan.at(spot);
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function Mark({ plan, spot, className }: { readonly plan: Plan; readonly spot: Spot; readonly className: string }) {
  const { x, y } = plan.at(spot);
  return <rect className={className} x={x - 5} y={y - 5} width={10} height={10} rx={className === 'map-start' ? 5 : 1} />;
}

function Numbered({ plan, spot, no }: { readonly plan: Plan; readonly spot: Spot; readonly no: number }) {
  const { x, y } = plan.at(spot);
  return (
    <>
      <circle className="map-issue" cx={x} cy={y} r={10} />
      <text className="map-no" x={x} y={y + 3.6}>
        {no}
      </text>
    </>
  );
}

function North({ plan, word }: { readonly plan: Plan; readonly word: string }) {
  const x = plan.width - 16;
  return (
    <g className="map-north">
      <path d={`M${x} 8 l5 14 l-5 -3.5 l-5 3.5z`} />
      <text x={x} y={33}>
        {word}
      </text>
    </g>
  );
}

function ScaleBar({ plan }: { readonly plan: Plan }) {
  const y = plan.height - 10;
  const end = 12 + plan.long(plan.bar);
  return (
    <g className="map-scale">
      <path d={`M12 ${y - 4} V${y} H${end} V${y - 4}`} />
      <text x={end + 5} y={y + 1}>
        {plan.bar >= 1_000 ? `${plan.bar / 1_000} km` : `${plan.bar} m`}
      </text>
    </g>
  );
}

function Key({ className, word }: { readonly className: string; readonly word: string }) {
  return (
    <span className="map-key">
      <svg viewBox="0 0 16 12" width={16} height={12} aria-hidden="true">
        {className === 'map-track' ? (
          <path className="map-track" d="M1 9 6 4 10 8 15 3" />
        ) : className === 'map-end' ? (
          <rect className="map-end" x={3} y={1} width={10} height={10} rx={1} />
        ) : (
          <circle className={className} cx={8} cy={6} r={5} />
        )}
      </svg>
      {word}
    </span>
  );
}
