/** Leave from the office's own table: looked at first, then the rows that can be are recorded. */
import { useState } from 'react';
import { absenceKinds } from '#domain/absence/absence.states.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useAct } from '#web/api/hooks.ts';
import { Download } from '#web/desk/kit/Download.tsx';
import { useWords } from '#web/language.ts';
import { base64 } from '#web/ui/base64.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sayDay } from '#web/ui/say.ts';

const words = {
  title: { zh: '从表格导入', en: 'Import a table' },
  say: {
    zh: '选择 Excel（xlsx）或 CSV 表格，表头写明姓名、事由、开始、结束、说明；列的顺序和表名不限。',
    en: 'Choose an Excel (xlsx) or CSV table whose head names person, reason, first day, last day, note; in any order.',
  },
  template: { zh: '下载空表', en: 'Download an empty table' },
  drop: { zh: '把表格拖到这里，或', en: 'Drop the table here, or' },
  file: { zh: '选择表格文件', en: 'choose a table' },
  row: { zh: '行', en: 'Row' },
  who: { zh: '姓名', en: 'Who' },
  what: { zh: '内容', en: 'What' },
  none: { zh: '表格里没有可以登记的行。', en: 'No row of the table can be recorded.' },
  cancel: { zh: '取消', en: 'Cancel' },
} satisfies Record<string, Words>;

export function ImportAbsences({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const preview = useAct('absence.previewImport');
  const record = useAct('absence.import');
  const [file, setFile] = useState('');
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const rows = preview.data?.rows ?? [];
  const good = rows.filter((row) => row.why === null).length;
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const bytes = base64(new Uint8Array(await chosen.arrayBuffer()));
    setFile(bytes);
    setName(chosen.name);
    record.reset();
    preview.mutate({ file: bytes });
  };
  return (
    <Sheet title={t(words.title)} onClose={onClose}>
      <p className="second">{t(words.say)}</p>
      <p>
        <Download of="absence.template" input={{}} className="btn btn-small">
          {t(words.template)}
        </Download>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div
        className={over ? 'import-file import-over' : 'import-file'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void choose(event.dataTransfer.files[0]);
        }}
      >
        <span>{t(words.drop)}</span>
        <label className="btn">
          {t(words.file)}
          <input
            className="visually-hidden"
            type="file"
            accept=".xlsx,.csv,.txt"
            onChange={(event) => {
              const input = event.currentTarget;
              // Emptied, so that the same file, mended meanwhile, can be chosen again.
              void choose(input.files?.[0]).finally(() => {
                input.value = '';
              });
            }}
          />
        </label>
        {name !== '' && <span className="import-name">{name}</span>}
      </div>
      <ProblemNote error={preview.error ?? record.error} />
      {preview.data && good === 0 && <p className="late-words">{t(words.none)}</p>}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls, and the keyboard must reach it
        <div className="import-rows" tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t(words.row)}</th>
                <th scope="col">{t(words.who)}</th>
                <th scope="col">{t(words.what)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.row} className={row.why ? 'import-refused' : undefined}>
                  <td>{row.row}</td>
                  <td>{row.name}</td>
                  <td>
                    {row.why ? (
                      <span className="late-words">{t(row.why)}</span>
                    ) : (
                      <>
                        {row.kind && t(absenceKinds[row.kind])} {t(sayDay(row.from!))}
                        {row.to !== row.from && ` — ${t(sayDay(row.to!))}`} <span className="second">{row.note}</span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="form-foot">
        <button type="button" className="btn" onClick={onClose}>
          {t(words.cancel)}
        </button>
        <button
          type="button"
          className="btn btn-main"
          disabled={good === 0 || record.isPending}
          onClick={() => record.mutate({ file }, { onSuccess: onClose })}
        >
          {t({ zh: `导入 ${good} 条`, en: `Import ${good}` })}
        </button>
      </div>
    </Sheet>
  );
}
