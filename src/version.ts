/** The version of Kenes, which equals the one in package.json. */
export const KENES_VERSION = '0.1.0';
