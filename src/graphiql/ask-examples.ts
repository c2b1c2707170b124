import { examples } from './examples.js';

/**
 * Asks GraphiQL's examples one after the other, and then all of them again, unless the
 * signal aborts. The store has then planned them and read what they need, so the first person who
 * sends one does not wait for that.
 */
export async function askExamples(
  fetch: (request: Request) => Promise<Response>,
  stopping: AbortSignal,
): Promise<void> {
  for (const { query, variables } of [...examples, ...examples]) {
    if (stopping.aborted) return;
    const parameters = new URLSearchParams({
      query,
      ...(variables && { variables: JSON.stringify(variables) }),
    });
    const response = await fetch(
      new Request(`http://localhost/graphql?${parameters.toString()}`, {
        headers: { accept: 'application/json' },
      }),
    );
    await response.arrayBuffer();
  }
}
