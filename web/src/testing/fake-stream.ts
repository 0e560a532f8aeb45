import type { Stream } from '../live/event-stream.ts';

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 2;

/** A live stream whose events the test sends. */
export class FakeStream implements Stream {
  static readonly opened: FakeStream[] = [];
  readyState: number = CONNECTING;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeStream.opened.push(this);
  }
  static get newest(): FakeStream {
    const stream = FakeStream.opened.at(-1);
    if (!stream) throw new Error('Nobody opened a stream');
    return stream;
  }
  open(): void {
    this.readyState = OPEN;
    this.onopen?.();
  }
  send(topic: string, data: unknown, id = '1'): void {
    const event = { id, topic, at: '2026-11-21T05:00:00.000Z', data };
    this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(event) }));
  }
  lose({ forGood = false } = {}): void {
    this.readyState = forGood ? CLOSED : CONNECTING;
    this.onerror?.();
  }
  close(): void {
    this.readyState = CLOSED;
  }
}
