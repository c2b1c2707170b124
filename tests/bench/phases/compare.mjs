import { isDeepStrictEqual } from 'node:util';
import { commonCursor, dataOf, post, requestOf, walkPages } from '../asking.mjs';
import { slugsIn } from '../workload.mjs';

const REQUESTS = 8;

/**
 * Compares what the servers answer. An answer that is an error is a problem too.
 *
 * @typedef {{ operation: string, text: string }} Problem
 *
 * @typedef {Map<import('../workload.mjs').Operation, import('../servers.mjs').Server[]>} Able the
 *   servers that answer an operation
 *
 * @param {import('../servers.mjs').Server[]} servers
 * @param {import('../workload.mjs').Operation[]} operations
 * @param {import('../world.mjs').World} world
 * @returns {Promise<{ problems: Problem[], able: Able }>}
 */
export async function compareAnswers(servers, operations, world) {
  const problems = [];
  const able = new Map();
  for (const operation of operations) {
    const note = (text) => problems.push({ operation: operation.name, text });
    const speaking = servers.filter(({ dialect }) => operation[dialect]);
    const walked = await keep(speaking, note, (server) => walkPages(server, operation, world));
    able.set(operation, await compareRequests(walked, operation, world, note));
  }
  return { problems, able };
}

/** The servers of which the work does not fail. */
async function keep(servers, note, work) {
  const kept = [];
  for (const server of servers) {
    try {
      await work(server);
      kept.push(server);
    } catch (error) {
      note(error.message);
    }
  }
  return kept;
}

/** The servers that answered the last of the requests: a first one may find a cold database. */
async function compareRequests(servers, operation, world, note) {
  const comparable = operation.comparable ?? slugsIn;
  let answering = [];
  for (let index = 0; index < REQUESTS; index++) {
    const answers = new Map();
    const noteHere = (text) => note(`request ${index}: ${text}`);
    answering = await keep(servers, noteHere, async (server) => {
      const cursor = commonCursor(server, servers, operation);
      const body = await post(server, requestOf(server, operation, world, index, cursor));
      answers.set(server, comparable(dataOf(body)));
    });
    const compared = answering.map((server) => answers.get(server));
    describeDifferences(answering, compared).forEach(noteHere);
  }
  return answering;
}

/** One line for each server whose answer is not that of the first. */
export function describeDifferences(servers, answers) {
  return servers
    .filter((_, index) => !isDeepStrictEqual(answers[index], answers[0]))
    .map((server) => {
      const difference = firstDifference(answers[servers.indexOf(server)], answers[0]);
      return `${server.title} ${difference} (${servers[0].title})`;
    });
}

function firstDifference(answer, expected) {
  if (!Array.isArray(answer) || !Array.isArray(expected)) {
    return `answers ${JSON.stringify(answer)}, not ${JSON.stringify(expected)}`;
  }
  const at = expected.findIndex((value, index) => value !== answer[index]);
  const position = at < 0 ? expected.length : at;
  const [given, wanted] = [answer[position] ?? 'nothing', expected[position] ?? 'nothing'];
  const lengths = `gives ${answer.length} values, not ${expected.length}`;
  return `${lengths}; at ${position} ${given}, not ${wanted}`;
}
