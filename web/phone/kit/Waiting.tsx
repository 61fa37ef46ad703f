import { useEffect, useState } from 'react';
import { useWords } from '#web/language.ts';

const words = { loading: { zh: '正在读取', en: 'Loading' } };

/** Nothing for 300 ms, then grey bars: a quick answer never flashes. */
export function Waiting() {
  const t = useWords();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!long) return null;
  return (
    <div className="waiting" role="status" aria-label={t(words.loading)}>
      <div />
      <div />
      <div />
    </div>
  );
}
