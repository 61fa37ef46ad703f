import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { to } from './routes.ts';

const words = {
  title: { zh: '没有这个页面', en: 'There is no such page' },
  hint: { zh: '地址可能写错了，或者页面已经搬走。', en: 'The address may be mistyped, or the page has moved.' },
  back: { zh: '回到今日', en: 'Back to today' },
};

export function NotFound() {
  const t = useWords();
  return (
    <>
      <h1 className="visually-hidden">{t(words.title)}</h1>
      <Empty title={t(words.title)}>
        <p>{t(words.hint)}</p>
        <a className="btn btn-main" href={to('today')}>
          {t(words.back)}
        </a>
      </Empty>
    </>
  );
}
