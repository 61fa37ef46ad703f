/** Feishu custom bot (飞书自定义机器人), with 签名校验 where it is set. open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
import { createHmac } from 'node:crypto';
import { paces } from '#domain/message/pace.ts';
import { type Send, textOf } from './parcel.ts';
import { post } from './post.ts';
import { noAddress, numberIn, outcomeOf, type RobotCodes } from './robot.ts';

const codes: RobotCodes = {
  code: (json) => numberIn(json, 'code', 'StatusCode'),
  ok: (json) => json.code === 0 || (json.code === undefined && json.StatusCode === 0),
  isTooFast: (code, said) => code === 11232 || (code === 9499 && /too many|frequency/i.test(said)),
  restMs: paces.feishu.restMs,
  lasting: {
    19001: { zh: '机器人地址无效', en: 'the address of the robot is not valid' },
    19002: { zh: '参数不对', en: 'the request is not accepted' },
    19021: { zh: '签名校验不通过，请核对密钥和服务器时间', en: 'the signature does not fit; check the secret and the clock of the server' },
    19022: { zh: '服务器 IP 不在白名单', en: 'the IP of the server is not on its list' },
    19024: { zh: '内容不含要求的关键词', en: 'the keyword it asks for is missing' },
    9499: { zh: '请求格式不对', en: 'the request is malformed' },
  },
};

/** HMAC-SHA-256 of nothing under the key `timestamp\nsecret`, base64; the timestamp in seconds, good for an hour. */
export function feishuSign(timestamp: number, secret: string): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
}

export const sendByFeishu: Send<'feishu'> = async ({ secrets }, parcel, outside) => {
  if (!secrets.webhook) return noAddress;
  const timestamp = Math.floor(outside.clock() / 1000);
  const signed = secrets.sign ? { timestamp: String(timestamp), sign: feishuSign(timestamp, secrets.sign) } : {};
  return outcomeOf(await post(secrets.webhook, { ...signed, msg_type: 'text', content: { text: textOf(parcel) } }, outside), codes);
};
