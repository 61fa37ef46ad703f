import { useState } from 'react';
import type { Centre, Place } from '#domain/place/place.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { useHere } from './useHere.ts';

const words = {
  title: { zh: '设置位置', en: 'Where it is' },
  say: {
    zh: '签到时据此显示距离，超出范围只作提示，不会拒绝。',
    en: 'Check-ins show how far away they were made; beyond the radius there is a hint, never a refusal.',
  },
  lat: { zh: '纬度', en: 'Latitude' },
  lng: { zh: '经度', en: 'Longitude' },
  radius: { zh: '范围（米）', en: 'Radius (metres)' },
  datum: {
    zh: 'GPS 坐标（WGS-84）。高德、腾讯地图上抄来的坐标会偏出几百米，最好到现场用“我的位置”。',
    en: 'GPS coordinates (WGS-84). Those copied from AMap or Tencent maps are off by hundreds of metres: best use "my position" at the place.',
  },
  here: { zh: '用我的位置', en: 'Use my position' },
  asking: { zh: '正在定位…', en: 'Looking where you are…' },
  refused: { zh: '没有取得位置。', en: 'No position came.' },
  insecure: { zh: '本页不是 https，浏览器不给定位。', en: 'This page is not https, so the browser gives no position.' },
  remove: { zh: '清除位置', en: 'Take it away' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
};

/** What a place usually reaches around its centre, metres. */
const USUAL_RADIUS: Record<Place['kind'], number> = { grid: 300, community: 300, road: 500 };

/** Where a place is: typed, or where the clerk stands. */
export function CentreForm({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  const t = useWords();
  const set = useAct('place.setCentre');
  const [lat, setLat] = useState(String(place.centre?.lat ?? ''));
  const [lng, setLng] = useState(String(place.centre?.lng ?? ''));
  const [radius, setRadius] = useState(String(place.centre?.radius ?? USUAL_RADIUS[place.kind]));
  const here = useHere((position) => {
    setLat(position.lat.toFixed(6));
    setLng(position.lng.toFixed(6));
  });
  const save = (centre: Centre | null) => set.mutate({ id: place.id, was: place.centre, centre }, { onSuccess: onClose });
  return (
    <Sheet title={`${t(words.title)} · ${place.name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save({ lat: Number(lat), lng: Number(lng), radius: Number(radius) });
        }}
      >
        <p className="say">{t(words.say)}</p>
        <div className="field">
          <button type="button" className="btn" disabled={here.state === 'asking' || here.state === 'impossible'} onClick={here.ask}>
            {t(here.state === 'asking' ? words.asking : words.here)}
          </button>{' '}
          <span className="second small" role="status">
            {here.state === 'refused' && t(words.refused)}
            {here.state === 'impossible' && t(words.insecure)}
            {here.accuracy !== null && t({ zh: `误差约 ${here.accuracy} 米`, en: `± ${here.accuracy} m` })}
          </span>
        </div>
        <div className="pair-fields">
          <label className="field">
            <span>{t(words.lat)}</span>
            <input
              className="input"
              type="number"
              step="any"
              min={-90}
              max={90}
              required
              value={lat}
              onChange={(event) => setLat(event.currentTarget.value)}
            />
          </label>
          <label className="field">
            <span>{t(words.lng)}</span>
            <input
              className="input"
              type="number"
              step="any"
              min={-180}
              max={180}
              required
              value={lng}
              onChange={(event) => setLng(event.currentTarget.value)}
            />
          </label>
        </div>
        <p className="field second small">{t(words.datum)}</p>
        <label className="field">
          <span>{t(words.radius)}</span>
          <input
            className="input"
            type="number"
            min={20}
            max={5000}
            step={1}
            required
            value={radius}
            onChange={(event) => setRadius(event.currentTarget.value)}
          />
        </label>
        <ProblemNote error={set.error} />
        <div className="form-foot">
          {place.centre && (
            <button type="button" className="btn btn-danger" disabled={set.isPending} onClick={() => save(null)}>
              {t(words.remove)}
            </button>
          )}
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={set.isPending}>
            {t(words.save)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
