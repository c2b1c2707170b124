import { Zip, ZipDeflate, strToU8 } from 'fflate';

/** A file of an archive, which is written while the archive is. */
export interface ArchivedFile {
  readonly name: string;
  readonly write: () => AsyncIterable<string | Uint8Array>;
}

/** The date of all files, since an archive of the same files has the same bytes. */
const DATE = new Date(1980, 0, 1);

/** Level 6 is the usual one, and takes twice as long for a tenth less. */
const LEVEL = 4;

/** Writes an archive, file by file, in parts that follow each other. */
export async function* zipped(
  files: Iterable<ArchivedFile> | AsyncIterable<ArchivedFile>,
): AsyncGenerator<Uint8Array> {
  let written: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, part) => {
    // fflate passes null if nothing is wrong, whatever its type says.
    if (error as Error | null) failure = error;
    else written.push(part);
  });
  const taken = (): Uint8Array => {
    if (failure) throw failure;
    const all = Buffer.concat(written);
    written = [];
    return all;
  };
  for await (const { name, write } of files) {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = DATE;
    zip.add(file);
    for await (const part of write()) {
      file.push(typeof part === 'string' ? strToU8(part) : part);
      yield taken();
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield taken();
}
