/** The seal of an exported queue: each person's phone has a key of its own, made from the server's secret. */
import { createHmac } from 'node:crypto';

/** Given to the person when they sign in, kept on their phone. Hex. */
export function queueKeyOf(secret: string, personId: string): string {
  return createHmac('sha256', secret).update(`queue\n${personId}`).digest('hex');
}

export function sealOf(secret: string, personId: string, text: string): string {
  return createHmac('sha256', Buffer.from(queueKeyOf(secret, personId), 'hex'))
    .update(text)
    .digest('hex');
}
