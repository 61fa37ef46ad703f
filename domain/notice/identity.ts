/** Which mentions are one place. Within a notice a grid and its community are one; across notices a community of the same name is. */
import type { PlaceDraft } from './draft.model.ts';
import type { PlaceMention, Plan } from './plan.ts';
import { placeKeyOf } from './recognise/places.ts';

/**
 * The places of a notice, mentions of one place merged. A grid printed without its community and the only community of the notice
 * printed without its grid are taken as one, because a unit that answers for one grid is sent to the community of that grid.
 */
export function placesOf(plan: Plan): PlaceDraft[] {
  const places = new Map<string, PlaceDraft>();
  for (const mention of [...plan.places].sort((a, b) => rank(a) - rank(b))) {
    const key = keyAmong([...places.values()], mention, plan.places);
    places.set(key, merged(places.get(key), mention, key));
  }
  return [...places.values()].sort((a, b) => a.span[0] - b.span[0]);
}

/** Grids with a community first: the others are held against them. */
function rank(mention: PlaceMention): number {
  return mention.kind === 'grid' ? (mention.community === undefined ? 1 : 0) : 2;
}

function keyAmong(places: readonly PlaceDraft[], mention: PlaceMention, all: readonly PlaceMention[]): string {
  if (mention.kind !== 'community') return placeKeyOf(mention);
  const named = places.find((place) => place.kind === 'grid' && place.community === mention.community);
  if (named !== undefined) return named.key;
  const grids = places.filter((place) => place.kind === 'grid');
  const communities = new Set(all.flatMap((one) => (one.kind === 'community' ? [one.community] : [])));
  const [only] = grids;
  return only !== undefined && grids.length === 1 && only.community === null && communities.size === 1 ? only.key : placeKeyOf(mention);
}

function merged(known: PlaceDraft | undefined, mention: PlaceMention, key: string): PlaceDraft {
  return {
    key,
    kind: known?.kind ?? mention.kind,
    name:
      known !== undefined && known.name.length >= mention.name.length
        ? known.name
        : (known?.kind ?? mention.kind) === mention.kind
          ? mention.name
          : (known?.name ?? mention.name),
    code: known?.code ?? mention.code ?? null,
    community: known?.community ?? mention.community ?? null,
    road: known?.road ?? mention.road ?? null,
    from: known?.from ?? mention.from ?? null,
    to: known?.to ?? mention.to ?? null,
    side: known?.side ?? mention.side ?? null,
    checklist: known?.checklist ?? [],
    span: known?.span ?? mention.span,
  };
}

/** The key of a place by a name printed in an item. */
export function keyOfName(plan: Plan, places: readonly PlaceDraft[], name: string): string | null {
  const mention = plan.places.find((place) => place.name === name);
  if (mention === undefined) return null;
  const own = placeKeyOf(mention);
  const found =
    places.find((place) => place.key === own) ?? places.find((place) => place.community !== null && place.community === mention.community);
  return found?.key ?? null;
}

/** One place in two notices: the same key, or a community of the same name unless two grids of it are told apart by their codes. A road is only itself. */
export function isSamePlace(a: PlaceDraft, b: PlaceDraft): boolean {
  const sameCommunity = a.kind !== 'road' && b.kind !== 'road' && a.community !== null && a.community === b.community;
  return a.key === b.key || (sameCommunity && (a.code === null || b.code === null || a.code === b.code));
}
