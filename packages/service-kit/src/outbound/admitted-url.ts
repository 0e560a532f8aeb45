import type { LookupFunction } from 'node:net';

/** An address that may be asked, and only through this lookup: it looks again at whatever it connects to. */
export interface AdmittedUrl {
  url: URL;
  lookup: LookupFunction;
}
