/** The words of signing. Plain constants, small enough for the phone. */
import type { Words } from '../kernel/words.ts';

export const signatureRoles = {
  member: { zh: '巡查人员', en: 'Patroller' },
  leader: { zh: '带班领导', en: 'Leader on duty' },
} as const satisfies Record<string, Words>;
