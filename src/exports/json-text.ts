/**
 * Writes the entries of several lists as JSON, a line each, within an object whose other properties
 * stand before and after them.
 */
export async function* jsonEntries<R>(
  batches: AsyncIterable<readonly R[]>,
  entryOf: (record: R) => unknown,
): AsyncGenerator<string> {
  let before = '\n';
  for await (const records of batches) {
    const lines = records.map((record) => JSON.stringify(entryOf(record)));
    if (lines.length === 0) continue;
    yield before + lines.join(',\n');
    before = ',\n';
  }
  yield '\n';
}
