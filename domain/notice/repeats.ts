/**
 * Which sentences of one text say again what those of another say. Likeness is that of the pairs of characters (Dice), so that a changed
 * number or a moved clause weighs as little as it is long. Pairs that are common to most sentences (负责, 工作) tell nothing and only
 * count, they do not find; so the work grows with the length, not with its square.
 */
export interface Sentence {
  readonly key: string;
  readonly text: string;
}

export interface Repeat {
  readonly a: string;
  readonly b: string;
  /** 0…1; 1 for the same words. */
  readonly likeness: number;
}

/** Below this, two sentences only share their subject. */
const LEAST = 0.5;
/** A pair of characters that more sentences share than this finds none of them. */
const COMMON = 40;

/** The best partner of each, where each is the other's best; deterministic, in the order of `as`. */
export function repeatsBetween(as: readonly Sentence[], bs: readonly Sentence[]): Repeat[] {
  const profilesB = bs.map(profileOf);
  const index = indexOf(profilesB);
  const bestOfB = new Map<number, { a: number; likeness: number }>();
  const bestOfA = as.map((sentence, a) => {
    const profile = profileOf(sentence);
    let best: { b: number; likeness: number } | null = null;
    for (const b of [...candidatesOf(profile, index)].sort((x, y) => x - y)) {
      const likeness = likenessOf(profile, profilesB[b]!);
      if (likeness < LEAST) continue;
      if (best === null || likeness > best.likeness) best = { b, likeness };
      const known = bestOfB.get(b);
      if (known === undefined || likeness > known.likeness) bestOfB.set(b, { a, likeness });
    }
    return best;
  });
  return bestOfA.flatMap((best, a) =>
    best !== null && bestOfB.get(best.b)?.a === a ? [{ a: as[a]!.key, b: bs[best.b]!.key, likeness: best.likeness }] : [],
  );
}

interface Profile {
  readonly pairs: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Letters and digits only: printing differs in spaces and punctuation. */
function profileOf({ text }: Sentence): Profile {
  const words = text.replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Map<string, number>();
  for (let at = 0; at + 2 <= words.length; at++) {
    const pair = words.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, size: Math.max(0, words.length - 1) };
}

function indexOf(profiles: readonly Profile[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, profile] of profiles.entries())
    for (const pair of profile.pairs.keys()) {
      const known = index.get(pair);
      if (known === undefined) index.set(pair, [at]);
      else known.push(at);
    }
  return index;
}

function candidatesOf(profile: Profile, index: ReadonlyMap<string, readonly number[]>): Set<number> {
  const found = new Set<number>();
  for (const pair of profile.pairs.keys()) {
    const sharing = index.get(pair);
    if (sharing !== undefined && sharing.length <= COMMON) for (const at of sharing) found.add(at);
  }
  return found;
}

function likenessOf(a: Profile, b: Profile): number {
  if (a.size + b.size === 0) return 0;
  const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, n] of small.pairs) shared += Math.min(n, large.pairs.get(pair) ?? 0);
  return (2 * shared) / (a.size + b.size);
}
