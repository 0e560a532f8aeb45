import type { RequestHandler } from 'express';
import helmet from 'helmet';

const shared = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'worker-src': ["'self'", 'blob:'],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  xFrameOptions: { action: 'deny' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
};
const overHttps = helmet({
  ...shared,
  strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
});
// Browsers ignore this one over plain http, and complain of it.
const overHttp = helmet({ ...shared, strictTransportSecurity: false, crossOriginOpenerPolicy: false });

/** No inline script and nothing from elsewhere; styles may be inline because the interface's library writes them. */
export function securityHeaders(isSecure: () => boolean): RequestHandler {
  return (request, response, next) => (isSecure() ? overHttps : overHttp)(request, response, next);
}
