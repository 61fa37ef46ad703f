/** Channels to the outside: group robots and mail. What opens them is sealed on the server and never shown again. */
import { z } from 'zod';
import { line, OfferedAct, Ref } from '../kernel/contract.ts';
import { type ChannelKind, channelKinds, channelStates } from './message.states.ts';

export const ChannelKindSchema = z.enum(Object.keys(channelKinds) as [ChannelKind, ...ChannelKind[]]);

/** An address of a service or of its server on the internet. */
const url = z
  .string()
  .trim()
  .max(500)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    message: '应为 https:// 开头的地址 / an address that begins with https://',
  });
/** A secret as somebody pastes it; never empty. */
const secret = z.string().trim().min(1).max(500);
const mailAddress = z.email().max(200);

/** What may be shown of a channel of each kind. */
export const settingsOf = {
  onebot: z.object({
    url: url.describe('where OneBot listens for HTTP'),
    group: z
      .string()
      .regex(/^\d{5,12}$/, { message: '群号应为 5—12 位数字 / a group number of 5 to 12 digits' })
      .describe('number of the QQ group'),
  }),
  wecom: z.object({}),
  dingtalk: z.object({}),
  feishu: z.object({}),
  mail: z.object({
    host: z
      .string()
      .trim()
      .regex(/^[\w.:-]{1,200}$/),
    port: z.int().min(1).max(65_535),
    security: z.enum(['tls', 'starttls', 'none']).describe('tls from the start, STARTTLS, or no encryption: only within the own network'),
    user: line(200).describe('empty where the server asks for none'),
    from: mailAddress.describe('the sender'),
  }),
} as const satisfies Record<ChannelKind, z.ZodObject>;

/** What is sealed. A field left out stays as it was kept. */
export const secretsOf = {
  onebot: z.object({ token: secret.optional().describe('access_token') }),
  wecom: z.object({ webhook: secret.optional().describe('the whole address of the robot; its key is in it') }),
  dingtalk: z.object({ webhook: secret.optional(), sign: secret.optional().describe('加签密钥, begins with SEC') }),
  feishu: z.object({ webhook: secret.optional(), sign: secret.optional().describe('签名校验密钥') }),
  mail: z.object({ password: secret.optional() }),
} as const satisfies Record<ChannelKind, z.ZodObject>;

export type ChannelSettings = { [K in ChannelKind]: z.infer<(typeof settingsOf)[K]> };
export type ChannelSecrets = { [K in ChannelKind]: z.infer<(typeof secretsOf)[K]> };
export type SecretName = 'token' | 'webhook' | 'sign' | 'password';

/** Which secrets a kind has, in the order of its form. */
export const secretNames: Readonly<Record<ChannelKind, readonly SecretName[]>> = {
  onebot: ['token'],
  wecom: ['webhook'],
  dingtalk: ['webhook', 'sign'],
  feishu: ['webhook', 'sign'],
  mail: ['password'],
};

export const Channel = z.object({
  id: z.string(),
  unitId: z.string(),
  state: z.enum(Object.keys(channelStates) as [keyof typeof channelStates, ...(keyof typeof channelStates)[]]),
  kind: ChannelKindSchema,
  name: z.string(),
});
export type Channel = z.infer<typeof Channel>;

export const ChannelView = Channel.omit({ unitId: true }).extend({
  place: Ref.nullable().describe('the place whose group it is; one of no place gets the rows that choose it'),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  host: z.string().describe('the server it sends to'),
  secrets: z.array(z.object({ name: z.string(), setAt: z.string() })).describe('which secrets are kept; their values are never shown'),
  restsUntil: z.string().nullable().describe('the service asked for a rest'),
  waiting: z.int().describe('messages on their way'),
  stuck: z.int(),
  lastSentAt: z.string().nullable(),
  acts: z.array(OfferedAct),
});
export type ChannelView = z.infer<typeof ChannelView>;
