import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const A_YEAR = '1y';

/** The built web interface: hashed files for ever, the page itself fresh each time. */
export function staticWeb(folder: string): Router {
  const root = realpathSync(folder);
  const page = readFileSync(join(root, 'index.html'));
  const router = Router();
  router.use(
    '/assets',
    express.static(join(root, 'assets'), { immutable: true, maxAge: A_YEAR, index: false }),
  );
  router.use(express.static(root, { index: false, redirect: false }));
  router.use(
    onlyPages((_request, response) => {
      response.set('cache-control', 'no-cache').type('html').send(page);
    }),
  );
  return router;
}

/** The router in the browser owns every address that is not a file or the API's. */
function onlyPages(serve: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const wantsPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/^\/(api|ws|assets)(\/|$)/.test(request.path) &&
      request.accepts(['html', 'json']) === 'html';
    if (wantsPage) return serve(request, response, next);
    next();
  };
}
