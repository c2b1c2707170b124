import { changedAddress } from '../address.js';
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

/** Writes the pins into the address. */
export function writePins(pins: ReadonlyMap<string, Place>): void {
  const written = [...pins].map(([slug, { x, y }]) => `${slug}:${x}:${y}`);
  const pin = written.length === 0 ? null : written.join(',');
  history.replaceState(null, '', changedAddress({ pin }));
}

/** Returns a place as an address has it, so that the web has the same one when it is opened there. */
export function rounded({ x, y }: Place): Place {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}
