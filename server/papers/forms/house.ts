/** The form of the house for each kind: itself a template, filled like one that a unit brings. */
import type { FormKind } from '#domain/form/forms.ts';
import { dutyTableForm, patrolLogForm, rectificationForm, rosterForm, supervisionForm } from './records.ts';
import { approvalFilingForm, guaranteeForm, pledgeForm, tripLogForm } from './travel.ts';

export const houseForms: Readonly<Record<FormKind, () => Buffer>> = {
  roster: rosterForm,
  patrolLog: patrolLogForm,
  dutyTable: dutyTableForm,
  approvalFiling: approvalFilingForm,
  pledge: pledgeForm,
  guarantee: guaranteeForm,
  tripLog: tripLogForm,
  rectification: rectificationForm,
  supervision: supervisionForm,
};
