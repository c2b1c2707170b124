/** The addresses of the styles and scripts that all pages load. */
export interface Assets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}
