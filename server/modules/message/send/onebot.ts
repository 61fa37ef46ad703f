/**
 * A QQ group through OneBot v11 over HTTP (github.com/botuniverse/onebot-11). Where an earlier attempt got no answer, the latest messages
 * of the group are looked through for our number first: `get_group_msg_history` is no part of the standard, but most of its servers have it.
 */
import type { Words } from '#domain/kernel/words.ts';
import type { Outcome } from '#domain/message/attempt.ts';
import { paces } from '#domain/message/pace.ts';
import { type Parcel, type Send, textOf, type Way } from './parcel.ts';
import { type Outside, type Posted, post } from './post.ts';
import { gibberish, numberIn, refusedByStatus, tooFastWords } from './robot.ts';

const LOOK_BACK = 50;

export const sendByOneBot: Send<'onebot'> = async (way, parcel, outside) => {
  if (parcel.mayHaveArrived && (await isInGroup(way, parcel, outside))) return { kind: 'found', answer: parcel.mark };
  // Text as a segment: nothing in it is taken for a CQ code.
  const message = [{ type: 'text', data: { text: textOf(parcel) } }];
  return outcome(await call(way, 'send_group_msg', { group_id: Number(way.settings.group), message }, outside));
};

async function isInGroup(way: Way<'onebot'>, { mark }: Parcel, outside: Outside): Promise<boolean> {
  const posted = await call(way, 'get_group_msg_history', { group_id: Number(way.settings.group), count: LOOK_BACK }, outside);
  return (
    posted.kind === 'answered' && posted.status === 200 && posted.json?.retcode === 0 && JSON.stringify(posted.json.data).includes(mark)
  );
}

function call({ settings, secrets }: Way<'onebot'>, action: string, params: object, outside: Outside): Promise<Posted> {
  const url = `${settings.url.replace(/\/+$/, '')}/${action}`;
  return post(url, params, outside, secrets.token ? { authorization: `Bearer ${secrets.token}` } : {});
}

function outcome(posted: Posted): Outcome {
  if (posted.kind !== 'answered') return posted;
  const { status, text, json, retryAfterMs } = posted;
  if (status === 429) return { kind: 'tooFast', answer: text, why: tooFastWords, restMs: retryAfterMs ?? paces.onebot.restMs };
  const known = byStatus[status];
  if (known) return { kind: 'refused', lasting: true, answer: `HTTP ${status} ${text}`, why: known };
  if (status >= 300) return refusedByStatus(posted);
  const code = json && numberIn(json, 'retcode');
  if (!json || code === null) return { kind: 'unanswered', answer: text, why: gibberish };
  // 1: taken over and worked on later; no further answer comes.
  if (code === 0 || code === 1) return { kind: 'accepted', answer: text };
  return {
    kind: 'refused',
    lasting: false,
    answer: text,
    why: { zh: `OneBot 返回 ${code}：未能发到群里`, en: `OneBot answered ${code}: it did not reach the group` },
  };
}

const byStatus: Readonly<Record<number, Words>> = {
  401: { zh: 'OneBot 要求 access_token，还没有填写', en: 'OneBot asks for an access_token and none is set' },
  403: { zh: 'access_token 不对', en: 'the access_token is wrong' },
  404: { zh: '这个地址不是 OneBot 的接口', en: 'there is no OneBot at this address' },
};
