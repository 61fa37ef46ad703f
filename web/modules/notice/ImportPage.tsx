/** Bringing notices in: drop or choose several files, or paste the text. Each is one act; the review follows. */
import { useId, useRef, useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { Refused } from '#web/api/call.ts';
import { useAct } from '#web/api/hooks.ts';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { openPage, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { problemOf } from '#web/ui/ProblemNote.tsx';
import './notice.css';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'read' | 'failed';
  readonly title?: string;
  readonly error?: unknown;
}

const MOST_BYTES = 8 * 1024 * 1024;

const words = {
  title: { zh: '导入公文', en: 'Import a notice' },
  notices: { zh: '来文', en: 'Notices' },
  files: { zh: '上传文件', en: 'Upload files' },
  drop: { zh: '把公文拖到这里，或', en: 'Drop notices here, or' },
  choose: { zh: '选择文件', en: 'choose files' },
  kinds: {
    zh: 'Word（docx、doc、wps）、带文字的 PDF、网页或文本，可一次选几份；同一批公文之间的矛盾会一并指出',
    en: 'Word (docx, doc, wps), PDF with text, web page or text, several at once; contradictions between them are shown together',
  },
  paste: { zh: '或粘贴正文', en: 'Or paste the text' },
  pasteLabel: { zh: '公文正文', en: 'Text of the notice' },
  withTables: { zh: '已连同表格和编号一起粘贴', en: 'pasted with its tables and numbers' },
  read: { zh: '读取', en: 'Read it' },
  pasted: { zh: '粘贴的正文', en: 'pasted text' },
  progress: { zh: '进度', en: 'Progress' },
  waiting: { zh: '等待', en: 'waiting' },
  reading: { zh: '正在读取…', en: 'reading…' },
  done: { zh: '已读取', en: 'read' },
  failed: { zh: '未导入', en: 'not imported' },
  check: { zh: '去核对', en: 'Check it' },
};

export default function ImportPage() {
  const t = useWords();
  const inputId = useId();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const [html, setHtml] = useState<{ readonly of: string; readonly source: string } | null>(null);
  const bringIn = useAct('notice.import');
  const busy = useRef(false);
  const settle = (line: Line) => setLines((known) => known.map((one) => (one.id === line.id ? line : one)));

  const run = async (
    parts: readonly {
      readonly name: string;
      readonly content: () => Promise<{ text: string } | { html: string } | { file: { name: string; base64: string } }>;
    }[],
  ) => {
    if (busy.current) return;
    busy.current = true;
    const added = parts.map((part) => ({ ...part, id: newId() }));
    setLines(added.map(({ id, name }) => ({ id, name, state: 'waiting' })));
    const read: string[] = [];
    for (const { id, name, content } of added) {
      settle({ id, name, state: 'reading' });
      try {
        const answer = await bringIn.mutateAsync({ id, ...(await content()) });
        read.push(answer.id);
        settle({ id, name, state: 'read', title: answer.title });
      } catch (error) {
        settle({ id, name, state: 'failed', error });
      }
    }
    busy.current = false;
    if (read.length === added.length && read[0]) openPage('notice', { id: read[0] });
  };
  const takeFiles = (files: FileList | null) =>
    void (
      files &&
      files.length > 0 &&
      run(
        [...files].map((file) => ({ name: file.name, content: async () => ({ file: { name: file.name, base64: await base64Of(file) } }) })),
      )
    );

  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)} above={<a href={to('notices')}>{t(words.notices)}</a>} />
      <Panel title={t(words.files)}>
        <div className="panel-body">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
          <div
            className={over ? 'drop drop-over' : 'drop'}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              takeFiles(event.dataTransfer.files);
            }}
          >
            <Icon name="notice" size={36} />
            <p>
              {t(words.drop)}{' '}
              <input
                id={inputId}
                className="visually-hidden"
                type="file"
                accept=".docx,.doc,.wps,.pdf,.html,.htm,.txt"
                multiple
                onChange={(event) => takeFiles(event.currentTarget.files)}
              />
              <label className="btn pick-button" htmlFor={inputId}>
                {t(words.choose)}
              </label>
            </p>
            <p className="second small">{t(words.kinds)}</p>
          </div>
        </div>
      </Panel>
      {lines.length > 0 && (
        <Panel
          title={t(words.progress)}
          aside={`${lines.filter(({ state }) => state === 'read' || state === 'failed').length} / ${lines.length}`}
        >
          <ul className="rows" aria-live="polite">
            {lines.map((line) => (
              <ImportLine key={line.id} line={line} />
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t(words.paste)}>
        <form
          className="panel-body"
          onSubmit={(event) => {
            event.preventDefault();
            void run([{ name: t(words.pasted), content: async () => (html?.of === text ? { html: html.source } : { text }) }]);
          }}
        >
          <textarea
            className="input quote"
            rows={12}
            aria-label={t(words.pasteLabel)}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onPaste={(event) => {
              // Word and web pages bring their tables and numbers along; what is typed on top of them is plain text again.
              const source = event.clipboardData.getData('text/html');
              if (text.trim() !== '' || !/<(?:table|ol)[\s>]/i.test(source)) return;
              event.preventDefault();
              const plain = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
              setText(plain);
              setHtml({ of: plain, source });
            }}
          />
          {html?.of === text && <p className="second small">{t(words.withTables)}</p>}
          <div className="form-foot">
            <button type="submit" className="btn btn-main" disabled={!text.trim() || bringIn.isPending}>
              {t(words.read)}
            </button>
          </div>
        </form>
      </Panel>
    </>
  );
}

function ImportLine({ line }: { readonly line: Line }) {
  const t = useWords();
  const known = line.error instanceof Refused && line.error.problem.code === 'notice.imported' ? line.error.problem.details.id : null;
  const shown = line.state === 'read' ? line.id : typeof known === 'string' ? known : null;
  return (
    <li className="import-line">
      <span>{line.title ?? line.name}</span>
      <span className="second">
        {t(words[line.state === 'read' ? 'done' : line.state])} {shown && <a href={to('notice', { id: shown })}>{t(words.check)}</a>}
      </span>
      {line.state === 'failed' && <span className="late-words">{t(problemOf(line.error))}</span>}
    </li>
  );
}

/** The bytes as base64; a file beyond the limit is refused before it is read. */
function base64Of(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw new Refused(new Problem('request.tooLarge', { limit: '8 MB' }).toJSON());
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
