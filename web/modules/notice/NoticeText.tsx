/** The notice itself, set as a document. Every extracted fact is marked in its sentence; pressing one chooses its entry in the plan. */
import { memo, useMemo, useRef } from 'react';
import type { DocumentTable } from '#domain/notice/document.ts';
import type { Mark, NoticeView } from '#domain/notice/notice.model.ts';
import { AddFromText } from './AddFromText.tsx';
import { type Block, blocksOf } from './layout.ts';
import { segmentsOf } from './segments.ts';
import { useSelection } from './selection.ts';

export function NoticeText({ notice, mayAdd }: { readonly notice: NoticeView; readonly mayAdd: boolean }) {
  const { text, number, marks, tables } = notice;
  const { chosen, choose } = useSelection();
  const root = useRef<HTMLElement>(null);
  const blocks = useMemo(() => blocksOf(text, number, tables), [text, number, tables]);
  const lit = chosen?.span ?? null;
  return (
    <article className="document quote" ref={root}>
      {blocks.map((block) => (
        <BlockView
          key={block.start}
          block={block}
          text={text}
          marks={marks}
          lit={lit && lit[0] < block.end && lit[1] > block.start ? lit : null}
          choose={choose}
        />
      ))}
      {mayAdd && <AddFromText notice={notice} root={root} />}
    </article>
  );
}

type Choose = ReturnType<typeof useSelection>['choose'];
interface PieceProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly lit: readonly [number, number] | null;
  readonly choose: Choose;
}

const BlockView = memo(function BlockView({ block, ...piece }: PieceProps & { readonly block: Block }) {
  if (block.kind === 'table') return <TableView table={block.table} {...piece} />;
  if (block.kind !== 'row') {
    return (
      <p className={`doc-${block.kind}`}>
        <Pieces {...piece} start={block.start} end={block.end} />
      </p>
    );
  }
  return (
    <dl className="doc-row">
      {block.cells.map((cell) => (
        <div key={cell.label || cell.start}>
          <dt>{cell.label}</dt>
          <dd>
            <Pieces {...piece} start={cell.start} end={cell.end} />
          </dd>
        </div>
      ))}
    </dl>
  );
});

/** As it stands in the file, merged cells and all; wide ones scroll by themselves. */
function TableView({ table, ...piece }: PieceProps & { readonly table: DocumentTable }) {
  const rows = Map.groupBy(table.cells, (cell) => cell.row);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="doc-table" tabIndex={0}>
      <table>
        <tbody>
          {[...rows].map(([row, cells]) => (
            <tr key={row}>
              {cells.map((cell) => (
                <td key={cell.column} rowSpan={cell.rows} colSpan={cell.columns}>
                  <Pieces {...piece} start={cell.span[0]} end={cell.span[1]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pieces({ text, marks, lit, choose, start, end }: PieceProps & { readonly start: number; readonly end: number }) {
  const segments = useMemo(() => segmentsOf(marks, start, end, lit), [marks, start, end, lit]);
  if (end <= start) return '　';
  return segments.map((segment) => {
    const words = text.slice(segment.start, segment.end);
    const { mark } = segment;
    if (!mark) {
      return (
        <span key={segment.start} data-start={segment.start} className={segment.lit ? 'lit' : undefined}>
          {words}
        </span>
      );
    }
    return (
      <a
        key={segment.start}
        data-start={segment.start}
        className={`mark mark-${mark.kind}${segment.lit ? ' lit' : ''}`}
        href={`#${mark.start}`}
        tabIndex={segment.first ? 0 : -1}
        onClick={(event) => {
          event.preventDefault();
          // Words being selected are no press.
          if (getSelection()?.isCollapsed !== false) choose(mark.target, [mark.start, mark.end], 'text');
        }}
      >
        {words}
      </a>
    );
  });
}
