/** The people of the demo: a fictional centre for culture and tourism in a city that is on no map, and those who stand beside it. */
import type { PostKind } from '#domain/kernel/actor.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { UnitKind } from '#domain/org/org.model.ts';

export const demoPassword = 'wenming-demo';

export const unit = { name: '澜川市文化旅游服务中心', shortName: '市文旅中心' } as const;

export const sections = ['综合科', '公共服务科', '市场推广科', '场馆管理科', '非遗保护科', '志愿服务科'] as const;
export type SectionName = (typeof sections)[number];

export interface DemoPerson {
  readonly name: string;
  /** The name in pinyin. */
  readonly username: string;
  readonly section: SectionName | null;
  readonly posts: readonly { readonly kind: PostKind; readonly title: string }[];
}

const person = (name: string, username: string, section: SectionName | null, title: string, ...kinds: PostKind[]): DemoPerson => ({
  name,
  username,
  section,
  posts: kinds.map((kind) => ({ kind, title })),
});

/** Makes the first account, adopts the notices, keeps the campaign running. */
export const clerk = person('温晴', 'wenqing', '综合科', '综合科副科长、创城专员', 'campaignClerk');

export const people: readonly DemoPerson[] = [
  person('沈知远', 'shenzhiyuan', null, '主任', 'topLeader'),
  person('许慕清', 'xumuqing', null, '副主任', 'leaderInCharge'),
  person('陆云舟', 'luyunzhou', null, '副主任', 'leaderInCharge'),
  person('江若宁', 'jiangruoning', null, '副主任', 'leaderInCharge'),
  person('秦怀瑾', 'qinhuaijin', null, '四级调研员', 'leaderInCharge'),
  clerk,
  person('顾念', 'gunian', '综合科', '综合科科长', 'sectionHead'),
  person('高朗', 'gaolang', '综合科', '综合科科员', 'officer'),
  person('苏禾', 'suhe', '公共服务科', '公共服务科科长', 'sectionHead'),
  person('林见青', 'linjianqing', '公共服务科', '公共服务科科员', 'officer'),
  person('程予安', 'chengyuan', '市场推广科', '市场推广科科长', 'sectionHead'),
  person('白露', 'bailu', '市场推广科', '市场推广科科员', 'officer'),
  person('韩松', 'hansong', '场馆管理科', '场馆管理科科长', 'sectionHead'),
  person('郑一鸣', 'zhengyiming', '场馆管理科', '场馆管理科科员', 'officer'),
  person('叶知秋', 'yezhiqiu', '非遗保护科', '非遗保护科科长', 'sectionHead'),
  person('罗小满', 'luoxiaoman', '非遗保护科', '非遗保护科科员', 'officer'),
  person('方晓', 'fangxiao', '志愿服务科', '志愿服务科科长', 'sectionHead'),
  person('夏明澈', 'xiamingche', '志愿服务科', '志愿服务科科员', 'officer'),
  person('童安', 'tongan', '志愿服务科', '志愿服务科科员', 'officer'),
];

export interface DemoPartner {
  readonly key: PartnerKey;
  readonly kind: Exclude<UnitKind, 'office'>;
  readonly name: string;
  readonly liaison: DemoPerson;
}
export type PartnerKey = 'community' | 'campaignOffice' | 'cityManagement' | 'streetLights' | 'traffic';

export const partners: readonly DemoPartner[] = [
  { key: 'community', kind: 'community', name: '榆荫里社区', liaison: person('姜禾苗', 'jianghemiao', null, '社区网格长', 'liaison') },
  {
    key: 'campaignOffice',
    kind: 'campaignOffice',
    name: '澜川市文明城市创建工作办公室',
    liaison: person('季长风', 'jichangfeng', null, '督导科科员', 'campaignOfficer'),
  },
  {
    key: 'cityManagement',
    kind: 'department',
    name: '澜川市城市管理局',
    liaison: person('石磊', 'shilei', null, '市政设施科联络员', 'liaison'),
  },
  {
    key: 'streetLights',
    kind: 'department',
    name: '澜川市路灯管理所',
    liaison: person('冯亮', 'fengliang', null, '抢修班班长', 'liaison'),
  },
  {
    key: 'traffic',
    kind: 'department',
    name: '澜川市公安局交通警察支队',
    liaison: person('雷鸣', 'leiming', null, '秩序科联络员', 'liaison'),
  },
];

export const everybody: readonly DemoPerson[] = [...people, ...partners.map(({ liaison }) => liaison)];

/** The patroller who has a patrol waiting today, and the deputy who leads it. */
export const patroller = 'xiamingche';
export const leader = 'luyunzhou';

const comesFor: readonly (readonly [username: string, Words])[] = [
  [clerk.username, { zh: '采纳公文、排值班表、催办到期事项、收齐材料', en: 'adopts notices, makes the roster, chases what is due' }],
  ['shenzhiyuan', { zh: '看全局：什么超期、责任在谁、街面上发现了什么', en: 'sees what is late and whose it is, and what was found' }],
  [leader, { zh: '今天谁在岗、发现了什么，核查整改并销号', en: 'who is on post, what was found; verifies and closes' }],
  [patroller, { zh: '今天去哪里、查什么，随手记问题，当天报日志', en: 'where to go today, what to check, the log of the day' }],
  ['fangxiao', { zh: '本科室的责任和时限，上报办理结果', en: 'the duties and due days of the section, its results' }],
  ['jianghemiao', { zh: '接收上报到社区的问题，整改后传照片', en: 'takes what is escalated to the community, reports the fix' }],
  ['shilei', { zh: '接收转来的市政和市容问题，反馈整改结果', en: 'takes what is coordinated with city management' }],
  ['jichangfeng', { zh: '接收各单位上报的疑难问题', en: 'takes what a unit cannot solve alone' }],
];

/** Those to sign in as. */
export const cast = comesFor.map(([username, words]) => {
  const partner = partners.find(({ liaison }) => liaison.username === username);
  const found = partner?.liaison ?? people.find((one) => one.username === username)!;
  return { name: found.name, username, title: found.posts[0]!.title, unitName: partner?.name ?? unit.name, comesFor: words };
});
