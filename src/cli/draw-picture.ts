import { pino } from 'pino';
import { PICTURE_FORMAT } from '../exports/formats.js';
import { createApp } from '../http/app.js';
import type { Store } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { CommandFailure } from './failure.js';

/**
 * Returns the picture of one entity, as the service answers at `/export/svg?QUERY`.
 * @param origin the address of the service, for the links of the picture.
 * @throws CommandFailure for whatever the service would refuse, with what it says.
 */
export async function drawPicture(
  store: Store,
  vocabulary: Vocabulary,
  origin: string,
  query: string,
): Promise<string> {
  const app = createApp({ store, vocabulary, logger: pino({ level: 'silent' }) });
  const address = new URL(`/export/${PICTURE_FORMAT}`, origin);
  address.search = query;
  const response = await app.fetch(
    new Request(address, { headers: { 'accept-encoding': 'identity' } }),
  );
  const text = await response.text();
  if (response.ok) return text;
  throw new CommandFailure(text.trim(), 1);
}
