/** Every version of a log, newest first: who put it down, when and why, what it changed, who signed it, where it was sent. */
import type { ReactNode } from 'react';
import type { Difference, LogVersion } from '#domain/patrol/log.model.ts';
import { useWords } from '#web/language.ts';
import { exactAt, sayAt } from './say.ts';
import './signatures.css';

const words = {
  version: (n: number) => ({ zh: `第 ${n} 版`, en: `Version ${n}` }),
  sent: { zh: '发到', en: 'sent to' },
  notSent: { zh: '未发出', en: 'not sent' },
  signed: { zh: '签名', en: 'Signed' },
  nobody: { zh: '无人签名', en: 'signed by nobody' },
  why: { zh: '更正原因', en: 'Why' },
  what: { zh: '内容', en: 'What' },
  was: { zh: '原来', en: 'Before' },
  now: { zh: '现在', en: 'After' },
};

export function LogVersions({
  versions,
  open,
}: {
  readonly versions: readonly LogVersion[];
  /** A link to the page of a version. */
  readonly open?: (version: number) => ReactNode;
}) {
  const t = useWords();
  return (
    <ol className="log-versions" reversed>
      {[...versions].reverse().map((version) => (
        <li key={version.version}>
          <p>
            <strong>{t(words.version(version.version))}</strong> {version.by?.name}{' '}
            <time dateTime={version.at} title={exactAt(version.at)}>
              {t(sayAt(version.at))}
            </time>{' '}
            {open?.(version.version)}
          </p>
          {version.reason && (
            <p>
              {t(words.why)}：{version.reason}
            </p>
          )}
          {version.differences.length > 0 && <Differences differences={version.differences} />}
          <p className="second small">
            {version.sent ? `${t(sayAt(version.sent.at))} ${t(words.sent)} ${version.sent.via}` : t(words.notSent)}
            {' · '}
            {version.signatures.length > 0
              ? `${t(words.signed)}：${version.signatures.map(({ person }) => person.name).join('、')}`
              : t(words.nobody)}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const t = useWords();
  return (
    <table className="differences">
      <thead>
        <tr>
          <th scope="col">{t(words.what)}</th>
          <th scope="col">{t(words.was)}</th>
          <th scope="col">{t(words.now)}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.zh}>
            <th scope="row">{t(difference)}</th>
            <td>
              <del>{difference.was}</del>
            </td>
            <td>
              <ins>{difference.now}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
