/** How a morning on post goes otherwise than it should, by place and patrol days back. */
import type { Crew } from '../stage.ts';

export interface Otherwise {
  readonly who: keyof Pick<Crew, 'finder' | 'partner' | 'leader'>;
  /** Minutes after the start of the patrol; null for whoever does not come. */
  readonly late: number | null;
  readonly excuse?: string;
}

export const otherwise: Readonly<Record<string, Otherwise>> = {
  'grid 0': { who: 'partner', late: 23 },
  'road 3': { who: 'leader', late: 31, excuse: '上午党组会延时' },
  'grid 5': { who: 'partner', late: 19 },
  'grid 7': { who: 'leader', late: null, excuse: '临时到市里开会' },
  'road 8': { who: 'leader', late: null },
};

/** Whose check-in lay in the phone until the walk was over: the stairwell had no signal. */
export const sentLater = new Set(['grid 2', 'road 6']);
/** Checked in by mistake before leaving the office, about two kilometres away. */
export const fromTheOffice = 'road 4';
