/** Node's own types, for code that speaks of requests but does no I/O with them. */
export type {
  IncomingHttpHeaders as HttpHeaders,
  IncomingMessage as HttpRequest,
  OutgoingHttpHeaders as HttpHeadersToSend,
  ServerResponse as HttpResponse,
} from 'node:http';
