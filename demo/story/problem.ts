/** What a problem of the demo is, and the steps it goes through. `ago` counts patrol days back from the last one before today. */
import type { PartnerKey } from '../cast.ts';
import type { LightName } from '../scenes/light.ts';
import type { SceneKind } from '../scenes/subjects.ts';

/** The finder, the other patroller, the leader on duty, the clerk, or the liaison of the unit it lies with. */
export type By = 'finder' | 'partner' | 'leader' | 'clerk' | 'handler';

interface When {
  /** Days after the finding; 0 is the patrol itself, where steps follow one another. */
  readonly days: number;
  readonly by: By;
}
export type Step = When &
  (
    | { readonly act: 'solve' | 'fix'; readonly note: string; readonly light: LightName }
    | { readonly act: 'coordinate' | 'escalate'; readonly note: string; readonly to: PartnerKey }
    | { readonly act: 'verify' | 'close'; readonly note: string }
    | { readonly act: 'reject' | 'askReopen' | 'reopen' | 'decline' | 'askExtension'; readonly reason: string }
    | { readonly act: 'suspend'; readonly reason: string; readonly forDays: number }
    | { readonly act: 'accept'; readonly note: string }
  );

export interface DemoProblem {
  readonly ago: number;
  readonly place: 'grid' | 'road';
  readonly itemNo: number;
  readonly text: string;
  readonly spot: string;
  readonly scene: SceneKind;
  readonly light: LightName;
  /** Metres north and east of the middle of the place. */
  readonly offset: readonly [north: number, east: number];
  readonly steps: readonly Step[];
}

export const solve = (note: string, light: LightName, by: By = 'finder'): Step => ({ act: 'solve', days: 0, by, note, light });
export const fix = (days: number, note: string, light: LightName): Step => ({ act: 'fix', days, by: 'handler', note, light });
export const coordinate = (to: PartnerKey, note: string): Step => ({ act: 'coordinate', days: 0, by: 'finder', to, note });
export const escalate = (to: PartnerKey, note: string, days = 0, by: By = 'finder'): Step => ({ act: 'escalate', days, by, to, note });
export const verify = (days: number, note: string, by: By = 'leader'): Step => ({ act: 'verify', days, by, note });
export const close = (days: number, note = ''): Step => ({ act: 'close', days, by: 'clerk', note });
