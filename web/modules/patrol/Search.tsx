/** Looking for logs by words and by place; both stand in the address. */
import { useState } from 'react';
import { useRead } from '#web/api/hooks.ts';
import { setSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';

const words = {
  label: { zh: '搜索日志、说明和问题', en: 'Search logs, notes and problems' },
  example: { zh: '如：盲道 单车', en: 'words, parted by a space' },
  search: { zh: '搜索', en: 'Search' },
  place: { zh: '地点', en: 'Place' },
  everywhere: { zh: '全部地点', en: 'All places' },
};

export function Search({ words: sought, placeId }: { readonly words: string; readonly placeId: string }) {
  const t = useWords();
  const [typed, setTyped] = useState(sought);
  const { data } = useRead('place.list', {});
  return (
    <search className="patrol-search no-print">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setSearch({ words: typed.trim() || undefined });
        }}
      >
        <input
          className="input"
          type="search"
          aria-label={t(words.label)}
          placeholder={t(words.example)}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" className="btn">
          <Icon name="search" size={16} />
          {t(words.search)}
        </button>
      </form>
      {data && data.places.length > 1 && (
        <select
          className="input"
          aria-label={t(words.place)}
          value={placeId}
          onChange={(event) => setSearch({ placeId: event.currentTarget.value || undefined })}
        >
          <option value="">{t(words.everywhere)}</option>
          {data.places.map((place) => (
            <option key={place.id} value={place.id}>
              {place.name}
            </option>
          ))}
        </select>
      )}
    </search>
  );
}
