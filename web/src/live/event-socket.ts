import type { StreamEvent } from '@marquee/contracts';
import { followEvents, GAP_TOPIC, type StreamListener } from './event-stream.ts';
import { followSocket, type Socket } from './ticket-socket.ts';

/** A proxy that lets no WebSocket through refuses each; that many in a row and the event stream takes over. */
const TRIES_BEFORE_STREAM = 3;

interface Ways {
  ticket(): Promise<string | null>;
  open?(url: string): Socket;
  /** The way taken when no WebSocket opens. */
  stream?(listener: StreamListener): () => void;
}

/** Follows the live events over /ws/status, going on after a cut where it stopped; over server-sent events if it must. */
export function followEventSocket(listener: StreamListener, ways: Ways): () => void {
  const { ticket, open, stream = followEvents } = ways;
  let lastId: string | undefined;
  let everOpen = false;
  let isOpen = false;
  let answered = false;

  const hear = (event: StreamEvent) => {
    lastId = event.id;
    if (event.topic === GAP_TOPIC) listener.onGap();
    else listener.onEvent(event);
  };
  let stop = followSocket({
    path: '/ws/status',
    async ticket() {
      const one = await ticket();
      answered = one !== null;
      return one;
    },
    query: () => (lastId === undefined ? {} : { since: lastId }),
    ...(open && { open }),
    onOpen() {
      // Before the first event there is nothing to go on from: what happened during the cut is unknown.
      if (everOpen && lastId === undefined) listener.onGap();
      isOpen = everOpen = true;
      listener.onOpen();
    },
    onLost(tries) {
      if (isOpen || tries === 1) listener.onLost();
      isOpen = false;
      // Without a ticket it is Marquee that is gone, and not only its sockets.
      if (tries < TRIES_BEFORE_STREAM || !answered) return;
      stop();
      if (everOpen) listener.onGap();
      stop = stream(listener);
    },
    onEvent: hear,
  });
  return () => stop();
}
