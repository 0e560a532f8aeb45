import { openApiDocument } from '@marquee/contracts/openapi';
import express, { Router } from 'express';
import swaggerUi from 'swagger-ui-dist';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Marquee API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/open.js"></script>
  </body>
</html>
`;
const script = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, tryItOutEnabled: true });
`;

/** /api/openapi.json and the page that browses it; both open to anybody. */
export function apiDocs(version: string): Router {
  const router = Router();
  const description = JSON.stringify(openApiDocument({ version }));
  router.get('/api/openapi.json', (_request, response) => {
    response.set('cache-control', 'no-cache').type('json').send(description);
  });
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/api/docs/open.js', (_request, response) => {
    response.type('text/javascript').send(script);
  });
  router.use(
    '/api/docs',
    express.static(swaggerUi.getAbsoluteFSPath(), { index: false, redirect: false, maxAge: '1d' }),
  );
  return router;
}
