/** A mail server over loopback that asks for a password, takes mail for some addresses only and can put off or break off. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailPeer {
  readonly port: number;
  readonly mails: { readonly to: string; readonly source: string }[];
  /** `later`: 451 after the data; `cut`: takes the mail and breaks the line before it answers. */
  mood: 'well' | 'later' | 'cut';
  close(): Promise<void>;
}

interface MailTerms {
  readonly user: string;
  readonly password: string;
  readonly knows: (address: string) => boolean;
  /** Offers STARTTLS, under a certificate nobody trusts. */
  readonly starttls?: boolean;
}

export async function openMail({ user, password, knows, starttls = false }: MailTerms): Promise<MailPeer> {
  const sockets = new Set<{ destroy(): void }>();
  const mails: MailPeer['mails'] = [];
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: starttls ? [] : ['STARTTLS'],
    onAuth: (auth, _session, done) =>
      auth.username === user && auth.password === password ? done(null, { user }) : done(refusal(535, 'Error: authentication failed')),
    onRcptTo: ({ address }, _session, done) => (knows(address) ? done() : done(refusal(550, 'Mailbox not found'))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (peer.mood === 'later') return done(refusal(451, 'Requested action aborted: try again later'));
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', source: Buffer.concat(chunks).toString() });
        if (peer.mood === 'cut') for (const socket of sockets) socket.destroy();
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => sockets.add(socket));
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const peer: MailPeer = {
    port: (listening.address() as AddressInfo).port,
    mails,
    mood: 'well',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return peer;
}

/** The text of a mail as it is read: quoted-printable or base64 undone. */
export function textOfMail(source: string): string {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
