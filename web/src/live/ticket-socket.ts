import { type SocketPath, StreamEvent } from '@marquee/contracts';
import { pauseBefore } from './pause-before.ts';

/** What is used of a WebSocket. */
export type Socket = Pick<WebSocket, 'onopen' | 'onclose' | 'onmessage' | 'close'>;

export interface SocketWish {
  path: SocketPath;
  /** A ticket for this one connection; null when none can be had right now. */
  ticket(): Promise<string | null>;
  /** More for the address, asked anew for each connection. */
  query?(): Record<string, string>;
  onOpen?(): void;
  /** The connection ended, or did not come about; how many times in a row by now. */
  onLost?(tries: number): void;
  onEvent(event: StreamEvent): void;
  open?(url: string): Socket;
}

const openSocket = (url: string): Socket => new WebSocket(url);

/** Keeps a WebSocket open until stopped. Each connection needs a ticket of its own, and each try waits longer. */
export function followSocket(wish: SocketWish): () => void {
  const { open = openSocket } = wish;
  let stopped = false;
  let socket: Socket | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  const again = () => {
    if (stopped) return;
    tries += 1;
    wish.onLost?.(tries);
    // A listener may have stopped us just now.
    if (!stopped) waiting = setTimeout(() => void connect(), pauseBefore(tries));
  };
  const connect = async () => {
    const ticket = await wish.ticket();
    if (stopped) return;
    if (ticket === null) {
      again();
      return;
    }
    socket = open(addressOf(wish.path, { ...wish.query?.(), ticket }));
    socket.onopen = () => {
      tries = 0;
      wish.onOpen?.();
    };
    socket.onmessage = ({ data }) => {
      const event = StreamEvent.safeParse(JSON.parse(String(data))).data;
      if (event) wish.onEvent(event);
    };
    socket.onclose = again;
  };
  void connect();
  return () => {
    stopped = true;
    clearTimeout(waiting);
    socket?.close();
  };
}

function addressOf(path: string, query: Record<string, string>): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${path}?${new URLSearchParams(query)}`;
}
