import {
  issueAccept,
  issueAskExtension,
  issueAskReopen,
  issueAssign,
  issueClose,
  issueCoordinate,
  issueDecline,
  issueDismiss,
  issueEscalate,
  issueFix,
  issueGet,
  issueGrantExtension,
  issueJoin,
  issueList,
  issueRefuseExtension,
  issueRefuseReopen,
  issueReject,
  issueReopen,
  issueReport,
  issueResume,
  issueSeparate,
  issueSolve,
  issueSplit,
  issueSuspend,
  issueVerify,
} from '#domain/issue/issue.contract.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { listPartners } from '../org/org.store.ts';
import { handlerOf, perform, report } from './issue.acts.ts';
import { countIssues, listIssues } from './issue.list.ts';
import { findIssue } from './issue.store.ts';
import { requireOther, split } from './issue.ties.ts';
import { viewIssue } from './issue.view.ts';

export function issueRoutes(endpoint: Endpoints): void {
  endpoint.read(issueList, async ({ input, actor, db, now }) => ({
    ...(await listIssues(db, actor, input, now)),
    ...(await countIssues(db, actor, input, now)),
  }));

  endpoint.read(issueGet, async ({ input, actor, db, now }) => {
    const issue = await findIssue(db, input.id, actor);
    if (!issue) throw new Problem('record.notFound');
    return {
      issue: await viewIssue(db, issue, actor, now),
      history: await listHistory(db, issue.id),
      handlers: await listPartners(db, issue.unitId),
    };
  });

  endpoint.act(issueReport, report);
  endpoint.act(issueSolve, (call) => perform(call, 'solve'));
  endpoint.act(issueCoordinate, (call) => perform(call, 'coordinate', handlerOf('department', 'community')));
  endpoint.act(issueEscalate, (call) => perform(call, 'escalate', handlerOf('community', 'campaignOffice')));
  endpoint.act(issueAccept, (call) => perform(call, 'accept'));
  endpoint.act(issueDecline, (call) => perform(call, 'decline'));
  endpoint.act(issueAssign, (call) => perform(call, 'assign', handlerOf('department', 'community')));
  endpoint.act(issueFix, (call) => perform(call, 'fix'));
  endpoint.act(issueVerify, (call) => perform(call, 'verify'));
  endpoint.act(issueReject, (call) => perform(call, 'reject'));
  endpoint.act(issueClose, (call) => perform(call, 'close'));

  endpoint.act(issueSuspend, (call) => perform(call, 'suspend'));
  endpoint.act(issueResume, (call) => perform(call, 'resume'));
  endpoint.act(issueAskExtension, (call) => perform(call, 'askExtension'));
  endpoint.act(issueGrantExtension, (call) => perform(call, 'grantExtension'));
  endpoint.act(issueRefuseExtension, (call) => perform(call, 'refuseExtension'));

  endpoint.act(issueJoin, async (call) => {
    await requireOther(call);
    return perform(call, 'join');
  });
  endpoint.act(issueSeparate, (call) => perform(call, 'separate'));
  endpoint.act(issueDismiss, (call) => perform(call, 'dismiss'));
  endpoint.act(issueSplit, split);
  endpoint.act(issueAskReopen, (call) => perform(call, 'askReopen'));
  endpoint.act(issueReopen, (call) => perform(call, 'reopen'));
  endpoint.act(issueRefuseReopen, (call) => perform(call, 'refuseReopen'));
}
