/** What the form asks of each kind of channel, in the words of the service's own settings page. */
import type { Words } from '#domain/kernel/words.ts';
import type { ChannelKind } from '#domain/message/message.states.ts';

export interface Field {
  readonly key: string;
  readonly words: Words;
  readonly hint?: Words;
  readonly example?: string;
  readonly initial?: string;
  readonly secret?: true;
  readonly required?: true;
  readonly number?: true;
  readonly options?: readonly { readonly value: string; readonly words: Words }[];
}

const webhook: Field = {
  key: 'webhook',
  secret: true,
  required: true,
  words: { zh: '机器人地址（Webhook）', en: 'Address of the robot (webhook)' },
  hint: { zh: '从群的机器人设置里整条复制', en: 'copied whole from the settings of the robot' },
};

export const channelFields: Readonly<Record<ChannelKind, readonly Field[]>> = {
  onebot: [
    { key: 'url', required: true, words: { zh: 'OneBot 地址', en: 'Address of OneBot' }, example: 'https://bot.example:5700' },
    { key: 'group', required: true, words: { zh: 'QQ 群号', en: 'Number of the QQ group' }, example: '123456789' },
    { key: 'token', secret: true, words: { zh: 'access_token', en: 'access_token' } },
  ],
  wecom: [webhook],
  dingtalk: [webhook, { key: 'sign', secret: true, words: { zh: '加签密钥', en: 'Signing secret' }, example: 'SEC…' }],
  feishu: [webhook, { key: 'sign', secret: true, words: { zh: '签名校验密钥', en: 'Signing secret' } }],
  mail: [
    { key: 'host', required: true, words: { zh: '邮件服务器（SMTP）', en: 'Mail server (SMTP)' }, example: 'smtp.example.gov.cn' },
    { key: 'port', required: true, number: true, initial: '465', words: { zh: '端口', en: 'Port' } },
    {
      key: 'security',
      initial: 'tls',
      words: { zh: '加密', en: 'Encryption' },
      options: [
        { value: 'tls', words: { zh: 'TLS（465 端口常用）', en: 'TLS (usual at port 465)' } },
        { value: 'starttls', words: { zh: 'STARTTLS（587 端口常用）', en: 'STARTTLS (usual at port 587)' } },
        { value: 'none', words: { zh: '不加密（仅限允许的内网）', en: 'none (allowed hosts of the own network only)' } },
      ],
    },
    { key: 'user', words: { zh: '用户名', en: 'User' } },
    { key: 'from', required: true, words: { zh: '发件地址', en: 'Sender' }, example: 'wmb@example.gov.cn' },
    { key: 'password', secret: true, words: { zh: '密码或授权码', en: 'Password' } },
  ],
};
