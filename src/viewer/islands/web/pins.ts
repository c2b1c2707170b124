import type { Place } from './places.js';

/** Reads places that a reader gave to entities: `slug:x:y`. Others are ignored. */
export function readPins(pins: readonly string[]): Map<string, Place> {
  return new Map(
    pins.flatMap((pin) => {
      const [slug, x, y] = pin.split(':');
      const place = { x: Number(x), y: Number(y) };
      const isPlace = Number.isFinite(place.x) && Number.isFinite(place.y);
      return slug && x && y && isPlace ? [[slug, place] as const] : [];
    }),
  );
}

/** Writes the pins into the address, in which they come last. */
export function writePins(pins: ReadonlyMap<string, Place>): void {
  const address = new URL(location.href);
  address.searchParams.delete('pin');
  const written = [...pins].map(([slug, { x, y }]) => `${slug}:${rounded(x)}:${rounded(y)}`);
  const query = [address.searchParams.toString(), written.length > 0 && `pin=${written.join(',')}`];
  address.search = query.filter(Boolean).join('&');
  history.replaceState(null, '', address);
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
