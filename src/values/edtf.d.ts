/** The part of the library that Kenes uses. The library ships no types of its own. */
declare module 'edtf' {
  interface ExtendedDate {
    /**
     * The date as the library prints it. It differs from the text that was read if a day rolled
     * over.
     */
    readonly edtf: string;
    /** The first and the last millisecond of the date, counted from 1970-01-01T00:00Z. */
    readonly min: number;
    readonly max: number;
  }

  /** Throws an Error if the text is none of the `types` at `level` (0, 1 or 2) of EDTF. */
  export default function edtf(
    text: string,
    constraints?: { readonly level?: number; readonly types?: readonly string[] },
  ): ExtendedDate;
}
