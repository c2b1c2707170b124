// A worker that behaves as the body of each request says. It shares the messages of src/worker.ts.

const send = (message) => process.send(message);

process.on('message', (message) => {
  if (message.kind === 'start') return send({ kind: 'log', line: `started ${process.pid}` });
  if (message.kind === 'abort') return send({ kind: 'aborted', id: message.id });
  const { id, request } = message;
  const answer = () => {
    for (const part of [request.body, ' ', String(process.pid)])
      send({ kind: 'part', id, part: Buffer.from(part) });
    send({ kind: 'answer', id, answer: { status: 200, headers: {}, errors: null } });
  };
  if (request.body === 'answer') return answer();
  if (request.body === 'later') return setTimeout(answer, 300);
  if (request.body === 'loop') for (;;);
  if (request.body === 'memory') {
    const kept = [];
    for (;;) kept.push(new Array(1_000).fill(id));
  }
  if (request.body === 'failed') {
    send({ kind: 'failed', code: 'STORE_UNAVAILABLE', message: 'Away.' });
    process.disconnect();
  }
});
