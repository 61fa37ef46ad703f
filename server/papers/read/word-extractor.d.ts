/** The package carries no types; its public ones leave out the option that keeps quotation marks as they are printed. */
declare module 'word-extractor' {
  interface Extracted {
    getBody(options?: { readonly filterUnicode?: boolean }): string;
  }
  export default class WordExtractor {
    extract(source: string | Buffer): Promise<Extracted>;
  }
}
