/** Forms as Word files, and the templates a unit puts in their place. */
import { z } from 'zod';
import { act, download, id, line, read } from '../kernel/contract.ts';
import { DOCX } from '../kernel/mime.ts';
import { type FormKind, formKinds } from './forms.ts';

export const FormKindSchema = z.enum(formKinds as [FormKind, ...FormKind[]]);
export const MAX_TEMPLATE_BYTES = 2 * 1024 * 1024;

export const FormRow = z.object({
  form: FormKindSchema,
  own: z
    .object({ fileName: z.string(), at: z.string(), byName: z.string() })
    .nullable()
    .describe("the unit's own template; null: the form of the house"),
});
export type FormRow = z.infer<typeof FormRow>;

export const TemplateFault = z.object({
  zh: z.string(),
  en: z.string(),
  placeholder: z.string(),
  paragraph: z.string().describe('the words of the paragraph it stands in, shortened'),
});
export type TemplateFault = z.infer<typeof TemplateFault>;

const file = z
  .base64()
  .max(Math.ceil((MAX_TEMPLATE_BYTES * 4) / 3) + 4)
  .describe('a .docx in base64');

export const formList = read('form.list', {
  words: { zh: '表格和模板', en: 'Forms and templates' },
  input: z.object({}),
  output: z.object({
    rows: z.array(FormRow),
    mayReplace: z.boolean(),
    people: z.array(z.object({ id: z.string(), name: z.string() })).describe('whom a travel form can be made out for'),
  }),
});

export const formCheck = act('form.check', {
  words: { zh: '检查模板', en: 'Check a template' },
  input: z.object({ form: FormKindSchema, file }),
  output: z.object({ faults: z.array(TemplateFault) }),
  problems: ['template.wrongFile', 'template.damaged', 'template.tooLarge', 'template.unsafe'],
});

export const formReplace = act('form.replace', {
  words: { zh: '换用本单位模板', en: 'Use a template of our own' },
  input: z.object({ id, form: FormKindSchema, fileName: line(100).min(1), file }),
  output: z.object({ id: z.string() }),
  problems: ['template.wrongFile', 'template.damaged', 'template.tooLarge', 'template.unsafe', 'template.broken', 'record.exists'],
});

export const formRestore = act('form.restore', {
  words: { zh: '恢复默认模板', en: 'Back to the form of the house' },
  input: z.object({ form: FormKindSchema }),
  output: z.object({ form: FormKindSchema }),
});

export const formTemplate = download('form.template', {
  words: { zh: '模板文件', en: 'The template as a Word file' },
  mime: DOCX,
  input: z.object({
    form: FormKindSchema,
    house: z.enum(['true']).optional().describe('the form of the house, also where there is an own one'),
  }),
});

export const formPaper = download('form.paper', {
  words: { zh: '填好的表格', en: 'The form, filled in' },
  mime: DOCX,
  input: z.object({
    form: FormKindSchema,
    of: z
      .string()
      .max(40)
      .optional()
      .describe('what it is filled from: a month (2026-05) for a roster, else the id of the patrol, problem, task or person'),
  }),
  problems: ['record.notFound', 'template.tooMuch'],
});
