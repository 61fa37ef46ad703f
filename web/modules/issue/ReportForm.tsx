/** A problem reported from the desk: what, where, a photo. Opens the new record when it is kept. */
import { useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import type { Place } from '#domain/place/place.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { PhotoPicker, type PickedPhoto } from '#web/desk/kit/PhotoPicker.tsx';
import { openPage } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '记录问题', en: 'Report a problem' },
  text: { zh: '发现了什么', en: 'What was found' },
  place: { zh: '地点', en: 'Place' },
  elsewhere: { zh: '不在包保地点内', en: 'At none of the places' },
  item: { zh: '对应检查项', en: 'Checklist item' },
  noItem: { zh: '不对应检查项', en: 'None' },
  spot: { zh: '具体位置', en: 'Where exactly' },
  spotHint: { zh: '例如：3 号楼东侧', en: 'e.g. east of building 3' },
  photos: { zh: '照片', en: 'Photos' },
  cancel: { zh: '取消', en: 'Cancel' },
  keep: { zh: '记录', en: 'Keep' },
};

export function ReportForm({ places, onClose }: { readonly places: readonly Place[]; readonly onClose: () => void }) {
  const t = useWords();
  const report = useAct('issue.report');
  const [id] = useState(() => newId());
  const [text, setText] = useState('');
  const [spot, setSpot] = useState('');
  const [placeId, setPlaceId] = useState('');
  const [itemNo, setItemNo] = useState('');
  const [picked, setPicked] = useState<readonly PickedPhoto[]>([]);
  const place = places.find((one) => one.id === placeId);
  return (
    <Sheet title={t(words.title)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const photoIds = picked.filter((photo) => photo.state === 'sent').map((photo) => photo.id);
          report.mutate(
            { id, text, spot, placeId: placeId || null, itemNo: itemNo ? Number(itemNo) : null, photoIds },
            { onSuccess: () => openPage('issue', { id }) },
          );
        }}
      >
        <label className="field">
          <span>{t(words.text)}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={500}
            required
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <label className="field">
          <span>{t(words.place)}</span>
          <select
            className="input"
            value={placeId}
            onChange={(event) => {
              setPlaceId(event.currentTarget.value);
              setItemNo('');
            }}
          >
            <option value="">{t(words.elsewhere)}</option>
            {places.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        {place && place.checklist.length > 0 && (
          <label className="field">
            <span>{t(words.item)}</span>
            <select className="input" value={itemNo} onChange={(event) => setItemNo(event.currentTarget.value)}>
              <option value="">{t(words.noItem)}</option>
              {place.checklist.map((item) => (
                <option key={item.no} value={item.no}>
                  {item.no}. {item.text}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>
            {t(words.spot)} <span className="hint">{t(words.spotHint)}</span>
          </span>
          <input className="input" maxLength={100} value={spot} onChange={(event) => setSpot(event.currentTarget.value)} />
        </label>
        <PhotoPicker label={t(words.photos)} picked={picked} onChange={setPicked} />
        <ProblemNote error={report.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button
            type="submit"
            className="btn btn-main"
            disabled={!text.trim() || report.isPending || picked.some((photo) => photo.state === 'sending')}
          >
            {t(words.keep)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
