import { isDeepStrictEqual } from 'node:util';
import { commonCursor, dataOf, post, requestOf, walkPages } from '../asking.mjs';
import { slugsIn } from '../workload.mjs';

const REQUESTS = 8;

/**
 * Compares what the servers answer. An operation that a server cannot answer is a problem too.
 *
 * @typedef {{ operation: string, text: string }} Problem
 *
 * @param {import('../servers.mjs').Server[]} servers
 * @param {import('../workload.mjs').Operation[]} operations
 * @param {import('../world.mjs').World} world
 * @returns {Promise<{ problems: Problem[], able: Map<object, import('../servers.mjs').Server[]> }>}
 *   `able`: the servers that answer an operation
 */
export async function compareAnswers(servers, operations, world) {
  const problems = [];
  const able = new Map();
  for (const operation of operations) {
    const speaking = servers.filter(({ dialect }) => operation[dialect]);
    const answering = [];
    for (const server of speaking) {
      try {
        await walkPages(server, operation, world);
        await post(server, requestOf(server, operation, world, 0));
        answering.push(server);
      } catch (error) {
        problems.push({ operation: operation.name, text: error.message });
      }
    }
    able.set(operation, answering);
    problems.push(...(await differences(answering, operation, world)));
  }
  return { problems, able };
}

async function differences(servers, operation, world) {
  const comparable = operation.comparable ?? slugsIn;
  const problems = [];
  for (let index = 0; index < REQUESTS; index++) {
    const answers = [];
    for (const server of servers) {
      const cursor = commonCursor(server, servers, operation);
      const body = await post(server, requestOf(server, operation, world, index, cursor));
      answers.push(comparable(dataOf(body)));
    }
    for (const difference of describeDifferences(servers, answers)) {
      problems.push({ operation: operation.name, text: `request ${index}: ${difference}` });
    }
  }
  return problems;
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
