/** How heavy the first paint of each entry may be, bytes of brotli. Raised only with a reason in the commit that needs it. */
export const BUDGETS = {
  /** Shell, sign-in and the day; every other page of the phone comes afterwards. */
  phone: 45_000,
  /** Shell and the today page. */
  desk: 250_000,
} as const;
