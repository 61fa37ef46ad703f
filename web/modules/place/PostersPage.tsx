/** A poster for each place, one A4 each: whoever scans it on the day of their patrol has checked in there. */
import { useState } from 'react';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { Choices } from '#web/desk/kit/Choices.tsx';
import { PageHead } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to, useSearch, withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { useSignedIn } from '#web/modules/org/session.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { hereHref } from '#web/ui/hereHref.ts';
import { QrCode } from '#web/ui/QrCode.tsx';
import './posters.css';

type Poster = Reads['place.posters']['output']['posters'][number];

const words = {
  title: { zh: '签到海报', en: 'Check-in posters' },
  org: { zh: '单位', en: 'Unit' },
  print: { zh: '打印', en: 'Print' },
  which: { zh: '选择地点', en: 'Choose a place' },
  all: { zh: '全部', en: 'All' },
  renew: { zh: '更换签到码', en: 'Renew the code' },
  renewSay: {
    zh: '已张贴的海报立即失效，需要重新打印、张贴。',
    en: 'The poster that hangs there stops working at once; print and hang up the new one.',
  },
  none: { zh: '还没有包保地点', en: 'No places yet' },
  noneHint: { zh: '采纳写有包保网格或路段的公文后，这里有每个地点的签到海报。', en: 'Adopt a notice that names a grid or a road first.' },
  onlyHere: {
    zh: '现在的地址只有本机能打开，手机扫码打不开。请用手机能访问的地址打开本页再打印。',
    en: 'This address opens on this computer only. Open this page under an address that phones reach, then print.',
  },
  under: { zh: '创城巡查 · 到岗签到', en: 'Patrol · checking in' },
  scan: { zh: '到达后用微信或相机扫码签到', en: 'On arrival, scan with WeChat or the camera' },
  offline: { zh: '没有信号也可以扫，手机联网后自动上传', en: 'Works without signal; sent once the phone is online' },
};

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || host.startsWith('127.');

export default function PostersPage() {
  const t = useWords();
  const wanted = useSearch().place;
  const { data, error } = useRead('place.posters', {});
  const [renewing, setRenewing] = useState<Poster | null>(null);
  const renew = useAct('place.renewCode');
  const close = () => {
    renew.reset();
    setRenewing(null);
  };
  if (!data) return <Waiting error={error} alone />;
  const shown = data.posters.filter(({ place }) => !wanted || place.id === wanted);
  return (
    <div className="posters">
      <PageHead title={t(words.title)} tab={t(words.title)} above={<a href={to('org')}>{t(words.org)}</a>}>
        <button type="button" className="btn btn-main" onClick={() => print()} disabled={shown.length === 0}>
          {t(words.print)}
        </button>
      </PageHead>
      {isLoopback(location.hostname) && <p className="hint-bar no-print">{t(words.onlyHere)}</p>}
      {data.posters.length > 1 && (
        <Choices
          label={t(words.which)}
          choices={[
            { key: '', label: t(words.all), href: withSearch({ place: undefined }), here: !wanted },
            ...data.posters.map(({ place }) => ({
              key: place.id,
              label: place.name,
              href: withSearch({ place: place.id }),
              here: wanted === place.id,
            })),
          ]}
        />
      )}
      {data.posters.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
        </Empty>
      )}
      <ul className="poster-list">
        {shown.map((poster) => (
          <li key={poster.place.id}>
            <PosterSheet poster={poster} />
            <button
              type="button"
              className="btn no-print"
              aria-label={`${t(words.renew)} ${poster.place.name}`}
              onClick={() => setRenewing(poster)}
            >
              {t(words.renew)}
            </button>
          </li>
        ))}
      </ul>
      {renewing && (
        <ActForm
          title={`${t(words.renew)} · ${renewing.place.name}`}
          send={t(words.renew)}
          say={t(words.renewSay)}
          danger
          error={renew.error}
          pending={renew.isPending}
          onSend={() => renew.mutate({ id: renewing.place.id }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </div>
  );
}

function PosterSheet({ poster: { place, code, version } }: { readonly poster: Poster }) {
  const t = useWords();
  const me = useSignedIn();
  return (
    <article className="poster">
      <p className="poster-under">{t(words.under)}</p>
      <h2>{place.name}</h2>
      <QrCode text={location.origin + hereHref(place.id, code)} label={`${t(words.scan)} ${place.name}`} />
      <p className="poster-scan">{t(words.scan)}</p>
      <p>{t(words.offline)}</p>
      <p className="poster-foot">
        {me?.unit.name} · {t({ zh: `第 ${version} 版`, en: `version ${version}` })}
      </p>
    </article>
  );
}
