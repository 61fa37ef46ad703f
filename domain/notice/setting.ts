/** Where an item stands in the notice: its document, the headings above it, and the place whose section it belongs to. */
import type { Heading, Item, Plan } from './plan.ts';

export interface Setting {
  /** The title of its document, null in the letter itself. */
  readonly document: Heading | null;
  /** Headings above it from level 1 down, its own run-in heading left out. */
  readonly above: readonly Heading[];
  /** The place named by a heading of the same section: 网格名称：…, 路段名称：… */
  readonly placeName: string | null;
}

const names = /^(?:网格|路段|社区|点位|区域|责任区)?名称[：:](.{2,60})$/;

/** One setting for each item, in the order of the items. Both headings and items are sorted by where they stand. */
export function settingsOf(plan: Plan): Setting[] {
  const tracker = new Tracker(plan.headings);
  return plan.items.map((item) => tracker.at(item));
}

class Tracker {
  private readonly headings: readonly Heading[];
  private next = 0;
  private document: Heading | null = null;
  private stack: Heading[] = [];
  private place: { level: number; name: string } | null = null;

  constructor(headings: readonly Heading[]) {
    this.headings = headings;
  }

  at(item: Item): Setting {
    for (
      let heading = this.headings[this.next];
      heading !== undefined && heading.span[0] < item.span[0];
      heading = this.headings[this.next]
    ) {
      this.pass(heading);
      this.next++;
    }
    return {
      document: this.document,
      above: this.stack.filter((heading) => heading.span[1] <= item.span[0]),
      placeName: this.place?.name ?? null,
    };
  }

  private pass(heading: Heading): void {
    if (heading.level === 0) {
      this.document = heading;
      this.stack = [];
      this.place = null;
      return;
    }
    this.stack = [...this.stack.filter((one) => one.level < heading.level), heading];
    if (this.place !== null && heading.level < this.place.level) this.place = null;
    const name = names.exec(heading.text)?.[1];
    if (name !== undefined) this.place = { level: heading.level, name };
  }
}
