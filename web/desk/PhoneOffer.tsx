import { useState } from 'react';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';

const STORED = 'chuangcheng.phoneOffer';

const words = {
  offer: { zh: '巡查、拍照用手机版更顺手。', en: 'Patrols and photos are easier in the phone view.' },
  open: { zh: '打开手机版', en: 'Open the phone view' },
  close: { zh: '不再提示', en: 'Do not show again' },
};

/** On a narrow touch screen the phone view is offered, never forced. */
export function PhoneOffer() {
  const t = useWords();
  const [shown, setShown] = useState(
    () => matchMedia('(max-width: 760px) and (pointer: coarse)').matches && localStorage.getItem(STORED) === null,
  );
  if (!shown) return null;
  return (
    <p className="phone-offer no-print">
      <span>
        {t(words.offer)}{' '}
        <a href="/m/" rel="external">
          {t(words.open)}
        </a>
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t(words.close)}
        onClick={() => {
          localStorage.setItem(STORED, 'seen');
          setShown(false);
        }}
      >
        <Icon name="close" size={18} />
      </button>
    </p>
  );
}
