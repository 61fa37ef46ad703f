/** A short text in both languages of the interface. Chinese comes first everywhere. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;
