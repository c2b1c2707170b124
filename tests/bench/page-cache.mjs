import { spawnSync } from 'node:child_process';
import { filesUnder } from './cache.mjs';

/**
 * Drops the files under a folder from the system's page cache, so that they are read from the disk
 * again. No process may have them open. Needs no privileges, but `dd` of the GNU coreutils.
 *
 * @returns {boolean} false if that is not possible here
 */
export function dropPageCache(folder) {
  return filesUnder(folder).every((file) => {
    // This copies nothing; `nocache` is posix_fadvise(POSIX_FADV_DONTNEED) for the whole file.
    const parameters = [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'];
    return spawnSync('dd', parameters, { stdio: 'ignore' }).status === 0;
  });
}
