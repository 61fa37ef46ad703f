/** Templates: words with {fields} that the fact fills in. */
import type { Words } from '../kernel/words.ts';

export type Fields = Readonly<Record<string, string | Words>>;

export function fill(template: Words, fields: Fields): Words {
  return { zh: fillOne(template.zh, 'zh', fields), en: fillOne(template.en, 'en', fields) };
}

function fillOne(template: string, language: keyof Words, fields: Fields): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = fields[name];
    if (value === undefined) throw new Error(`the template asks for {${name}}`);
    return typeof value === 'string' ? value : value[language];
  });
}

/** The fields a template asks for. */
export const fieldsOf = (template: Words): string[] => [
  ...new Set([...`${template.zh}${template.en}`.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!)),
];
