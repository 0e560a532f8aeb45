import { doJsonTask, type FromJson, type JsonTask, type ToJson } from './json-work.ts';

/** The worker's side of the wire; a `Worker` is one. */
export interface JsonWire {
  postMessage(message: ToJson): void;
  onmessage: ((event: MessageEvent<FromJson>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Does what a worker is asked; here, where the worker cannot be had. */
export function createJsonClient(wire: JsonWire | null): (task: JsonTask) => Promise<unknown> {
  const doHere = async (task: JsonTask) => doJsonTask(task);
  const waiting = new Map<number, { task: JsonTask; tell: (answer: Promise<unknown>) => void }>();
  let worker = wire;
  let ticket = 0;
  if (worker !== null) {
    worker.onmessage = ({ data }) => {
      const { tell } = waiting.get(data.ticket) ?? {};
      waiting.delete(data.ticket);
      tell?.('done' in data ? Promise.resolve(data.done) : Promise.reject(new SyntaxError(data.failed)));
    };
    worker.onerror = () => {
      worker = null;
      for (const { task, tell } of waiting.values()) tell(doHere(task));
      waiting.clear();
    };
  }
  return (task) => {
    if (worker === null) return doHere(task);
    ticket += 1;
    worker.postMessage({ ...task, ticket });
    return new Promise((resolve) => waiting.set(ticket, { task, tell: resolve }));
  };
}
