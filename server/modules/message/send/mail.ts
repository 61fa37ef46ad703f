/** Mail by SMTP. Every attempt of a message bears the same Message-ID, by which mail servers and programs know a repetition. */

import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Words } from '#domain/kernel/words.ts';
import type { Outcome } from '#domain/message/attempt.ts';
import { guardedLookup, isAllowed, refuseOwnNetwork, withoutBrackets } from '#server/platform/own-network.ts';
import type { Send } from './parcel.ts';
import { failed, type Outside } from './post.ts';
import { noAddress } from './robot.ts';

export const sendByMail: Send<'mail'> = async ({ settings, secrets }, parcel, outside) => {
  if (!parcel.address) return noAddress;
  const { host, port, security, user, from } = settings;
  if (security === 'none' && !isAllowed(outside.allowed, host, port)) return unencrypted;
  let address: string;
  try {
    address = await addressOf(host, port, outside);
  } catch (error) {
    return failed(error as Error, false);
  }
  const message = await new MailComposer({
    from,
    to: parcel.address,
    subject: parcel.title,
    text: parcel.text,
    messageId: `<${parcel.id}@${from.split('@')[1]}>`,
    headers: { 'auto-submitted': 'auto-generated' },
  })
    .compile()
    .build();
  const line = new SMTPConnection({
    host: address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(isIP(host) ? {} : { tls: { servername: host } }),
    connectionTimeout: outside.timeoutMs,
    greetingTimeout: outside.timeoutMs,
    socketTimeout: outside.timeoutMs,
  });
  const whole = setTimeout(() => line.close(), outside.timeoutMs * 2);
  const progress = { left: false };
  try {
    await connect(line);
    if (user) await promisify(line.login.bind(line) as Step<object>)({ user, pass: secrets.password ?? '' });
    const { response } = await say(line, { from, to: [parcel.address] }, message, progress);
    line.quit();
    return { kind: 'accepted', answer: response };
  } catch (error) {
    return outcomeOf(error as SmtpError, progress.left);
  } finally {
    clearTimeout(whole);
    line.close();
  }
};

type Step<Given> = (given: Given, done: (error: Error | null | undefined) => void) => void;

/** What breaks while nothing is waited for comes as an event. */
function connect(line: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    line.on('error', reject);
    line.once('end', () => reject(Object.assign(new Error('closed'), { code: 'ECONNECTION' })));
    line.connect((error) => (error ? reject(error) : resolve()));
  });
}

/** The mail is read only once the server has asked for it: from then on it may have arrived, whatever happens. */
function say(
  line: SMTPConnection,
  envelope: SMTPConnection.Envelope,
  message: Buffer,
  progress: { left: boolean },
): Promise<SMTPConnection.SentMessageInfo> {
  const source = new Readable({
    read() {
      progress.left = true;
      this.push(message);
      this.push(null);
    },
  });
  return new Promise((resolve, reject) => {
    line.once('error', reject);
    line.once('end', () => reject(Object.assign(new Error('closed'), { code: 'ECONNECTION' })));
    line.send(envelope, source, (error, info) => (error ? reject(error) : resolve(info)));
  });
}

/** The address is looked up here and connected to as it is, so that it cannot become another one in between. */
async function addressOf(host: string, port: number, { allowed, timeoutMs }: Outside): Promise<string> {
  refuseOwnNetwork(host, port, allowed);
  const name = withoutBrackets(host);
  if (isIP(name)) return name;
  const look = promisify<string, object, string>(guardedLookup(name, port, allowed) as never);
  const found = await Promise.race([look(name, {}), sleep(timeoutMs, null, { ref: false })]);
  if (found === null) throw Object.assign(new Error('the name is not answered'), { code: 'EAI_AGAIN' });
  return found;
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** Before the text nothing can have arrived. A 4xx is of the moment, a 5xx stays (RFC 5321, 4.2.1). */
function outcomeOf(error: SmtpError, left: boolean): Outcome {
  const answer = (error.response ?? error.code ?? error.message).slice(0, 500);
  if (error.code === 'EAUTH') return { kind: 'refused', lasting: true, answer, why: words.login };
  if (error.responseCode !== undefined) {
    const lasting = error.responseCode >= 500;
    const why = error.command === 'RCPT TO' ? words.receiver : lasting ? words.refused : words.later;
    return { kind: 'refused', lasting, answer, why };
  }
  if (left) return { kind: 'unanswered', answer, why: words.cutOff };
  if (/certificate|CERT_|SELF_SIGNED/i.test(`${error.code} ${error.message}`)) return { kind: 'unreached', answer, why: words.untrusted };
  if (error.code === 'ETLS') return { kind: 'unreached', lasting: true, answer, why: words.noTls };
  return { kind: 'unreached', answer, why: words.unreached };
}

const words = {
  login: { zh: '邮件服务器不认用户名或密码（授权码）', en: 'the mail server refuses user name or password' },
  receiver: { zh: '收件地址不被接受', en: 'the receiver is not accepted' },
  refused: { zh: '邮件服务器拒收', en: 'the mail server refuses it' },
  later: { zh: '邮件服务器暂时不收', en: 'the mail server does not take it for the moment' },
  cutOff: { zh: '已发出，回执之前连接断了', en: 'sent, but the connection broke before an answer' },
  noTls: { zh: '邮件服务器不支持所选的加密方式', en: 'the mail server does not offer this encryption' },
  untrusted: { zh: '邮件服务器的证书不可信', en: 'the certificate of the mail server is not trusted' },
  unreached: { zh: '连不上邮件服务器', en: 'the mail server cannot be reached' },
} as const satisfies Record<string, Words>;

const unencrypted: Outcome = {
  kind: 'unreached',
  lasting: true,
  answer: 'none',
  why: {
    zh: '不加密的邮件服务器只能在允许的内网里用',
    en: 'a mail server without encryption may only be one of the own network that is allowed',
  },
};
