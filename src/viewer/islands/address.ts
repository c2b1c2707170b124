/**
 * Returns the address of this page with other values of some parameters; null leaves one out. Pins
 * come last, as in the addresses of the service.
 */
export function changedAddress(changes: Readonly<Record<string, string | null>>): URL {
  const address = new URL(location.href);
  const { searchParams } = address;
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) searchParams.delete(name);
    else searchParams.set(name, value);
  }
  const pins = searchParams.get('pin');
  searchParams.delete('pin');
  if (pins !== null) searchParams.append('pin', pins);
  address.search = queryOf(searchParams);
  return address;
}

/** Writes parameters as the service does: commas, slashes and colons stay legible. */
export function queryOf(parameters: URLSearchParams): string {
  return String(parameters).replace(/%(2C|2F|3A)/g, decodeURIComponent);
}
