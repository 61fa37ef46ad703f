import { z } from 'zod';
import { act, Done, download, FactLine, id, line, Page, read } from '../kernel/contract.ts';
import { XLSX } from '../kernel/mime.ts';
import { Position } from '../photo/photo.model.ts';
import { DisposalSchema, IssueRow, IssueStateSchema, IssueView } from './issue.model.ts';

const note = line(500).default('');
const reason = line(500).min(1, { message: '请写明原因 / give a reason' });
const photoIds = z.array(id).max(9).default([]);

export const issueList = read('issue.list', {
  words: { zh: '问题台账', en: 'Problems' },
  input: Page.extend({
    state: IssueStateSchema.optional(),
    open: z.enum(['true', 'false']).optional().describe('true = everything not yet closed'),
    disposal: DisposalSchema.optional(),
    placeId: id.optional(),
    patrolId: id.optional(),
    mine: z.enum(['true']).optional().describe('found by me, or lying with my unit'),
  }),
  output: z.object({
    rows: z.array(IssueRow),
    next: z.string().nullable(),
    counts: z.record(z.string(), z.int()).describe('state → how many, under the same filter but the state'),
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
  output: z.object({ issue: IssueView, history: z.array(FactLine) }),
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
  problems: ['issue.wrongHandler'],
});
export const issueEscalate = act('issue.escalate', {
  words: { zh: '上报', en: 'Escalate' },
  input: z.object({ id, handlerId: id, note }),
  output: Done,
  problems: ['issue.wrongHandler'],
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
export const issueReopen = act('issue.reopen', {
  words: { zh: '重新打开', en: 'Reopen' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['issue.reasonNeeded'],
});
