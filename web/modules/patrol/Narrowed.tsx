/** Filters that came with a link: said in words, taken away in one tap. */
import { verdicts } from '#domain/patrol/patrol.states.ts';
import type { Reads } from '#web/api/call.ts';
import { withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';

const words = {
  item: { zh: '检查项', en: 'Item' },
  clear: { zh: '看全部', en: 'Show all' },
};

export function Narrowed({ filter }: { readonly filter: Reads['patrol.list']['input'] }) {
  const t = useWords();
  const { item, verdict, from, until, words: sought } = filter;
  if (!item && !verdict && !from && !until && !sought) return null;
  const said = [
    sought && `“${sought}”`,
    item && `${t(words.item)} ${item.split('.')[1]}`,
    verdict && t(verdicts[verdict]),
    (from || until) && `${from ?? ''} — ${until ?? ''}`,
  ].filter(Boolean);
  const none = { item: undefined, verdict: undefined, from: undefined, until: undefined, words: undefined, placeId: undefined };
  return (
    <p className="narrowed">
      {said.join(' · ')} <a href={withSearch(none)}>{t(words.clear)}</a>
    </p>
  );
}
