import type { Words } from '#domain/kernel/words.ts';
import { Refused, Unreachable } from '#web/api/call.ts';
import { useWords } from '#web/language.ts';
import { versionsOf } from './versions.ts';

const unreachable: Words = {
  zh: '连不上服务器，请检查网络后重试。',
  en: 'The server cannot be reached; check the connection and try again.',
};

/** The sentence for anything that went wrong. */
export function problemOf(error: unknown): Words {
  if (error instanceof Refused) return error.problem;
  if (error instanceof Unreachable) return unreachable;
  return { zh: '页面出错，请刷新。', en: 'The page failed; please reload.' };
}

const words = {
  theirs: { zh: '现在的内容', en: 'As it stands now' },
  yours: { zh: '您要提交的', en: 'Yours' },
};

export function ProblemNote({ error }: { readonly error: unknown }) {
  const t = useWords();
  if (!error) return null;
  const versions = error instanceof Refused ? versionsOf(error.problem) : null;
  return (
    <div className="problem-note" role="alert">
      {t(problemOf(error))}
      {versions && (
        <dl className="versions">
          <dt>{t(words.theirs)}</dt>
          <dd>{versions.theirs}</dd>
          <dt>{t(words.yours)}</dt>
          <dd>{versions.yours}</dd>
        </dl>
      )}
    </div>
  );
}
