/** The encodings of content that the service has. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Returns the best encoding that a client accepts. */
export function encodingFor(headers: Headers): Encoding {
  const accepted = (headers.get('accept-encoding') ?? '').toLowerCase();
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}
