import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 when the server hung up without waiting for the end of what it refuses. */
  status: number;
  head: string;
  body: string;
}

/**
 * Sends these very bytes, for what clients would tidy up on their own; `from` is another address of this machine, as
 * if it were another machine. Ends when the server hangs up.
 */
function rawRequest(url: string, text: string, from = '127.0.0.1'): Promise<RawAnswer> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: from }, () =>
      socket.write(text),
    );
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.once('close', () => {
      const [head = '', ...rest] = answer.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1] ?? 0), head, body: rest.join('\r\n\r\n') });
    });
  });
}

/** The lines of a head after the first; a body gets its length by itself. */
export function rawAsk(
  url: string,
  { method = 'GET', path, headers = [], body, from }: RawQuestion,
): Promise<RawAnswer> {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...(headers.some((header) => /^host:/i.test(header)) ? [] : [`host: ${new URL(url).host}`]),
    'connection: close',
    ...headers,
    ...(body === undefined ? [] : [`content-length: ${Buffer.byteLength(body)}`]),
  ];
  return rawRequest(url, `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`, from);
}

interface RawQuestion {
  method?: string;
  path: string;
  headers?: readonly string[];
  body?: string;
  from?: string;
}
