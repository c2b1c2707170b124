import { examples } from './examples.js';

/**
 * Asks the queries of GraphiQL's tabs, one after the other and all of them twice, until a signal ends
 * it: who presses the button first then waits for no server that plans them.
 */
export async function askExamples(
  fetch: (request: Request) => Promise<Response>,
  ending: AbortSignal,
): Promise<void> {
  for (const { query } of [...examples, ...examples]) {
    if (ending.aborted) return;
    const parameters = new URLSearchParams({ query });
    const response = await fetch(
      new Request(`http://localhost/graphql?${parameters.toString()}`, {
        headers: { accept: 'application/json' },
      }),
    );
    await response.arrayBuffer();
  }
}
