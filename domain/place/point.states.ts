/** The words of inspection points. Plain constants, small enough for the phone. */
export const placeKinds = ['grid', 'community', 'road'] as const;

/** States of an item in an assessment, best first. */
export const grades = ['A', 'B', 'C', 'C#'] as const;
