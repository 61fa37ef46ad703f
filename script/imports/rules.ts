/** Which folder may import which. Change a line here only together with docs and a reason. */
import type { Import } from './read.ts';

/** web → domain ← server. Stories and scripts may look at everything. */
const WINGS: Record<string, readonly string[]> = {
  domain: ['domain'],
  server: ['server', 'domain'],
  web: ['web', 'domain'],
  demo: ['demo', 'server', 'domain'],
  stories: ['stories', 'demo', 'server', 'web', 'domain', 'script'],
  script: ['script', 'stories', 'demo', 'server', 'web', 'domain'],
};

/** Inside domain modules read downward; each may also import itself. `overview` and the files directly in domain/ stand on top of all. */
const DOMAIN: Record<string, readonly string[]> = {
  kernel: [],
  notice: ['kernel'],
  org: ['kernel'],
  photo: ['kernel'],
  place: ['kernel', 'notice', 'org', 'photo'],
  duty: ['kernel', 'notice', 'org', 'photo', 'place'],
  absence: ['kernel', 'org'],
  calendar: ['kernel'],
  feed: ['kernel'],
  roster: ['kernel', 'notice', 'org', 'photo', 'place', 'duty', 'absence'],
  swap: ['kernel', 'org', 'place', 'absence', 'roster'],
  patrol: ['kernel', 'notice', 'org', 'photo', 'place', 'duty', 'roster'],
  queue: ['kernel'],
  presence: ['kernel', 'org', 'photo', 'place', 'absence', 'patrol'],
  issue: ['kernel', 'notice', 'org', 'photo', 'place', 'duty'],
  message: ['kernel'],
  summary: ['kernel', 'issue'],
  dispatch: ['kernel'],
  form: ['kernel'],
};

/** Single ways besides the tables. */
const EXCEPTIONS: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  // a patrol names the states of the problems it found
  { from: /^domain\/patrol\//, to: /^domain\/issue\/issue\.states\.ts$/ },
  // the first start makes the demo campaign
  { from: /^server\/first-start\.ts$/, to: /^demo\// },
  // tests may use the cast
  { from: /^(server|demo)\/.*\.test\.ts$/, to: /^demo\// },
];

const PACKAGES_OF_DOMAIN = /^zod$/;
const PACKAGES_OF_TESTS = /^(node:.*|fast-check)$/;
const NOT_FOR_THE_PHONE = /^(zod|antd|@ant-design|@rc-component|dayjs|react-router|react-router-dom|echarts)(\/|$)/;

/** Null when the import is as it should be. */
export function whyForbidden({ from, to, ours }: Import): string | null {
  const wing = from.split('/')[0]!;
  const isTest = /\.test\.tsx?$/.test(from);
  if (!ours) {
    const allowed = wing !== 'domain' || PACKAGES_OF_DOMAIN.test(to) || (isTest && PACKAGES_OF_TESTS.test(to));
    return allowed ? null : 'domain imports only domain and zod';
  }
  if (EXCEPTIONS.some((exception) => exception.from.test(from) && exception.to.test(to))) return null;
  const target = to.split('/')[0]!;
  if (!WINGS[wing]!.includes(target)) return `${wing} does not import ${target}`;
  return wing === 'domain' ? whyForbiddenInDomain(from, to) : null;
}

function whyForbiddenInDomain(from: string, to: string): string | null {
  const [module, target] = [moduleOf(from), moduleOf(to)];
  const below = DOMAIN[module];
  if (!below || module === target || below.includes(target)) return null;
  return `inside domain ${module} does not import ${target || 'what stands on top'}`;
}

/** '' for the files directly in domain/. */
function moduleOf(path: string): string {
  return path.split('/').slice(1, -1)[0] ?? '';
}

export function notForThePhone(name: string): boolean {
  return NOT_FOR_THE_PHONE.test(name);
}
