import { StreamEvent } from '@marquee/contracts';
import type { Socket } from '../live/ticket-socket.ts';

/** A WebSocket whose events the test sends. */
export class FakeSocket implements Socket {
  static readonly opened: FakeSocket[] = [];
  onopen: Socket['onopen'] = null;
  onclose: Socket['onclose'] = null;
  onmessage: Socket['onmessage'] = null;
  closed = false;
  readonly address: URL;

  constructor(url: string) {
    this.address = new URL(url);
    FakeSocket.opened.push(this);
  }
  static get newest(): FakeSocket {
    const socket = FakeSocket.opened.at(-1);
    if (!socket) throw new Error('Nobody opened a socket');
    return socket;
  }
  open(): void {
    this.onopen?.call(this as unknown as WebSocket, new Event('open'));
  }
  send(topic: string, data: unknown, id = '1'): void {
    const event = StreamEvent.parse({ id, topic, at: '2026-11-21T05:00:00.000Z', data });
    this.onmessage?.call(
      this as unknown as WebSocket,
      new MessageEvent('message', { data: JSON.stringify(event) }),
    );
  }
  lose(): void {
    this.onclose?.call(this as unknown as WebSocket, new CloseEvent('close'));
  }
  close(): void {
    this.closed = true;
  }
}
