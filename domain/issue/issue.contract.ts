import { z } from 'zod';
import { act, Done, day, download, FactLine, id, line, Page, Ref, read } from '../kernel/contract.ts';
import { XLSX } from '../kernel/mime.ts';
import { UnitKindSchema } from '../org/org.model.ts';
import { Position } from '../photo/photo.model.ts';
import { DisposalSchema, IssueRow, IssueStageSchema, IssueStateSchema, IssueView } from './issue.model.ts';

const note = line(500).default('');
const reason = line(500).min(1, { message: '请写明原因 / give a reason' });
const photoIds = z.array(id).max(9).default([]);

export const issueList = read('issue.list', {
  words: { zh: '问题台账', en: 'Problems' },
  input: Page.extend({
    state: IssueStateSchema.optional(),
    stage: IssueStageSchema.optional(),
    late: z.enum(['true']).optional().describe('a limit has been missed'),
    search: line(60).optional().describe('words of the problem, its spot or its place, or its number'),
    open: z.enum(['true', 'false']).optional().describe('true = everything that has not ended'),
    disposal: DisposalSchema.optional(),
    placeId: id.optional(),
    patrolId: id.optional(),
    mine: z.enum(['true']).optional().describe('found by me, or lying with my unit'),
  }),
  output: z.object({
    rows: z.array(IssueRow),
    next: z.string().nullable(),
    counts: z.record(z.string(), z.int()).describe('state → how many, under the same filter but the state'),
    late: z.int().describe('how many of them have missed a limit'),
  }),
});

export const issueTable = download('issue.table', {
  words: { zh: '问题台账（Excel）', en: 'Problems as a workbook' },
  mime: XLSX,
  input: issueList.input.omit({ after: true, limit: true }),
});

export const issueGet = read('issue.get', {
  words: { zh: '问题详情', en: 'One problem' },
  input: z.object({ id }),
  output: z.object({
    issue: IssueView,
    history: z.array(FactLine),
    handlers: z.array(Ref.extend({ kind: UnitKindSchema })).describe('partners of the unit it was found by: who may take it over'),
  }),
});

export const issueReport = act('issue.report', {
  words: { zh: '记录问题', en: 'Report a problem' },
  input: z.object({
    id,
    text: line(500).min(1, { message: '请写明发现了什么 / say what was found' }),
    spot: line(100).default(''),
    placeId: id.nullable().default(null),
    patrolId: id.nullable().default(null),
    itemNo: z.int().min(1).max(1000).nullable().default(null),
    position: Position.nullable().default(null),
    photoIds,
  }),
  output: Done.extend({ no: z.int() }),
  problems: ['record.exists', 'issue.unknownPlace', 'issue.photoUsed'],
});

export const issueSolve = act('issue.solve', {
  words: { zh: '当场解决', en: 'Solve on the spot' },
  input: z.object({ id, note, photoIds }),
  output: Done,
  problems: ['issue.photoNeeded', 'issue.photoUsed'],
});
export const issueCoordinate = act('issue.coordinate', {
  words: { zh: '协调部门', en: 'Coordinate' },
  input: z.object({ id, handlerId: id, note }),
  output: Done,
  problems: ['issue.wrongHandler', 'issue.declinedBefore'],
});
export const issueEscalate = act('issue.escalate', {
  words: { zh: '上报', en: 'Escalate' },
  input: z.object({ id, handlerId: id, note }),
  output: Done,
  problems: ['issue.wrongHandler', 'issue.declinedBefore'],
});
export const issueFix = act('issue.fix', {
  words: { zh: '整改完成', en: 'Report the fix' },
  input: z.object({ id, note, photoIds }),
  output: Done,
  problems: ['issue.photoNeeded', 'issue.photoUsed'],
});
export const issueVerify = act('issue.verify', {
  words: { zh: '核查通过', en: 'Verify' },
  input: z.object({ id, note }),
  output: Done,
  problems: ['issue.sameFixer'],
});
export const issueReject = act('issue.reject', {
  words: { zh: '退回整改', en: 'Send back' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.sameFixer', 'issue.reasonNeeded'],
});
export const issueClose = act('issue.close', { words: { zh: '销号', en: 'Close' }, input: z.object({ id, note }), output: Done });
export const issueAccept = act('issue.accept', { words: { zh: '受理', en: 'Accept' }, input: z.object({ id, note }), output: Done });
export const issueDecline = act('issue.decline', {
  words: { zh: '不属本单位，退回', en: 'Not ours: decline' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.assigned', 'issue.reasonNeeded'],
});
export const issueAssign = act('issue.assign', {
  words: { zh: '指定承办', en: 'Assign a handler' },
  input: z.object({ id, handlerId: id, note }),
  output: Done,
  problems: ['issue.notEscalated', 'issue.wrongHandler'],
});
export const issueSuspend = act('issue.suspend', {
  words: { zh: '挂账', en: 'Suspend' },
  input: z.object({ id, reason, until: day }),
  output: Done,
  problems: ['issue.suspendedBefore', 'issue.suspensionDay', 'issue.reasonNeeded'],
});
export const issueResume = act('issue.resume', {
  words: { zh: '恢复办理', en: 'Resume' },
  input: z.object({ id, note }),
  output: Done,
});
export const issueAskExtension = act('issue.askExtension', {
  words: { zh: '申请延期', en: 'Ask for more time' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.extensionPending', 'issue.extendedBefore', 'issue.extensionTooLate', 'issue.reasonNeeded'],
});
export const issueGrantExtension = act('issue.grantExtension', {
  words: { zh: '同意延期', en: 'Grant more time' },
  input: z.object({ id, note }),
  output: Done,
  problems: ['issue.nothingAsked', 'issue.sameAsker'],
});
export const issueRefuseExtension = act('issue.refuseExtension', {
  words: { zh: '不同意延期', en: 'Refuse more time' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.nothingAsked', 'issue.sameAsker', 'issue.reasonNeeded'],
});
export const issueJoin = act('issue.join', {
  words: { zh: '并入同一问题', en: 'Join to another' },
  input: z.object({ id, otherId: id, note }),
  output: Done,
  problems: ['issue.wrongOther'],
});
export const issueSeparate = act('issue.separate', {
  words: { zh: '取消并案', en: 'Separate again' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.reasonNeeded'],
});
export const issueDismiss = act('issue.dismiss', {
  words: { zh: '不予立案', en: 'Dismiss' },
  input: z.object({ id, reason, goTo: line(200).min(1, { message: '请写明应由谁受理、到哪里反映 / say where to go instead' }) }),
  output: Done,
  problems: ['issue.goToNeeded', 'issue.reasonNeeded'],
});
export const issueSplit = act('issue.split', {
  words: { zh: '拆分', en: 'Split into parts' },
  input: z.object({
    id,
    parts: z
      .array(z.object({ id, text: line(500).min(1) }))
      .min(2, { message: '请写2至10个部分 / give 2 to 10 parts' })
      .max(10, { message: '请写2至10个部分 / give 2 to 10 parts' }),
  }),
  output: Done,
  problems: ['issue.partOfPart', 'record.exists'],
});
export const issueAskReopen = act('issue.askReopen', {
  words: { zh: '申请重开', en: 'Ask to reopen' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.reasonNeeded'],
});
export const issueReopen = act('issue.reopen', {
  words: { zh: '同意重开', en: 'Reopen' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.sameAsker', 'issue.reasonNeeded'],
});
export const issueRefuseReopen = act('issue.refuseReopen', {
  words: { zh: '不同意重开', en: 'Leave it closed' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.sameAsker', 'issue.reasonNeeded'],
});
