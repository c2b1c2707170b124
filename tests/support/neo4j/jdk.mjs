import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Returns the Java releases that a Neo4j release supports: the oldest and the newest one. */
function releasesFor(neo4jVersion) {
  return neo4jVersion.startsWith('5.') ? { least: 17, last: 21 } : { least: 21, last: Infinity };
}

/** Returns folders that may be a JDK: first those of the environment, then those of the system. */
function candidates() {
  const folders = process.env.JAVA_HOME ? [process.env.JAVA_HOME] : [];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const java = path.join(folder, 'java');
    // The system's `java` is a chain of links that ends at JDK/bin/java.
    if (folder && existsSync(java)) folders.push(path.dirname(path.dirname(realpathSync(java))));
  }
  for (const parent of ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines']) {
    if (!existsSync(parent)) continue;
    for (const name of readdirSync(parent)) {
      folders.push(path.join(parent, name), path.join(parent, name, 'Contents/Home'));
    }
  }
  return folders;
}

/**
 * Returns the release number of a JDK; undefined if the folder has none (a runtime cannot compile).
 */
function releaseOf(folder) {
  const file = path.join(folder, 'release');
  if (!existsSync(path.join(folder, 'bin/javac')) || !existsSync(file)) return undefined;
  const version = /^JAVA_VERSION="(\d+)/m.exec(readFileSync(file, 'utf8'));
  return version ? Number(version[1]) : undefined;
}

/**
 * Returns the path of the `java` that runs a Neo4j release: that of the oldest supported JDK.
 *
 * @param {string} neo4jVersion such as 5.26.20
 * @throws if this machine has no supported JDK
 */
export function findJava(neo4jVersion) {
  const { least, last } = releasesFor(neo4jVersion);
  const fitting = candidates()
    .map((folder) => ({ folder, release: releaseOf(folder) }))
    .filter(({ release }) => release !== undefined && release >= least && release <= last)
    .sort((one, other) => one.release - other.release);
  if (fitting.length === 0) {
    const wanted = last === Infinity ? `${least} or newer` : `${least} to ${last}`;
    throw new Error(
      `Neo4j ${neo4jVersion} needs a JDK ${wanted}, and none was found in JAVA_HOME, PATH or /usr/lib/jvm.`,
    );
  }
  return path.join(fitting[0].folder, 'bin/java');
}
