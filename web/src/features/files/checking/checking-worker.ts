import { reindent } from '../knowledge/reindent.ts';
import { createTextChecker } from './check-texts.ts';
import { findInTexts } from './find-in-texts.ts';
import type { FromChecking, ToChecking } from './messages.ts';

/** The worker that reads the whole folder, so that nobody's typing waits for it. */
const texts = new Map<string, string>();
const checkTexts = createTextChecker();
let paths: readonly string[] = [];

// The types of a page are in force here; a worker's own `postMessage` takes no origin.
const tell = (message: FromChecking) => self.postMessage(message);

self.onmessage = ({ data: message }: MessageEvent<ToChecking>) => {
  switch (message.kind) {
    case 'folder':
      paths = message.paths;
      return;
    case 'text':
      texts.set(message.path, message.text);
      return;
    case 'gone':
      texts.delete(message.path);
      return;
    case 'check': {
      const began = performance.now();
      const problems = checkTexts(texts, paths, new Date());
      tell({ kind: 'checked', ticket: message.ticket, problems, tookMs: performance.now() - began });
      return;
    }
    case 'find':
      tell({ kind: 'found', ticket: message.ticket, found: findInTexts(texts, message.wanted) });
      return;
    case 'reindent':
      tell({ kind: 'reindented', ticket: message.ticket, edits: reindent(message.text) });
  }
};
