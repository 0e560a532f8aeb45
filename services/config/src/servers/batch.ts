/**
 * Gathers single questions that come at about the same time into questions for many. `loadMany` leaves out what it
 * does not find.
 */
export function createBatch<T>(
  loadMany: (keys: string[]) => Promise<ReadonlyMap<string, T>>,
  largest = 100,
): (key: string) => Promise<T | undefined> {
  let open: Batch<T> | undefined;

  const begin = (): Batch<T> => {
    const keys = new Set<string>();
    const send = () => {
      if (open?.keys === keys) open = undefined;
      return loadMany([...keys]);
    };
    return { keys, answer: nextTurn().then(send) };
  };

  return async (key) => {
    const batch: Batch<T> = open !== undefined && open.keys.size < largest ? open : begin();
    open = batch;
    batch.keys.add(key);
    return (await batch.answer).get(key);
  };
}

interface Batch<T> {
  keys: Set<string>;
  answer: Promise<ReadonlyMap<string, T>>;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
