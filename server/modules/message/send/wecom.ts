/** WeCom group robot (企业微信群机器人): the key stands in the address, there is no signature. developer.work.weixin.qq.com/document/path/91770 */
import { paces } from '#domain/message/pace.ts';
import { type Send, textOf } from './parcel.ts';
import { post } from './post.ts';
import { noAddress, numberIn, outcomeOf, type RobotCodes } from './robot.ts';

const codes: RobotCodes = {
  code: (json) => numberIn(json, 'errcode'),
  ok: (json) => json.errcode === 0,
  isTooFast: (code) => code === 45009 || code === 45033,
  restMs: paces.wecom.restMs,
  lasting: {
    93000: { zh: '机器人地址无效，可能已被移出群', en: 'the address of the robot is not valid; it may have been removed' },
    93008: { zh: '机器人不在群里', en: 'the robot is not in the group' },
    40008: { zh: '消息类型不对', en: 'the kind of message is not accepted' },
    40058: { zh: '内容过长或格式不对', en: 'the text is too long or malformed' },
    45002: { zh: '内容超过长度限制', en: 'the text is too long' },
  },
};

export const sendByWeCom: Send<'wecom'> = async ({ secrets }, parcel, outside) => {
  if (!secrets.webhook) return noAddress;
  return outcomeOf(await post(secrets.webhook, { msgtype: 'text', text: { content: textOf(parcel) } }, outside), codes);
};
