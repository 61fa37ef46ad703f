/** DingTalk group robot (钉钉群机器人), with 加签 where it is set. open.dingtalk.com/document/robots/customize-robot-security-settings */
import { createHmac } from 'node:crypto';
import { paces } from '#domain/message/pace.ts';
import { type Send, textOf } from './parcel.ts';
import { post } from './post.ts';
import { noAddress, numberIn, outcomeOf, type RobotCodes } from './robot.ts';

const TOO_FAST = new Set([130101, 90030, 410100, 90018, 660026]);

const codes: RobotCodes = {
  code: (json) => numberIn(json, 'errcode'),
  ok: (json) => json.errcode === 0,
  isTooFast: (code) => TOO_FAST.has(code),
  restMs: paces.dingtalk.restMs,
  lasting: {
    310000: { zh: '安全设置不符：加签密钥、关键词或 IP 段', en: 'its security settings refuse it: signing secret, keyword or IP range' },
    300001: { zh: 'access_token 无效', en: 'the access_token is not valid' },
    300005: { zh: 'access_token 不存在', en: 'the access_token does not exist' },
    400101: { zh: 'access_token 不存在', en: 'the access_token does not exist' },
    400102: { zh: '机器人已停用', en: 'the robot is switched off' },
    400106: { zh: '机器人不存在', en: 'the robot does not exist' },
    400013: { zh: '群已被解散', en: 'the group has been dissolved' },
    430102: { zh: '内容含有不允许的文字', en: 'the text holds words that are not allowed' },
    460101: { zh: '内容过长', en: 'the text is too long' },
  },
};

/** HMAC-SHA-256 of `timestamp\nsecret` under the secret, base64; the timestamp in milliseconds, good for an hour. */
export function dingTalkSign(timestamp: number, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

export const sendByDingTalk: Send<'dingtalk'> = async ({ secrets }, parcel, outside) => {
  if (!secrets.webhook) return noAddress;
  const url = new URL(secrets.webhook);
  if (secrets.sign) {
    const timestamp = outside.clock();
    url.searchParams.set('timestamp', String(timestamp));
    url.searchParams.set('sign', dingTalkSign(timestamp, secrets.sign));
  }
  return outcomeOf(await post(url.href, { msgtype: 'text', text: { content: textOf(parcel) } }, outside), codes);
};
