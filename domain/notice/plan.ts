/**
 * The plan: everything one notice orders, each fact with the place in the text where it stands.
 * The compiler fills it from the text alone; nothing here is guessed, and nothing knows of a clerk yet.
 */
import { z } from 'zod';

/** `[start, end)` in UTF-16 code units of the notice's text, so that every fact can be shown in its sentence. */
export const Span = z.tuple([z.int().min(0), z.int().min(0)]);
export type Span = z.infer<typeof Span>;

export const Heading = z.object({
  level: z.int().min(0).max(5).describe('0 = title of a contained document, list or annex; 1 = 一、; 2 = （一）; 3 = 1.; 4 = （1）; 5 = ①'),
  number: z.string().describe("as printed ('一、', '（二）', '附件1'), '' where the title bears none"),
  text: z.string(),
  span: Span,
});
export type Heading = z.infer<typeof Heading>;

export const Deadline = z.object({
  raw: z.string(),
  kind: z.enum(['fixed', 'relative', 'period', 'range', 'time', 'ongoing', 'vague', 'recurring']),
  date: z.iso.date().optional().describe("resolved with the notice's own year"),
  covers: z.string().optional().describe('the reporting period it closes: 上半年, 第三季度, 2018年度'),
  inherited: z.boolean().optional().describe('taken from the row above: the cell itself is blank, as in a vertically merged table'),
  span: Span,
});
export type Deadline = z.infer<typeof Deadline>;

export const Cadence = z.object({
  raw: z.string(),
  every: z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year', 'patrol', 'event']),
  times: z.int().positive(),
  span: Span,
});
export type Cadence = z.infer<typeof Cadence>;

export const HeadCount = z.object({
  raw: z.string(),
  n: z.int().positive(),
  per: z.enum(['patrol', 'role', 'once']).optional(),
  span: Span,
});
export type HeadCount = z.infer<typeof HeadCount>;

export const WordCount = z.object({ raw: z.string(), n: z.int().positive(), approximate: z.boolean(), span: Span });
export type WordCount = z.infer<typeof WordCount>;

export const PhotoCount = z.object({
  raw: z.string(),
  n: z.int().positive(),
  kinds: z.array(z.string()),
  captionFields: z.array(z.string()),
  span: Span,
});
export type PhotoCount = z.infer<typeof PhotoCount>;

/** A threshold inside an inspection item: 亮灯率是否达到99%. */
export const Measure = z.object({ metric: z.string(), atLeast: z.number(), unit: z.literal('%'), raw: z.string(), span: Span });
export type Measure = z.infer<typeof Measure>;

/** A run of the notice's own words: somebody, somewhere, something named. */
export const Mention = z.object({ raw: z.string(), span: Span });
export type Mention = z.infer<typeof Mention>;

export const Item = z.object({
  path: z.string().describe('the numbers above it joined with >: 附件2>1, 包保网格…责任清单>一>（二）>5'),
  text: z.string().describe('the whole item without its number'),
  title: z.string().describe('its short head where it has one, else its first clause'),
  owners: z.array(z.string()),
  leaders: z.array(z.string()),
  deadlines: z.array(Deadline),
  cadences: z.array(Cadence),
  headcounts: z.array(HeadCount),
  wordCounts: z.array(WordCount),
  photos: z.array(PhotoCount),
  places: z.array(z.string()),
  measures: z.array(Measure),
  reportTo: z.array(Mention).describe('who receives what is found or written'),
  forms: z.array(Mention).optional().describe('papers it is done on: 承诺书, 巡查日志; absent in plans read before forms were kept'),
  channels: z.array(Mention).describe('the QQ group or the like it goes through'),
  cells: z.record(z.string(), z.string()).optional().describe('for a table row: header → cell'),
  span: Span,
});
export type Item = z.infer<typeof Item>;

export const RosterPerson = z.object({
  group: z.string(),
  role: z.string().describe('组长, 副组长, 成员; 主任, 副主任 for the office of the group'),
  name: z.string().describe('without inner spaces'),
  post: z.string().nullable(),
  concurrent: z.boolean().optional(),
  span: Span,
});
export type RosterPerson = z.infer<typeof RosterPerson>;

export const Stage = z.object({
  name: z.string(),
  from: z.string().nullable().describe('YYYY-MM or YYYY-MM-DD, null where the source leaves a blank'),
  to: z.string().nullable(),
  span: Span,
});
export type Stage = z.infer<typeof Stage>;

export const PlaceMention = z.object({
  kind: z.enum(['grid', 'community', 'road']),
  name: z.string().describe('as printed: 16网格凤凰城社区'),
  code: z.string().optional().describe('the number of a grid'),
  community: z.string().optional(),
  road: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  side: z.string().optional(),
  span: Span,
});
export type PlaceMention = z.infer<typeof PlaceMention>;

export const Table = z.object({ headers: z.array(z.string()), rows: z.array(z.array(z.string())), span: Span });
export type Table = z.infer<typeof Table>;

export const Conflict = z.object({ message: z.string(), spans: z.array(Span) });
export type Conflict = z.infer<typeof Conflict>;

/**
 * Something the text leaves unsure: the plan says so rather than guess. Shown on the screen with its reason, the least certain first.
 * A fact without a doubt is one the compiler would sign.
 */
export const Doubt = z.object({
  path: z.string().nullable().describe('of the item it is about; null where it is about the notice'),
  about: z.enum(['item', 'owners', 'leaders', 'deadlines', 'places', 'patrols', 'people', 'stages', 'table', 'notice']),
  confidence: z.number().min(0).max(1),
  reason: z.object({ zh: z.string(), en: z.string() }),
  span: Span,
});
export type Doubt = z.infer<typeof Doubt>;

export const Plan = z.object({
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuingAuthority: z.string().nullable(),
  issueDate: z.iso.date().nullable(),
  primaryRecipients: z.array(z.string()),
  annexes: z.array(z.object({ number: z.int(), title: z.string(), span: Span })),
  headings: z.array(Heading),
  items: z.array(Item),
  people: z.array(RosterPerson),
  officeSection: Mention.nullable().describe('the section in which the office of the leading group is placed (办公室设在…)'),
  stages: z.array(Stage),
  places: z.array(PlaceMention),
  regulations: z.array(z.string()),
  documentNumbers: z.array(z.string()),
  tables: z.array(Table),
  conflicts: z.array(Conflict),
  doubts: z.array(Doubt).optional().describe('absent in plans read before doubts were kept'),
  unread: z.array(Mention).optional().describe('lines inside a roster that could not be read as a person'),
});
export type Plan = z.infer<typeof Plan>;
