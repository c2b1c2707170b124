/** Whether the browser can draw with WebGL. The context that it takes to know is freed at once. */
export function isWebglOffered(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  freeContext(context);
  return context !== null;
}

/** Frees a context: a browser keeps only a few of them, and not all that it no longer needs. */
export function freeContext(context: WebGL2RenderingContext | null): void {
  context?.getExtension('WEBGL_lose_context')?.loseContext();
}
