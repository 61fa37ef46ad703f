/**
 * The page of GB/T 9704-2012 in the units of Word: A4, 天头 37 mm, 订口 28 mm, type area 156 × 225 mm, 22 lines of 28 characters of 3号.
 * Twips are twentieths of a point.
 */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);

export const page = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1587, right: 1474 } as const;
export const typeArea = { width: page.width - page.left - page.right, height: page.height - page.top - page.bottom } as const;

/**
 * 225 mm / 22 and 156 mm / 28. One twip more a line and the 22nd would not fit; `spacing` draws the 320 twips of 3号 together so that 28
 * fit. It is said of the text and not of the grid, because not every program reads a grid of characters the same way.
 */
export const grid = { lines: 22, characters: 28, linePitch: 579, spacing: -5 } as const;

/** Half points, as Word counts sizes. */
export const sizes = { '2号': 44, '3号': 32, '4号': 28, 小四: 24, 五号: 21 } as const;
export type Size = keyof typeof sizes;

/** Named as the standard names them. Where a machine lacks one, Word takes the first of the others it has. */
export const fonts = {
  小标宋: { name: '方正小标宋简体', others: '方正小标宋_GBK,华文中宋,宋体,Songti SC,Noto Serif CJK SC', family: 'roman' },
  仿宋: { name: '仿宋_GB2312', others: '仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC', family: 'modern' },
  楷体: { name: '楷体_GB2312', others: '楷体,KaiTi,华文楷体,Kaiti SC,Noto Serif CJK SC', family: 'modern' },
  黑体: { name: '黑体', others: 'SimHei,Heiti SC,微软雅黑,Noto Sans CJK SC', family: 'swiss' },
  宋体: { name: '宋体', others: 'SimSun,Songti SC,Noto Serif CJK SC', family: 'roman' },
} as const;
export type Font = keyof typeof fonts;

/** The red of mastheads and their lines. */
export const RED = 'FF0000';
