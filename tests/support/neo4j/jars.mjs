import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

const pom = path.join(import.meta.dirname, 'pom.xml');

function cacheFolder() {
  const base = process.env.KENES_TEST_CACHE ?? path.join(homedir(), '.cache/kenes');
  return path.join(base, 'neo4j');
}

/** Runs Maven; its output goes to standard error. */
function maven(parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn('mvn', parameters, { stdio: ['ignore', 2, 2] });
    child.once('error', (cause) => {
      reject(
        new Error('Maven (mvn) could not be started: it brings the jars of Neo4j.', { cause }),
      );
    });
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Maven ended with ${code}: it could not bring the jars of Neo4j.`));
    });
  });
}

/**
 * Returns the folder of a Neo4j release's jars. The first time, downloads them from Maven Central
 * (about 150 MB).
 *
 * @param {string} version such as 5.26.20
 */
export async function jarsOf(version) {
  const folder = path.join(cacheFolder(), version);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder(), { recursive: true });
  // The folder has another name until the download is complete, so that an aborted one is not used.
  const unfinished = await mkdtemp(path.join(cacheFolder(), `${version}-`));
  try {
    await maven([
      '--quiet',
      '--batch-mode',
      '-Dstyle.color=never',
      '--file',
      pom,
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
      '-DincludeScope=runtime',
      `-Dneo4j.version=${version}`,
      `-DoutputDirectory=${unfinished}`,
    ]);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process may have downloaded the same jars meanwhile.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
