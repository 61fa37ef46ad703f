/** A unit's own words for a row, in both languages; what they may ask for stands beside them. */
import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';

const words = {
  titleZh: { zh: '标题（中文）', en: 'Title (Chinese)' },
  titleEn: { zh: '标题（英文）', en: 'Title (English)' },
  bodyZh: { zh: '正文（中文）', en: 'Text (Chinese)' },
  bodyEn: { zh: '正文（英文）', en: 'Text (English)' },
  fields: { zh: '可以引用', en: 'It may name' },
};

interface WordingFieldsProps {
  readonly fields: readonly string[];
  readonly title: Words;
  readonly body: Words;
  readonly onChange: (changes: { readonly title?: Words; readonly body?: Words }) => void;
}

export function WordingFields({ fields, title, body, onChange }: WordingFieldsProps) {
  const t = useWords();
  return (
    <div className="wording">
      <p className="second small">
        {t(words.fields)} <code>{fields.map((field) => `{${field}}`).join(' ')}</code>
      </p>
      {(['zh', 'en'] as const).map((language) => (
        <label key={`title ${language}`} className="field">
          <span>{t(language === 'zh' ? words.titleZh : words.titleEn)}</span>
          <input
            className="input"
            required
            maxLength={80}
            value={title[language]}
            onChange={(event) => onChange({ title: { ...title, [language]: event.currentTarget.value } })}
          />
        </label>
      ))}
      {(['zh', 'en'] as const).map((language) => (
        <label key={`body ${language}`} className="field">
          <span>{t(language === 'zh' ? words.bodyZh : words.bodyEn)}</span>
          <textarea
            className="input"
            rows={3}
            required
            maxLength={600}
            value={body[language]}
            onChange={(event) => onChange({ body: { ...body, [language]: event.currentTarget.value } })}
          />
        </label>
      ))}
    </div>
  );
}
