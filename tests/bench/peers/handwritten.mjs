/**
 * What the machine allows: one hand-written Cypher statement an operation, auto-commit, slim rows
 * (lists, not maps), behind a bare node:http handler. PORT, NEO4J_URI, NEO4J_USERNAME,
 * NEO4J_PASSWORD.
 */
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { operations } from '../workload.mjs';
import { connect } from './connect.mjs';

const driver = connect({ disableLosslessIntegers: true, fetchSize: -1, telemetryDisabled: true });
const byPath = new Map(
  operations
    .filter(({ handWritten }) => handWritten)
    .map(({ name, handWritten }) => [`/operations/${name}`, handWritten]),
);

/** The rows of a statement, each a list of values. */
async function readRows(cypher, parameters) {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const rows = [];
    await new Promise((resolve, reject) => {
      session.run(cypher, parameters).subscribe({
        onNext: (record) => rows.push(record._fields), // as stored: no object a row is made
        onCompleted: resolve,
        onError: reject,
      });
    });
    return rows;
  } finally {
    await session.close();
  }
}

async function answer(path, variables) {
  const { cypher, parameters = (given) => given, answer: toAnswer } = byPath.get(path);
  return { data: toAnswer(await readRows(cypher, parameters(variables))) };
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks));
}

async function handle(request, response) {
  try {
    const body = Buffer.from(JSON.stringify(await answer(request.url, await readBody(request))));
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    response.writeHead(200, headers).end(body);
  } catch (error) {
    response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] }));
  }
}

createServer(handle).listen(Number(process.env.PORT), '127.0.0.1');
