/** The address on the poster of a place: opening it on the phone checks in there. */
export function hereHref(placeId: string, code: string): string {
  return `/m/here/${placeId}?c=${code}`;
}
