/** My duties ahead on the phone; readable without signal, answered with one. */
import { useWords } from '#web/language.ts';
import { CalendarLink } from '#web/modules/swap/CalendarLink.tsx';
import { OwnDuties } from '#web/modules/swap/OwnDuties.tsx';

const words = { title: { zh: '我的班次', en: 'My duties' } };

export function Duties() {
  const t = useWords();
  return (
    <>
      <h1 className="visually-hidden">{t(words.title)}</h1>
      <OwnDuties empty />
      <CalendarLink />
    </>
  );
}
