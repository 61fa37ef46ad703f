/** The light of an hour: sky, haze in the distance, how everything is tinted. */

export interface Light {
  readonly skyTop: string;
  readonly skyLow: string;
  readonly haze: string;
  readonly pavement: string;
  readonly road: string;
  /** Foliage from shade to sun. */
  readonly leaves: readonly [string, string, string];
  /** Laid over the whole picture. */
  readonly veil: string;
  readonly veilStrength: number;
  readonly sun: { readonly x: number; readonly y: number; readonly colour: string } | null;
  readonly lampsLit: boolean;
}

export const lights = {
  morning: {
    skyTop: '#8fbfe0',
    skyLow: '#fbeedb',
    haze: '#cfdbe3',
    pavement: '#d3cabd',
    road: '#868d95',
    leaves: ['#4f8257', '#6c9f63', '#93bd72'],
    veil: '#ffdca8',
    veilStrength: 0.1,
    sun: { x: 1010, y: 250, colour: '#fff3d2' },
    lampsLit: false,
  },
  noon: {
    skyTop: '#5aa5dc',
    skyLow: '#d9eef7',
    haze: '#bfd5e2',
    pavement: '#d6d1c8',
    road: '#7f868f',
    leaves: ['#3f7d52', '#58985b', '#82b568'],
    veil: '#ffffff',
    veilStrength: 0.03,
    sun: null,
    lampsLit: false,
  },
  overcast: {
    skyTop: '#a9b8c4',
    skyLow: '#e4e8ea',
    haze: '#c5ced5',
    pavement: '#c2beb8',
    road: '#777e87',
    leaves: ['#46705a', '#5d8868', '#7ea07a'],
    veil: '#9fb2c2',
    veilStrength: 0.12,
    sun: null,
    lampsLit: false,
  },
  afternoon: {
    skyTop: '#7fb0d6',
    skyLow: '#fbdcb0',
    haze: '#d8cfc5',
    pavement: '#d8c7b0',
    road: '#8a8784',
    leaves: ['#5c7d46', '#80994f', '#b0b35d'],
    veil: '#ffbf73',
    veilStrength: 0.13,
    sun: { x: 920, y: 290, colour: '#ffe6b0' },
    lampsLit: false,
  },
  dusk: {
    skyTop: '#25335a',
    skyLow: '#e39a7c',
    haze: '#6f6a86',
    pavement: '#66677a',
    road: '#474b5c',
    leaves: ['#24403f', '#2f5350', '#3f6a5c'],
    veil: '#1c2547',
    veilStrength: 0.2,
    sun: null,
    lampsLit: true,
  },
} as const satisfies Record<string, Light>;
export type LightName = keyof typeof lights;
