/** The sentences as they stand: drafted by the figures, or as the clerk left them. A clerk's words are never overwritten; they are marked. */
import type { Summary, SummarySentence } from './summary.model.ts';
import { type SentenceKey, sentenceKeys } from './summary.states.ts';

export function sentencesOf({ drafted, edits }: Pick<Summary, 'drafted' | 'edits'>): SummarySentence[] {
  return (Object.keys(sentenceKeys) as SentenceKey[]).flatMap((key) => {
    const [draft, edit] = [drafted[key] ?? '', edits[key]];
    if (draft === '' && !edit) return [];
    return [
      {
        key,
        part: sentenceKeys[key],
        text: edit ? edit.text : draft,
        drafted: draft,
        edited: edit !== undefined,
        changed: edit !== undefined && edit.basis !== draft,
      },
    ];
  });
}

export const changedOf = (summary: Pick<Summary, 'drafted' | 'edits'>): number =>
  sentencesOf(summary).filter((sentence) => sentence.changed).length;

/** In the parts between which a line may break: whose, of when, what. */
export const titleParts = ({ name, kind }: Pick<Summary, 'name' | 'kind'>, unitName: string): readonly [string, string, string] => [
  unitName,
  name,
  `文明城市创建${kind === 'week' ? '巡查周报' : '巡查工作总结'}`,
];

export const titleOf = (summary: Pick<Summary, 'name' | 'kind'>, unitName: string): string => titleParts(summary, unitName).join('');
