/** A problem in seconds: photo, a phrase, where, what was done. On the phone before the button comes up again. */
import { useStore } from '@nanostores/react';
import { useEffect, useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useRead } from '#web/api/hooks.ts';
import { enqueue } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { sentenceOf } from '../kit/said.ts';
import { useDraft } from '../kit/useDraft.ts';
import { Waiting } from '../kit/Waiting.tsx';
import { PhotoField } from '../photo/PhotoField.tsx';
import { devicePosition, followPosition, whereabouts } from '../photo/position.ts';
import { goBack } from '../routes.ts';
import { Disposal } from './Disposal.tsx';
import { Phrases } from './Phrases.tsx';
import { positionOfReport, type ReportDraft, reportJobs, whatReportLacks } from './report.jobs.ts';
import './report.css';

const words = {
  photos: { zh: '现场照片', en: 'Photos' },
  text: { zh: '发现了什么', en: 'What was found' },
  spot: { zh: '具体位置', en: 'Where exactly' },
  spotExample: { zh: '如：东门公交站牌旁', en: 'e.g. by the bus stop at the east gate' },
  place: { zh: '地点', en: 'Place' },
  elsewhere: { zh: '不在包保地点', en: 'Outside our places' },
  item: (no: number): Words => ({ zh: `第 ${no} 项`, en: `Item ${no}` }),
  record: { zh: '记录', en: 'Record' },
  unsaved: {
    zh: '手机没有存下刚才的填写，请清理空间，填完前不要关闭页面。',
    en: 'The phone could not save the last entry; free some space and keep this page open.',
  },
  position: {
    found: (metres: number | null): Words => ({ zh: `已定位，误差约 ${metres ?? '?'} 米`, en: `Located, within about ${metres ?? '?'} m` }),
    asking: { zh: '正在定位，不用等', en: 'Finding the position; no need to wait' },
    unknown: { zh: '没有定位，写清位置即可', en: 'No position; the words are enough' },
    refused: { zh: '未允许定位，写清位置即可', en: 'Position not allowed; the words are enough' },
    impossible: { zh: '此网址不能定位，写清位置即可', en: 'No position at this address; the words are enough' },
  },
};

export function Report({ patrolId, itemNo }: { readonly patrolId: string | null; readonly itemNo: number | null }) {
  const t = useWords();
  const today = useRead('patrol.today', {}, { keep: true });
  const isKnown = today.data?.mine.some((each) => each.id === patrolId) ?? false;
  const read = useRead('patrol.get', { id: patrolId ?? '' }, { keep: true, enabled: patrolId !== null && !isKnown && today.isFetched });
  const patrol = today.data?.mine.find((each) => each.id === patrolId) ?? (patrolId ? read.data?.patrol : undefined);
  const item = patrol?.checklist.find((each) => each.no === itemNo);
  const key = `report:${patrolId ?? ''}:${itemNo ?? ''}`;
  const { value: draft, change, unsaved } = useDraft<ReportDraft>(key, blank);
  const [problem, setProblem] = useState<Words | null>(null);
  const [storing, setStoring] = useState(false);
  const where = useStore(whereabouts);

  useEffect(followPosition, []);

  if (!draft || (patrolId && !patrol && (today.isLoading || read.isLoading))) return <Waiting />;
  const dutyToday = today.data?.mine.find((each) => each.day === today.data?.day);
  const placeId = draft.placeId ?? patrol?.placeId ?? dutyToday?.placeId ?? null;
  const places = today.data?.places ?? [];
  const touch = (part: Partial<ReportDraft>) => {
    setProblem(null);
    change(part);
  };
  const record = () => {
    const lacking = whatReportLacks(draft);
    if (lacking) return setProblem(lacking);
    const position = positionOfReport(draft.photos, devicePosition());
    const jobs = reportJobs({ ...draft, placeId: placeId === ELSEWHERE ? null : placeId }, { patrolId, itemNo, position });
    setStoring(true);
    enqueue(jobs, { finishedDrafts: [key] }).then(
      () => goBack('report', patrolId ? `/m/patrols/${patrolId}` : '/m/'),
      (error: unknown) => {
        setStoring(false);
        setProblem(sentenceOf(error));
      },
    );
  };

  return (
    <div className="report">
      <h1 className="visually-hidden">{t(words.text)}</h1>
      {unsaved && <p className="problem-note">{t(words.unsaved)}</p>}
      {item && (
        <p className="report-item">
          <span className="second-line">
            {patrol?.place.name} · {t(words.item(item.no))}
          </span>
          <span className="quote clamped">{item.text}</span>
        </p>
      )}
      <PhotoField label={t(words.photos)} photos={draft.photos} onChange={(photos) => touch({ photos })} />
      <label className="field">
        <span className="field-label">{t(words.text)}</span>
        <textarea rows={2} maxLength={500} value={draft.text} onChange={(event) => touch({ text: event.currentTarget.value })} />
      </label>
      <Phrases of="finding" text={draft.text} onPick={(text) => touch({ text })} />
      <label className="field">
        <span className="field-label">{t(words.spot)}</span>
        <input
          value={draft.spot}
          maxLength={100}
          placeholder={t(words.spotExample)}
          onChange={(event) => touch({ spot: event.currentTarget.value })}
        />
      </label>
      <p className="second-line">{t(where.state === 'found' ? words.position.found(where.place.accuracy) : words.position[where.state])}</p>
      {!patrol && places.length > 0 && (
        <label className="field">
          <span className="field-label">{t(words.place)}</span>
          <select value={placeId ?? ELSEWHERE} onChange={(event) => touch({ placeId: event.currentTarget.value })}>
            {places.map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
            <option value={ELSEWHERE}>{t(words.elsewhere)}</option>
          </select>
        </label>
      )}
      <Disposal draft={draft} handlers={today.data?.handlers ?? []} onChange={touch} />
      <div className="foot">
        {problem && (
          <p className="foot-note" role="alert">
            {t(problem)}
          </p>
        )}
        <button type="button" className="button main wide" disabled={storing} onClick={record}>
          {t(words.record)}
        </button>
      </div>
    </div>
  );
}

const ELSEWHERE = 'elsewhere';

function blank(): ReportDraft {
  return { id: newId(), text: '', spot: '', placeId: null, way: 'recorded', handlerId: null, note: '', photos: [], after: [] };
}
