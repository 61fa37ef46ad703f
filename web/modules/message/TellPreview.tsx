/** The words of a row, filled in with what really happened lately. */
import type { Words } from '#domain/kernel/words.ts';
import { fieldsOf, fill } from '#domain/message/fill.ts';
import type { TellName } from '#domain/message/tells.ts';
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { sayAt } from '#web/ui/say.ts';

const words = {
  title: { zh: '预览：最近一次会这样说', en: 'Preview: it would have said' },
  none: { zh: '还没有发生过这样的事，发生后可在这里预览。', en: 'This has not happened yet; once it has, its words can be seen here.' },
  to: { zh: '发给', en: 'To' },
  nobody: { zh: '没有人', en: 'nobody' },
};

interface TellPreviewProps {
  readonly name: TellName;
  readonly title: Words;
  readonly body: Words;
}

export function TellPreview({ name, title, body }: TellPreviewProps) {
  const t = useWords();
  const { data } = useRead('message.preview', { tell: name });
  if (!data) return null;
  const [latest] = data.previews;
  if (!latest) return <p className="second small preview-none">{t(words.none)}</p>;
  const unknown = [...fieldsOf(title), ...fieldsOf(body)].find((field) => !(field in latest.fields));
  const said = (template: Words) => t(fill(template, latest.fields));
  const people = latest.people.map((person) => person.name);
  return (
    <section className="preview" aria-label={t(words.title)}>
      <h3>
        {t(words.title)} <span className="second small">{t(sayAt(latest.at))}</span>
      </h3>
      {unknown ? (
        <p className="late-words">{t({ zh: `没有 {${unknown}} 这一项`, en: `There is no {${unknown}}` })}</p>
      ) : (
        <div className="message-text">
          <strong>{said(title)}</strong>
          {'\n'}
          {said(body)}
        </div>
      )}
      <p className="second small">
        {t(words.to)} {[...people, ...latest.channels].join(t({ zh: '、', en: ', ' })) || t(words.nobody)}
      </p>
    </section>
  );
}
