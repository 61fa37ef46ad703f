/** From seat to seat with the arrow keys, by where they stand on the screen. */
export function neighbour(from: HTMLElement, key: string): HTMLElement | null {
  const here = middleOf(from);
  let best: HTMLElement | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const other of document.querySelectorAll<HTMLElement>('[data-seat]')) {
    if (other === from || other.offsetParent === null) continue;
    const there = middleOf(other);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const [along, across] = key === 'ArrowLeft' || key === 'ArrowRight' ? [dx, dy] : [dy, dx];
    const ahead = key === 'ArrowLeft' || key === 'ArrowUp' ? -along : along;
    if (ahead < 4) continue;
    // Straight on before sideways.
    const distance = ahead + Math.abs(across) * 3;
    if (distance < nearest) {
      nearest = distance;
      best = other;
    }
  }
  return best;
}

function middleOf(element: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
