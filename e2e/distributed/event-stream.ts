import { StreamEvent } from '@marquee/contracts';
import type { Credentials } from '../account.ts';
import { until } from '../until.ts';

export interface HeardEvents {
  readonly events: readonly StreamEvent[];
  /** The first event of this kind, heard already or to come. */
  next(wanted: (event: StreamEvent) => boolean): Promise<StreamEvent>;
  close(): void;
}

/** Listens to the live events over SSE, as a script with curl would. */
export async function listenTo(
  gatewayUrl: string,
  topics: string,
  headers: Credentials,
): Promise<HeardEvents> {
  const ending = new AbortController();
  const answer = await fetch(`${gatewayUrl}/api/events?topics=${topics}`, { headers, signal: ending.signal });
  if (!answer.ok || answer.body === null) throw new Error(`No events: ${answer.status}`);
  const events: StreamEvent[] = [];
  let over: unknown;
  const reading = readEvents(answer.body, (event) => events.push(event)).then(
    () => new Error('The stream of events ended'),
    (cause: unknown) => cause,
  );
  void reading.then((cause) => {
    over = cause;
  });
  return {
    events,
    async next(wanted) {
      const found = await until(
        () => events.find(wanted),
        (event) => event !== undefined || over !== undefined,
      );
      if (found === undefined) throw over;
      return found;
    },
    close: () => ending.abort(),
  };
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  heard: (event: StreamEvent) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').find((line) => line.startsWith('data:'));
      if (data !== undefined) heard(StreamEvent.parse(JSON.parse(data.slice('data:'.length))));
    }
  }
}
