import { API_PREFIX, liveTopics, StreamEvent, systemRoutes } from '@marquee/contracts';

export interface StreamListener {
  onOpen(): void;
  onLost(): void;
  onEvent(event: StreamEvent): void;
  /** Events were missed for good: everything shown may be old. */
  onGap(): void;
}

const REOPEN_MS = 3000;

/** Follows the live stream until stopped. The browser resumes short cuts itself; a refused stream is opened anew. */
export function followEvents(
  listener: StreamListener,
  open = (url: string) => new EventSource(url),
): () => void {
  let source: EventSource;
  let reopening: ReturnType<typeof setTimeout> | undefined;

  const heard = ({ data }: MessageEvent<string>) => {
    const event = StreamEvent.safeParse(JSON.parse(data));
    if (event.success) listener.onEvent(event.data);
  };
  const start = (again: boolean) => {
    source = open(`${API_PREFIX}${systemRoutes.events.path}`);
    source.onopen = () => {
      listener.onOpen();
      // A new EventSource cannot send where the old one stopped.
      if (again) listener.onGap();
    };
    source.onerror = () => {
      listener.onLost();
      if (source.readyState === EventSource.CLOSED) reopening = setTimeout(() => start(true), REOPEN_MS);
    };
    source.addEventListener('message', heard);
    for (const { topic } of liveTopics) source.addEventListener(topic.name, heard);
    source.addEventListener('gap', () => listener.onGap());
  };
  start(false);
  return () => {
    clearTimeout(reopening);
    source.close();
  };
}
