/** The middle of each place, WGS-84; a city that is on no map lies among fields. */
export const middles = { grid: { lat: 31.1794, lng: 117.2068 }, road: { lat: 31.1786, lng: 117.2043 } } as const;
export const METRES_A_DEGREE = 111_320;
export const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
