/** The notice itself, set as a document. Every extracted fact is marked in its sentence; pressing one chooses its entry in the plan. */
import { memo, useMemo } from 'react';
import type { Mark } from '#domain/notice/notice.model.ts';
import { type Block, blocksOf } from './layout.ts';
import { segmentsOf } from './segments.ts';
import { useSelection } from './selection.ts';

interface NoticeTextProps {
  readonly text: string;
  readonly number: string | null;
  readonly marks: readonly Mark[];
}

export function NoticeText({ text, number, marks }: NoticeTextProps) {
  const { chosen, choose } = useSelection();
  const blocks = useMemo(() => blocksOf(text, number), [text, number]);
  const lit = chosen?.span ?? null;
  return (
    <article className="document quote">
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
          choose(mark.target, [mark.start, mark.end], 'text');
        }}
      >
        {words}
      </a>
    );
  });
}
