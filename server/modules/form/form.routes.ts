import { buffer } from 'node:stream/consumers';
import { formCheck, formList, formPaper, formReplace, formRestore, formTemplate } from '#domain/form/form.contract.ts';
import { type FormKind, formKinds, termsOf } from '#domain/form/forms.ts';
import { holdsPost } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import type { FileStore } from '#server/platform/files.ts';
import { requirePost } from '#server/platform/rights.ts';
import { houseForms } from '../../papers/forms/house.ts';
import { readTemplate } from '../../papers/read/paper.ts';
import { checkTemplate, fillTemplate } from '../../papers/word/template.ts';
import { listPeople } from '../org/org.store.ts';
import { endTemplate, insertTemplate, listTemplates } from './form.store.ts';
import { valuesOf } from './values.ts';

export function formRoutes(endpoint: Endpoints, files: FileStore): void {
  endpoint.read(formList, async ({ actor, db }) => {
    const own = new Map((await listTemplates(db, actor.unitId)).map((template) => [template.form, template]));
    return {
      rows: formKinds.map((form) => {
        const template = own.get(form);
        return { form, own: template ? { fileName: template.fileName, at: template.at, byName: template.byName } : null };
      }),
      mayReplace: holdsPost(actor, actor.unitId, 'campaignClerk'),
      people: (await listPeople(db, [actor.unitId])).map(({ id, name }) => ({ id, name })),
    };
  });

  endpoint.act(formCheck, async ({ input, actor }) => {
    requirePost(actor, formCheck.words, 'campaignClerk');
    return { faults: checkTemplate(await readTemplate(Buffer.from(input.file, 'base64')), termsOf(input.form)) };
  });

  endpoint.act(formReplace, async ({ input, actor, tx, now, tell }) => {
    requirePost(actor, formReplace.words, 'campaignClerk');
    const clean = await readTemplate(Buffer.from(input.file, 'base64'));
    const faults = checkTemplate(clean, termsOf(input.form));
    const [first] = faults;
    if (first)
      throw new Problem('template.broken', {
        count: faults.length,
        zh: `${first.placeholder} ${first.zh}（在“${first.paragraph}”一段）。`,
        en: `${first.placeholder} ${first.en} (in the paragraph "${first.paragraph}").`,
        faults,
      });
    const { id, form, fileName } = input;
    await insertTemplate(tx, { id, form, fileName, sha256: await files.put(clean), at: now }, actor);
    await tell({ name: 'form.replaced', subject: { kind: 'form', id }, data: { form, fileName } });
    return { id };
  });

  endpoint.act(formRestore, async ({ input, actor, tx, now, tell }) => {
    requirePost(actor, formRestore.words, 'campaignClerk');
    const ended = await endTemplate(tx, input.form, actor.unitId, now);
    if (ended) await tell({ name: 'form.restored', subject: { kind: 'form', id: ended }, data: { form: input.form } });
    return { form: input.form };
  });

  endpoint.download(formTemplate, async ({ input, actor, db }) => ({
    fileName: `${termsOf(input.form).words.zh}（模板）.docx`,
    body: input.house === 'true' ? houseForms[input.form]() : await templateFor(db, files, actor.unitId, input.form),
  }));

  endpoint.download(formPaper, async ({ input, actor, db, now }) => {
    const filled = await valuesOf({ db, files, actor, now }, input.form, input.of);
    return {
      fileName: `${termsOf(input.form).words.zh} ${filled.name}.docx`.replace(/[\\/:*?"<>|\n]/g, ' '),
      body: fillTemplate(await templateFor(db, files, actor.unitId, input.form), filled),
    };
  });
}

async function templateFor(db: Db, files: FileStore, unitId: string, form: FormKind): Promise<Buffer> {
  const own = (await listTemplates(db, unitId)).find((template) => template.form === form);
  return own ? buffer(files.read(own.sha256)) : houseForms[form]();
}
