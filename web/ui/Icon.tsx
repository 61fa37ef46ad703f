/** A small set of line icons, drawn on a 24 grid; decoration only, the word stands beside them. */
const paths = {
  todo: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  working: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 3v18M12 5a7 7 0 0 1 0 14z',
  waiting: 'M7 3h10M7 21h10M8 3c0 5 4 6 4 9s-4 4-4 9M16 3c0 5-4 6-4 9s4 4 4 9',
  late: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.5',
  done: 'M4 12.5 9.5 18 20 6.5',
  returned: 'M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v1',
  today: 'M4 6h16v15H4zM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4',
  notice: 'M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 15h7',
  duty: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  board: 'M4 4h16v16H4zM4 9h16M10 9v11',
  roster: 'M4 6h16v15H4zM4 10h16M8 3v4M16 3v4M8 14h2M14 14h2M8 18h2',
  patrol: 'M12 21s7-6.5 7-12a7 7 0 1 0-14 0c0 5.5 7 12 7 12M12 6.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  issue: 'M5 21V4h11l-1.5 4L16 12H5',
  paper: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  org: 'M12 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6M5 20c0-4 3-6 7-6s7 2 7 6',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  close: 'M6 6l12 12M18 6 6 18',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5',
  copy: 'M8 8h12v12H8zM4 16V4h12',
  send: 'M4 12 20 4l-5 16-4-7z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  empty: 'M4 8h16v11H4zM4 8l3-4h10l3 4M9 13h6',
  pin: 'M9 3h6l-1 6 4 4H6l4-4zM12 13v8',
  swap: 'M4 8h14l-4-4M20 16H6l4 4',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21.5h4',
  help: 'M4 20c4-7 12-7 16 0M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return <Stroke path={paths[name]} size={size} />;
}

/** A sign drawn in one stroke on a field of 24; what it means is said by whoever shows it. */
export function Stroke({ path, size }: { readonly path: string; readonly size: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
