/** The version of Kenes. It equals the version in package.json. */
export const KENES_VERSION = '0.1.0';
