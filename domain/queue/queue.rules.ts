/** What may be brought in from the exported queue of a phone, and what an export is sealed over. Pure, small enough for the phone. */

const KINDS = ['issue', 'patrol', 'presence', 'photo'];

/** The acts of the field; whatever else a person may do, they do themselves. */
export function isBringable(act: string): boolean {
  return KINDS.includes(act.split('.')[0]!);
}

/** `body` is the act as it would be sent, as text: the seal stands for every byte of it. */
export function sealedText(name: string, body: string): string {
  return `${name}\n${body}`;
}
