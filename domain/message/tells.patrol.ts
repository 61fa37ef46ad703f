/** What is told of patrols: the log of the day, and the one that is missing. */
import { type Tell, tell } from './tell.ts';

export const patrolTells = {
  'patrol.logReported': tell({
    about: 'patrol',
    words: { zh: '巡查日志已上报', en: 'The log of the day is sent' },
    to: ['leaderOnDuty'],
    ways: ['inbox', 'group'],
    mayGroup: true,
    urgent: true,
    title: { zh: '{place}巡查日志已上报', en: 'The log of {place} is sent' },
    body: { zh: '{log}', en: '{log}' },
    bodyAlone: true,
  }),
  'patrol.amendmentSent': tell({
    about: 'patrol',
    words: { zh: '更正后的日志已上报', en: 'An amended log is sent' },
    to: ['leaderOnDuty'],
    ways: ['inbox', 'group'],
    mayGroup: true,
    urgent: true,
    title: { zh: '{place}巡查日志更正，第 {version} 版', en: 'The log of {place} is amended, version {version}' },
    body: { zh: '{log}', en: '{log}' },
    bodyAlone: true,
  }),
  'patrol.logMissing': tell({
    about: 'patrol',
    clock: '20:00',
    words: { zh: '到 20 点日志还没报', en: 'No log by 8 p.m.' },
    to: ['crew', 'leaderOnDuty'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: true,
    title: { zh: '{place}今天的日志还没有上报', en: 'The log of {place} has not been sent today' },
    body: { zh: '{day} {crew}。请在今天 24 点前上报，过后算迟报。', en: '{day}: {crew}. Send it before midnight; after that it is late.' },
  }),
} as const satisfies Record<string, Tell>;
