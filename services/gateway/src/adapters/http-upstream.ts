import { Agent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Problem, problem, Readiness } from '@marquee/contracts';
import { ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { endToEndHeaders } from '../forward/headers.ts';
import type { ForwardLimits, Upstream } from '../forward/upstream.ts';

const HALF_OPEN_AFTER_MS = 2000;
const FAILURES_BEFORE_OPEN = 5;
const READINESS_TIMEOUT_MS = 3000;

export type UpstreamAddress = { url: string } | { socketPath: string };

function tooLarge(maxBytes: number): Problem {
  return problem('request.too-large', {
    details: [{ message: `The body is larger than ${maxBytes} bytes.`, path: 'body' }],
  });
}

/** A client that left or sent too much says nothing about the service. */
function blamesService(error: Error): boolean {
  return error.name !== 'AbortError' && !(error instanceof Problem && error.code === 'request.too-large');
}

function targetOf(address: UpstreamAddress): Pick<RequestOptions, 'host' | 'port' | 'socketPath'> {
  if ('socketPath' in address) return { socketPath: address.socketPath };
  const { hostname, port } = new URL(address.url);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port || '80' };
}

/** A service reached over HTTP: by address between containers, by Unix socket inside one process. */
export function httpUpstream(name: string, address: UpstreamAddress): Upstream {
  const target = targetOf(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 64 });
  const breaker = circuitBreaker(handleWhen(blamesService), {
    halfOpenAfter: HALF_OPEN_AFTER_MS,
    breaker: new ConsecutiveBreaker(FAILURES_BEFORE_OPEN),
  });

  function unavailable(cause: unknown) {
    return problem('service.unavailable', {
      message: `The ${name} service is not answering`,
      details: [
        {
          message: `The ${name} service cannot be reached.`,
          path: name,
          fix: `Look at the log of ${name}; it is asked again by itself.`,
        },
      ],
      headers: { 'retry-after': '2' },
      cause,
    });
  }

  function timedOut(timeoutMs: number) {
    return problem('request.timed-out', {
      details: [{ message: `The ${name} service sent nothing for ${timeoutMs / 1000} s.`, path: name }],
    });
  }

  /** Sends the head and body; resolves with the answer's head. Only what the service is to blame for counts against it. */
  function open(
    request: IncomingMessage,
    limits: ForwardLimits,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({
        ...target,
        agent,
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: endToEndHeaders(request.headers),
        setHost: false,
        signal,
      });
      const timer =
        limits.timeoutMs === undefined
          ? undefined
          : setTimeout(() => outgoing.destroy(timedOut(limits.timeoutMs ?? 0)), limits.timeoutMs);
      outgoing.once('close', () => clearTimeout(timer));
      outgoing.once('response', (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      outgoing.once('error', reject);

      let sent = 0;
      request.on('data', (chunk: Buffer) => {
        sent += chunk.length;
        if (sent > limits.maxBodyBytes) outgoing.destroy(tooLarge(limits.maxBodyBytes));
      });
      request.pipe(outgoing);
    });
  }

  return {
    async forward(request, response, limits) {
      if (Number(request.headers['content-length'] ?? 0) > limits.maxBodyBytes)
        throw tooLarge(limits.maxBodyBytes);
      const left = new AbortController();
      response.once('close', () => left.abort());
      const answer = await breaker
        .execute(() => open(request, limits, left.signal))
        .catch((error: unknown) => {
          if (left.signal.aborted) return undefined;
          throw error instanceof Problem ? error : unavailable(error);
        });
      if (answer === undefined) return;
      response.writeHead(answer.statusCode ?? 502, endToEndHeaders(answer.headers));
      // Streams must reach the reader at once, also before their first event.
      response.flushHeaders();
      await pipeline(answer, response).catch((error: unknown) => {
        if (!left.signal.aborted) throw error;
      });
    },

    readiness() {
      return new Promise((resolve, reject) => {
        const outgoing = httpRequest({
          ...target,
          agent,
          path: '/readyz',
          headers: { host: 'localhost' },
          signal: AbortSignal.timeout(READINESS_TIMEOUT_MS),
        });
        outgoing.once('error', reject);
        outgoing.once('response', async (answer) => {
          try {
            const chunks: Buffer[] = [];
            for await (const chunk of answer) chunks.push(chunk);
            resolve(Readiness.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
          } catch (error) {
            reject(error);
          }
        });
        outgoing.end();
      });
    },

    close: () => agent.destroy(),
  };
}
