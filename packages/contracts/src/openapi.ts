import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { FailureEnvelope } from './envelope.ts';
import { failureComponents, failuresOf } from './openapi/failures.ts';
import { bodyOf, parametersOf } from './openapi/requests.ts';
import { successesOf } from './openapi/successes.ts';
import { API_PREFIX } from './route.ts';
import { allRoutes, type NamedRoute } from './services.ts';

const description =
  'Whatever the browser can do, a script can do. Every JSON answer is `{ success, data, error, timestamp }`; ' +
  '`error.code` is from one documented list, `error.details` says what, where and how to mend it. Unknown fields ' +
  'and query parameters are refused. Every answer carries `X-Request-Id`, which is also in the log.';

function operationOf(named: NamedRoute): ZodOpenApiOperationObject {
  const { route, operationId } = named;
  return {
    operationId,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [route.tag],
    'x-role': route.role,
    ...parametersOf(route),
    ...bodyOf(route),
    responses: { ...successesOf(route), ...failuresOf(named) },
  };
}

/** The whole API as OpenAPI 3.1, from the route tables. */
export function openApiDocument(
  about: { version: string; serverUrl?: string },
  routes: readonly NamedRoute[] = allRoutes(),
) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const named of routes) {
    const path = pathOf(named);
    paths[path] = { ...paths[path], [named.route.method]: operationOf(named) };
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Marquee',
        version: about.version,
        description,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: about.serverUrl ?? '/' }],
      tags: [...new Set(routes.map(({ route }) => route.tag))].map((name) => ({ name })),
      paths,
      components: { schemas: { Failure: FailureEnvelope }, responses: failureComponents(routes) },
    },
    {
      // Requests are read strictly at every depth; zod says so by itself only for replies.
      override({ jsonSchema, io }) {
        if (io === 'input' && jsonSchema.type === 'object' && jsonSchema.properties) {
          jsonSchema.additionalProperties ??= false;
        }
      },
    },
  );
  for (const named of routes)
    addExamples(document.paths?.[pathOf(named)]?.[named.route.method]?.parameters, named);
  return document;
}

function pathOf({ route }: NamedRoute): string {
  return `${API_PREFIX}${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

/** Afterwards, because an example inside the schema would make another schema of a shared one. */
function addExamples(parameters: readonly object[] | undefined, { route }: NamedRoute): void {
  const given: Record<string, Record<string, unknown> | undefined> = {
    path: route.examples?.params,
    query: route.examples?.query,
  };
  for (const parameter of parameters ?? []) {
    if (!('in' in parameter && 'name' in parameter)) continue;
    const example = given[String(parameter.in)]?.[String(parameter.name)];
    if (example !== undefined) Object.assign(parameter, { example });
  }
}
