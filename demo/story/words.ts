/** Small texts of the demo: remarks on a patrol, results of tasks. */

export const patrolNotes = [
  '',
  '沿线整体整洁，商户比较配合。',
  '雨后查看，没有积水。',
  '',
  '社区志愿者一同参加，居民反映健身点新换了器材。',
  '上学时段人多，劝导效果较好。',
  '',
  '上次发现的问题回头看，没有反弹。',
] as const;

/** What the responsible section says it did: the first pattern that fits the title of the task. */
const results: readonly (readonly [RegExp, string])[] = [
  [/志愿服务.*报告|文明旅游志愿服务/, '说明报告已完成，附活动照片4张，照片均注明时间、地点和主办单位。'],
  [/游客意见/, '已形成制度运行情况说明，受理意见23件、办结22件，1件正在回访。'],
  [/场馆/, '说明报告和照片已交综合科。'],
  [/例会/, '本月例会已召开，纪要印发各科室。'],
  [/集中活动/, '本月在游客中心开展文明旅游引导，23名志愿者参加，服务游客约600人次。'],
  [/通报/, '已通报各科室本月进展，两项滞后事项已提醒。'],
  [/汇总分析/, '本月巡查问题已汇总，非机动车停放和垃圾清运问题最多，建议与社区联合整治。'],
];

export function resultOf(title: string): string {
  return results.find(([pattern]) => pattern.test(title))?.[1] ?? '已按要求完成，材料已交综合科存档。';
}

export const returnReason = '还缺办理流程图和一个典型案例，请补充后再报。';
