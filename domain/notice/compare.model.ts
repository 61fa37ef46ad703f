/** What adopting a notice would change of what is in force: the new, the changed, the gone, and what only repeats another notice. */
import { z } from 'zod';

/** One field that differs; values as they would be shown. */
export const FieldChange = z.object({ field: z.string(), was: z.json(), now: z.json() });
export type FieldChange = z.infer<typeof FieldChange>;

/**
 * How one duty of the draft stands to the duties in force.
 * `new`: nothing like it is in force. `same`, `changed`: the amended notice ordered it. `repeats`: a notice beside this one orders it
 * already, and adopting joins it to that duty instead of doubling it (its new due days are added).
 */
export const DutyChange = z.object({
  key: z.string().describe('of the duty in the draft'),
  kind: z.enum(['new', 'same', 'changed', 'repeats']),
  duty: z
    .object({
      id: z.string(),
      noticeId: z.string(),
      noticeNumber: z.string().nullable(),
      listTitle: z.string(),
      number: z.string(),
      title: z.string(),
    })
    .nullable()
    .describe('the one in force'),
  likeness: z.number().min(0).max(1).nullable(),
  fields: z.array(FieldChange),
});
export type DutyChange = z.infer<typeof DutyChange>;

/** A duty in force that the amending notice no longer orders. `hasWork`: something was reported under it; it ends, and what was done stays. */
export const GoneDuty = z.object({
  id: z.string(),
  listTitle: z.string(),
  number: z.string(),
  title: z.string(),
  openTasks: z.int(),
  hasWork: z.boolean(),
});
export type GoneDuty = z.infer<typeof GoneDuty>;

/** A place, a patrol rule, a stage or a member that is new, differs or is gone. */
export const EntryChange = z.object({
  target: z.string().describe("'place:KEY', 'patrolRule:KEY', 'stage:KEY', 'member:KEY'; of what is gone the name alone"),
  kind: z.enum(['new', 'changed', 'gone']),
  name: z.string(),
  fields: z.array(FieldChange),
});
export type EntryChange = z.infer<typeof EntryChange>;

export const NoticeChanges = z.object({ duties: z.array(DutyChange), gone: z.array(GoneDuty), others: z.array(EntryChange) });
export type NoticeChanges = z.infer<typeof NoticeChanges>;
