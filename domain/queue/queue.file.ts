/** The file a phone exports: acts as they would be sent, each sealed, and the bytes of their photos. Types and checks without a schema library. */

export const QUEUE_FORMAT = 'chuangcheng-queue';
export const QUEUE_VERSION = 1;

export interface QueueItem {
  readonly name: string;
  /** The act as it would be sent, as JSON text. */
  readonly body: string;
  readonly seal: string;
  /** What it is about, as the person wrote it. */
  readonly about: string;
  readonly queuedAt: string;
  /** Set for the announcement of a photo: which of `photos` it is. */
  readonly photoId: string | null;
  /** What the server had said against it, if it had been tried. */
  readonly refused: { readonly zh: string; readonly en: string } | null;
}

export interface QueueFile {
  readonly format: typeof QUEUE_FORMAT;
  readonly version: typeof QUEUE_VERSION;
  readonly exportedAt: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly unitName: string;
  /** In the order in which they must be brought in. */
  readonly items: readonly QueueItem[];
  /** Base64 by photo id. */
  readonly photos: Readonly<Record<string, string>>;
}

/** The file, or null when it is none of ours. What the items say is judged by the server. */
export function readQueueFile(text: string): QueueFile | null {
  let file: Partial<QueueFile> | null;
  try {
    file = JSON.parse(text) as Partial<QueueFile> | null;
  } catch {
    return null;
  }
  const isOurs =
    file?.format === QUEUE_FORMAT &&
    file.version === QUEUE_VERSION &&
    typeof file.person?.id === 'string' &&
    typeof file.person.name === 'string' &&
    Array.isArray(file.items) &&
    file.items.every((item) =>
      [item?.name, item?.body, item?.seal, item?.about, item?.queuedAt].every((part) => typeof part === 'string'),
    ) &&
    typeof file.photos === 'object' &&
    file.photos !== null;
  return isOurs ? (file as QueueFile) : null;
}
