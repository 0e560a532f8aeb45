import type { Readiness } from '@marquee/contracts';
import type { HttpRequest, HttpResponse } from '@marquee/service-kit';

export interface ForwardLimits {
  /** Longest wait for the first byte of the answer; undefined for endless streams. */
  timeoutMs: number | undefined;
  maxBodyBytes: number;
}

/** One service behind the gateway. */
export interface Upstream {
  /** Streams the request there and the answer back; rejects with a Problem when no answer came. */
  forward(request: HttpRequest, response: HttpResponse, limits: ForwardLimits): Promise<void>;
  readiness(): Promise<Readiness>;
  close(): void;
}
