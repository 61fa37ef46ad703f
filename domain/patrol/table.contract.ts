import { download } from '../kernel/contract.ts';
import { patrolList } from './patrol.contract.ts';

export const patrolTable = download('patrol.table', {
  words: { zh: '巡查台账（Excel）', en: 'Patrols as a workbook' },
  input: patrolList.input.omit({ after: true, limit: true }),
});
