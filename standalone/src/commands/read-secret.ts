import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** A line from the terminal without showing it, or the first line of what is piped in. */
export async function readSecret(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  const terminal = stdin.isTTY === true;
  if (terminal) stderr.write(prompt);
  const lines = createInterface({
    input: stdin,
    terminal,
    historySize: 0,
    ...(terminal ? { output: mute() } : {}),
  });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (terminal) stderr.write('\n');
  }
}

function mute(): NodeJS.WritableStream {
  return new (class extends Writable {
    override _write(_chunk: unknown, _encoding: BufferEncoding, done: () => void) {
      done();
    }
  })();
}
