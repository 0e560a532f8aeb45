import type { IndentEdit } from '../knowledge/reindent.ts';
import type { CheckedText, Found, FromChecking, ToChecking, Wanted } from './messages.ts';

/** The worker's side of the wire; a `Worker` is one. */
export interface CheckingWire {
  postMessage(message: ToChecking): void;
  onmessage: ((event: MessageEvent<FromChecking>) => void) | null;
  terminate(): void;
}

export interface CheckingClient {
  folder(paths: readonly string[]): void;
  text(path: string, text: string): void;
  gone(path: string): void;
  find(wanted: Wanted): Promise<Found>;
  /** Null where indentation cannot be set right without a change of meaning. */
  reindent(text: string): Promise<readonly IndentEdit[] | null>;
  end(): void;
}

/** Several texts that come at once are checked together. */
const REST_MS = 120;

/** Keeps the worker's texts as they are here, and asks for one check at a time: what is newer waits for its answer. */
export function createCheckingClient(
  wire: CheckingWire,
  onChecked: (problems: readonly CheckedText[]) => void,
): CheckingClient {
  let ticket = 0;
  let busy = false;
  let stale = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const asked = new Map<number, (found: Found) => void>();
  const reindents = new Map<number, (edits: readonly IndentEdit[] | null) => void>();

  const check = () => {
    clearTimeout(rest);
    if (busy) {
      stale = true;
      return;
    }
    rest = setTimeout(() => {
      busy = true;
      stale = false;
      ticket += 1;
      wire.postMessage({ kind: 'check', ticket });
    }, REST_MS);
  };

  wire.onmessage = ({ data: message }) => {
    if (message.kind === 'found') {
      asked.get(message.ticket)?.(message.found);
      asked.delete(message.ticket);
      return;
    }
    if (message.kind === 'reindented') {
      reindents.get(message.ticket)?.(message.edits);
      reindents.delete(message.ticket);
      return;
    }
    busy = false;
    // What was found in texts that have changed meanwhile stands at wrong lines.
    if (stale) check();
    else onChecked(message.problems);
  };

  return {
    folder(paths) {
      wire.postMessage({ kind: 'folder', paths });
      check();
    },
    text(path, text) {
      wire.postMessage({ kind: 'text', path, text });
      check();
    },
    gone(path) {
      wire.postMessage({ kind: 'gone', path });
      check();
    },
    find(wanted) {
      ticket += 1;
      const mine = ticket;
      wire.postMessage({ kind: 'find', ticket: mine, wanted });
      return new Promise((resolve) => asked.set(mine, resolve));
    },
    reindent(text) {
      ticket += 1;
      const mine = ticket;
      wire.postMessage({ kind: 'reindent', ticket: mine, text });
      return new Promise((resolve) => reindents.set(mine, resolve));
    },
    end() {
      clearTimeout(rest);
      wire.terminate();
    },
  };
}
