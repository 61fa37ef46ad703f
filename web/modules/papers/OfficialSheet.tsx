/** A document after GB/T 9704-2012 in the browser: for the preview and for print. The Word file is the measure. */
import { bodyLines } from '#domain/dispatch/body.ts';
import type { DispatchView } from '#domain/dispatch/dispatch.model.ts';
import { writtenDay } from '#domain/kernel/day.ts';

export function OfficialSheet({ dispatch, shown }: { readonly dispatch: DispatchView; readonly shown: boolean }) {
  const { kind, issuer, number, signatory, title, recipients, annexes, copies, day } = dispatch;
  const masthead = kind === 'letter' ? issuer : kind === 'minutes' ? `${issuer}会议纪要` : `${issuer}文件`;
  const date = day ? writtenDay(day) : '';
  return (
    <article className={`paper-sheet paper-${kind}${shown ? '' : ' print-only'}`} lang="zh-CN" aria-hidden={!shown}>
      <p className="paper-masthead">{masthead}</p>
      <p className={kind === 'report' ? 'paper-number paper-upward' : 'paper-number'}>
        <span>{number}</span>
        {kind === 'report' && <span>签发人：{signatory}</span>}
      </p>
      <p className="paper-title">{title}</p>
      {kind !== 'minutes' && recipients && <p className="paper-flush">{recipients}：</p>}
      <Body text={dispatch.body} />
      {dispatch.attendance && (
        <div className="paper-attendance">
          {dispatch.attendance.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {annexes.length > 0 && (
        <div className="paper-annex-note">
          {annexes.map((annex, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: annexes have no name of their own but their place
            <p key={at}>
              {at === 0 ? '附件：' : '　　　'}
              {annexes.length > 1 && `${at + 1}.`}
              {annex.title}
            </p>
          ))}
        </div>
      )}
      {kind !== 'minutes' && (
        <div className="paper-signed">
          <p>{issuer}</p>
          <p>{date}</p>
        </div>
      )}
      {annexes.map((annex, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: annexes have no name of their own but their place
        <section key={at} className="paper-annex">
          <p className="paper-flush paper-head">附件{annexes.length > 1 && at + 1}</p>
          <p className="paper-title">{annex.title}</p>
          <Body text={annex.text} />
        </section>
      ))}
      {(copies || kind !== 'letter') && (
        <div className="paper-imprint">
          {copies && <p>抄送：{copies.replace(/。$/, '')}。</p>}
          {kind !== 'letter' && (
            <p>
              <span>{issuer}</span>
              <span>{date && `${date}印发`}</span>
            </p>
          )}
        </div>
      )}
    </article>
  );
}

function Body({ text }: { readonly text: string }) {
  return bodyLines(text).map(({ level, head, rest }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
    <p key={at}>
      {head && <span className={level === 1 ? 'paper-head' : 'paper-subhead'}>{head}</span>}
      {rest}
    </p>
  ));
}
