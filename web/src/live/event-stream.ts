import { API_PREFIX, StreamEvent, systemRoutes } from '@marquee/contracts';

export interface StreamListener {
  onOpen(): void;
  onLost(): void;
  onEvent(event: StreamEvent): void;
  /** Events were missed for good: everything shown may be old. */
  onGap(): void;
  /** Marquee would not have us: perhaps nobody is signed in any more. */
  onRefused?(): void;
}
/** What is used of an EventSource. */
export type Stream = Pick<EventSource, 'onopen' | 'onerror' | 'onmessage' | 'readyState' | 'close'>;

const REOPEN_MS = 3000;
const CLOSED = 2;
export const GAP_TOPIC = 'gap';

/** Follows the live stream until stopped. The browser resumes short cuts itself; a refused stream is opened anew. */
export function followEvents(
  listener: StreamListener,
  open: (url: string) => Stream = (url) => new EventSource(url),
): () => void {
  let source: Stream;
  let reopening: ReturnType<typeof setTimeout> | undefined;

  const start = (again: boolean) => {
    source = open(`${API_PREFIX}${systemRoutes.events.path}`);
    source.onopen = () => {
      listener.onOpen();
      // A new EventSource cannot say where the old one stopped.
      if (again) listener.onGap();
    };
    source.onerror = () => {
      listener.onLost();
      if (source.readyState !== CLOSED) return;
      listener.onRefused?.();
      reopening = setTimeout(() => start(true), REOPEN_MS);
    };
    source.onmessage = ({ data }) => {
      const event = StreamEvent.safeParse(JSON.parse(data)).data;
      if (event?.topic === GAP_TOPIC) listener.onGap();
      else if (event) listener.onEvent(event);
    };
  };
  start(false);
  return () => {
    clearTimeout(reopening);
    source.close();
  };
}
