/**
 * The services behind the channels as their public documentation describes them: what they check, how fast they let themselves be asked,
 * and what they answer when something is wrong. The signatures are worked out here anew, after the documentation and not after our code.
 */
import { createHmac } from 'node:crypto';
import { type Answer, type Asked, limit, openPeer, type Peer } from './peer.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

const isString = (value: unknown): value is string => typeof value === 'string' && value !== '';

function textIn(body: Asked['body'], key: 'text' | 'content', inner: 'content' | 'text'): string | null {
  const part = body?.[key] as Record<string, unknown> | undefined;
  return isString(part?.[inner]) ? part[inner] : null;
}

/** github.com/botuniverse/onebot-11, communication/http.md and api/public.md. The history of a group is an extension of some servers. */
export function openOneBot(terms: { readonly token: string; readonly group: number; readonly history?: boolean }): Promise<Peer> {
  return openPeer(({ path, headers, body }, said): Answer => {
    if (!headers.authorization) return { status: 401 };
    if (headers.authorization !== `Bearer ${terms.token}`) return { status: 403 };
    if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return { status: 406 };
    if (!body) return { status: 400 };
    const ok = (data: object): Answer => ({ json: { status: 'ok', retcode: 0, data } });
    const failed = (retcode: number): Answer => ({ json: { status: 'failed', retcode, data: null } });
    const action = path.slice(1);
    if (action === 'get_group_msg_history' && terms.history)
      return ok({ messages: said.map((text, i) => ({ message_id: i, message: [{ type: 'text', data: { text } }] })) });
    if (action !== 'send_group_msg') return { status: 404 };
    if (body.group_id !== terms.group) return failed(100);
    const segments = body.message as readonly { readonly type: string; readonly data: { readonly text: string } }[];
    if (!Array.isArray(segments) || !segments.every(({ type, data }) => type === 'text' && isString(data.text))) return failed(100);
    said.push(segments.map(({ data }) => data.text).join(''));
    return ok({ message_id: said.length });
  });
}

/** developer.work.weixin.qq.com/document/path/91770: 20 a minute, a text of at most 2048 bytes; errors with HTTP 200. */
export function openWeCom(terms: { readonly key: string; readonly most?: number }): Promise<Peer> {
  const tooMuch = limit(terms.most ?? 20, MINUTE);
  return openPeer(({ path, query, body }, said): Answer => {
    const error = (errcode: number, errmsg: string): Answer => ({ json: { errcode, errmsg } });
    if (path !== '/cgi-bin/webhook/send') return { status: 404 };
    if (query.get('key') !== terms.key) return error(93000, 'invalid webhook url, hint: [1700000000000_peer]');
    if (tooMuch()) return error(45009, 'api freq out of limit, hint: [1700000000000_peer]');
    const text = textIn(body, 'text', 'content');
    if (body?.msgtype !== 'text' || text === null) return error(40008, 'invalid message type');
    if (Buffer.byteLength(text) > 2048) return error(40058, 'text.content exceed max length 2048. invalid Request Parameter');
    said.push(text);
    return error(0, 'ok');
  });
}

/** open.dingtalk.com/document/robots/customize-robot-security-settings: 20 a minute, then closed for ten; the sign is good for an hour. */
export function openDingTalk(terms: {
  readonly token: string;
  readonly secret: string;
  readonly most?: number;
  readonly clock?: () => number;
}): Promise<Peer> {
  const { clock = Date.now } = terms;
  const tooMuch = limit(terms.most ?? 20, MINUTE);
  return openPeer(({ path, query, body }, said): Answer => {
    const error = (errcode: number, errmsg: string): Answer => ({ json: { errcode, errmsg } });
    if (path !== '/robot/send') return { status: 404 };
    if (query.get('access_token') !== terms.token) return error(300005, 'token is not exist');
    const timestamp = query.get('timestamp') ?? '';
    if (!/^\d{13}$/.test(timestamp) || Math.abs(clock() - Number(timestamp)) > HOUR)
      return error(310000, 'description:机器人发送签名过期;solution:签名生成时间和发送时间请保持在timestampms以内');
    const sign = createHmac('sha256', terms.secret).update(`${timestamp}\n${terms.secret}`, 'utf8').digest('base64');
    if (query.get('sign') !== sign)
      return error(310000, 'description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中');
    if (tooMuch()) return error(130101, 'description:send too fast, exceed 20 times per minute');
    const text = textIn(body, 'text', 'content');
    if (body?.msgtype !== 'text' || text === null) return error(40035, '缺少参数 json');
    said.push(text);
    return error(0, 'ok');
  });
}

/** open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: the key is `timestamp\nsecret`, what is signed is empty; 100 a minute, 5 a second. */
export function openFeishu(terms: { readonly token: string; readonly secret: string; readonly most?: number }): Promise<Peer> {
  const tooMuch = limit(terms.most ?? 100, MINUTE);
  const tooFast = limit(5, 1_000);
  return openPeer(({ path, body }, said): Answer => {
    const error = (code: number, msg: string): Answer => ({ json: { code, data: {}, msg } });
    if (path !== `/open-apis/bot/v2/hook/${terms.token}`) return error(19001, 'param invalid: incoming webhook access token invalid');
    const timestamp = String(body?.timestamp ?? '');
    const sign = createHmac('sha256', `${timestamp}\n${terms.secret}`).update('').digest('base64');
    if (!/^\d{10}$/.test(timestamp) || Math.abs(Date.now() / 1000 - Number(timestamp)) > 3600 || body?.sign !== sign)
      return error(19021, 'sign match fail or timestamp is not within one hour from current time');
    if (tooMuch() || tooFast()) return error(11232, 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]');
    const text = textIn(body, 'content', 'text');
    if (body?.msg_type !== 'text' || text === null) return error(9499, 'Bad Request');
    said.push(text);
    return { json: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' } };
  });
}
