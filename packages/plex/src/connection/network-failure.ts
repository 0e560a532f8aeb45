import { PlexFailure } from './failure.ts';

export const CONNECT_TIMED_OUT = 'MARQUEE_CONNECT_TIMED_OUT';

/** The connection was never there, so not one byte of the request can have arrived. */
const notSent: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ERR_IP_BLOCKED: 'the host name stands for an address that is not asked',
  EADDRNOTAVAIL: 'the address cannot be reached',
  [CONNECT_TIMED_OUT]: 'nobody took the connection in time',
};
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/;

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

/** Only the code of the library's error is used: its other fields hold our headers. */
export function networkFailure(error: unknown): PlexFailure {
  if (error instanceof PlexFailure) return error;
  const code = codeOf(error);
  const refused = notSent[code];
  if (refused !== undefined) {
    return new PlexFailure({
      kind: 'unreachable',
      message: `${refused} (${code})`,
      retry: 'always',
      outage: true,
    });
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new PlexFailure({ kind: 'bad-answer', message: 'the headers of the answer are far too large' });
  }
  if (code.startsWith('HPE_')) {
    return new PlexFailure({ kind: 'bad-answer', message: `the answer is not HTTP (${code})` });
  }
  if (code.startsWith('Z_') || code.startsWith('ERR_ZLIB') || code.startsWith('ERR__ERROR_FORMAT')) {
    return new PlexFailure({ kind: 'bad-answer', message: `the answer could not be decompressed (${code})` });
  }
  if (certificate.test(code)) {
    return new PlexFailure({
      kind: 'unreachable',
      message: `no secure connection could be made (${code})`,
      fix: 'Use the address the certificate was made for, or http on your own network.',
      outage: true,
    });
  }
  return new PlexFailure({
    kind: 'unreachable',
    message: `the connection broke off (${code})`,
    retry: 'reads',
    outage: true,
  });
}
