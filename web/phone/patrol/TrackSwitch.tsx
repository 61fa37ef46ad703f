import type { Words } from '#domain/kernel/words.ts';
import { TRACK_DAYS } from '#domain/patrol/track.ts';
import { now } from '#web/api/clock.ts';
import { useWords } from '#web/language.ts';
import type { Draft } from '../kit/useDraft.ts';
import type { TrackDraft } from './track.ts';

const words = {
  title: { zh: '记录本次轨迹', en: 'Record the way walked' },
  terms: {
    zh: `自愿。只记这一次；页面打开时才记；只有同组人员和创城专员能看；${TRACK_DAYS} 天后删除。关掉即删除已记的点。`,
    en: `Voluntary. This patrol only, while this page is open; seen by the crew and the clerk; deleted after ${TRACK_DAYS} days. Switching it off deletes what was recorded.`,
  },
  points: (n: number): Words => ({ zh: `已记 ${n} 个点，关掉即删除`, en: `${n} points so far; switching it off deletes them` }),
};

/** Asked anew on every patrol; off unless the person says otherwise. */
export function TrackSwitch({ track }: { readonly track: Draft<TrackDraft> }) {
  const t = useWords();
  const isOn = Boolean(track.value?.consentedAt);
  return (
    <label className="track-switch">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) =>
          event.currentTarget.checked ? track.change({ consentedAt: now(), points: [] }) : track.change({ consentedAt: null, points: [] })
        }
      />
      <span>
        <strong>{t(words.title)}</strong>
        <span className="second-line">{t(isOn ? words.points(track.value?.points.length ?? 0) : words.terms)}</span>
      </span>
    </label>
  );
}
