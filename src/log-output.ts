import { fstatSync, write, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** The number of bytes of lines that are kept while they cannot be written. */
const MOST_KEPT = 1024 * 1024;

/**
 * Lines are written together: to write them one by one takes a tenth of the time of a small
 * request. A process that is killed loses the lines of this time.
 */
const TOGETHER_MS = 100;

/** Lines are written at once when they have this many bytes. */
const TOGETHER_BYTES = 4_096;

/** The pause before another attempt, if the lines could not be written: a disk may be full. */
const RETRY_MS = 1_000;

/** How long the end of the process waits for the log. */
const CLOSING_MS = 300;

/** Writes bytes, and returns how many of them; rejects if none could be written. */
type Write = (bytes: Buffer) => Promise<number>;

/**
 * Writes the lines of the log, and never lets the service wait for them. If they cannot be written,
 * as on a full disk or to a pipe that nobody reads, lines beyond one MiB are dropped, and their
 * number is logged as soon as that is possible.
 */
export class LogOutput {
  private readonly output: Write;
  private lines: string[] = [];
  private bytes = 0;
  private dropped = 0;
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param descriptor the open file to write to. */
  constructor(private readonly descriptor: number) {
    this.output = isPipe(descriptor) ? pipeOf(descriptor) : fileOf(descriptor);
  }

  write(line: string): void {
    if (this.bytes + line.length > MOST_KEPT) this.dropped++;
    else {
      this.lines.push(line);
      this.bytes += line.length;
    }
    if (this.bytes >= TOGETHER_BYTES) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), TOGETHER_MS).unref();
  }

  /** Writes what is left, if that does not take long. */
  async close(): Promise<void> {
    const isLate = delay(CLOSING_MS, true);
    // What came while lines were written is written after them.
    while (this.writing || this.lines.length > 0) {
      this.flush();
      if ((await Promise.race([this.writing, isLate])) === true) return;
    }
  }

  /** Writes what can be written at once: the last thing that a process does. */
  end(): void {
    if (this.writing || this.lines.length === 0) return;
    try {
      writeSync(this.descriptor, this.take());
    } catch {
      // The log is lost, and there is nowhere to say so.
    }
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.writing && this.lines.length > 0) this.writing = this.writeAll(this.take());
  }

  private async writeAll(bytes: Buffer): Promise<void> {
    for (let rest = bytes; rest.length > 0;) {
      try {
        rest = rest.subarray(await this.output(rest));
      } catch {
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
    this.writing = undefined;
    if (this.dropped > 0) this.reportDropped();
    this.flush();
  }

  private take(): Buffer {
    const taken = Buffer.from(this.lines.join(''));
    this.lines = [];
    this.bytes = 0;
    return taken;
  }

  private reportDropped(): void {
    const line = { level: 40, time: Date.now(), dropped: this.dropped, msg: 'log lines dropped' };
    this.dropped = 0;
    this.write(`${JSON.stringify(line)}\n`);
  }
}

function isPipe(descriptor: number): boolean {
  const found = fstatSync(descriptor);
  return found.isFIFO() || found.isSocket();
}

/**
 * A socket writes to a pipe without a thread, which would hang until somebody reads, and keep the
 * process from its end.
 */
function pipeOf(fd: number): Write {
  const socket = new Socket({ fd, readable: false, writable: true }).unref();
  socket.on('error', () => undefined); // The callback of `write` has it, too.
  return (bytes) =>
    new Promise((resolve, reject) => {
      socket.write(bytes, (error) => (error ? reject(error) : resolve(bytes.length)));
    });
}

function fileOf(descriptor: number): Write {
  return (bytes) =>
    new Promise((resolve, reject) => {
      write(descriptor, bytes, (error, written) => (error ? reject(error) : resolve(written)));
    });
}
