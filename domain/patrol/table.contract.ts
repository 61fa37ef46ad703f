import { download } from '../kernel/contract.ts';
import { XLSX } from '../kernel/mime.ts';
import { patrolList } from './patrol.contract.ts';

export const patrolTable = download('patrol.table', {
  words: { zh: '巡查台账（Excel）', en: 'Patrols as a workbook' },
  mime: XLSX,
  input: patrolList.input.omit({ after: true, limit: true }),
});
