import { isIPv4 } from 'node:net';

/** Matches a name, an IPv4 address or an IPv6 address in brackets, each with an optional port. */
const AUTHORITY = /^(\[[\da-f:.]+\]|[a-z\d._-]{1,253})(:\d{1,5})?$/i;

/**
 * Returns the host of an authority such as `Kenes.example:4000`: in lower case, without port and
 * final dot. Returns null if the authority is malformed, or has more than a host and a port.
 */
export function hostNameOf(authority: string): string | null {
  const url = `http://${authority}`;
  if (!AUTHORITY.test(authority) || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/\.$/, '');
}

/** Returns whether a host, as `hostNameOf` returns it, always means the machine itself. */
export function isLoopback(host: string): boolean {
  if (isIPv4(host)) return host.startsWith('127.');
  return host === '[::1]' || host === 'localhost' || host.endsWith('.localhost');
}
