import { auditRoutes } from './audit.ts';
import { blockTemplateRoutes } from './block-templates.ts';
import { collectionPreviewRoutes } from './collection-preview.ts';
import { collectionRoutes } from './collections.ts';
import { configBlockRoutes } from './config-blocks.ts';
import { configBranchRoutes } from './config-branches.ts';
import { configBundleRoutes } from './config-bundles.ts';
import { configCompareRoutes } from './config-compare.ts';
import { configConnectionRoutes } from './config-connections.ts';
import { configDoctorRoutes } from './config-doctor.ts';
import { configRoutes } from './config-files.ts';
import { configProblemRoutes } from './config-problems.ts';
import { configReportRoutes } from './config-report.ts';
import { configSecretRoutes } from './config-secrets.ts';
import { configStartRoutes } from './config-start.ts';
import { configVersionRoutes } from './config-versions.ts';
import { libraryRoutes } from './libraries.ts';
import { logRoutes } from './logs.ts';
import { notificationRoutes } from './notifications.ts';
import { overlayFileRoutes } from './overlay-files.ts';
import { playlistConfigRoutes } from './playlists-config.ts';
import { renderRoutes } from './rendering.ts';
import type { AnyRoute } from './route.ts';
import { apiKeyRoutes, sessionRoutes } from './sessions.ts';
import { settingsRoutes } from './settings.ts';
import { signInRoutes } from './sign-in.ts';
import { type ServiceName, systemRoutes } from './system.ts';
import { userRoutes } from './users.ts';

/** Which service answers which routes: the gateway forwards by this table, OpenAPI lists it. */
export const routesOfService: Record<ServiceName, Record<string, AnyRoute>> = {
  gateway: {
    ...prefixed('signIn', signInRoutes),
    ...prefixed('sessions', sessionRoutes),
    ...prefixed('apiKeys', apiKeyRoutes),
    ...prefixed('users', userRoutes),
    ...prefixed('system', systemRoutes),
    ...prefixed('settings', settingsRoutes),
    ...prefixed('notifications', notificationRoutes),
    ...prefixed('audit', auditRoutes),
    ...prefixed('logs', logRoutes),
  },
  config: {
    ...prefixed('libraries', libraryRoutes),
    ...prefixed('config', configRoutes),
    ...prefixed('configBundles', configBundleRoutes),
    ...prefixed('configBranches', configBranchRoutes),
    ...prefixed('configDoctor', configDoctorRoutes),
    ...prefixed('blockTemplates', blockTemplateRoutes),
    ...prefixed('configConnections', configConnectionRoutes),
    ...prefixed('configProblems', configProblemRoutes),
    ...prefixed('configReport', configReportRoutes),
    ...prefixed('configSecrets', configSecretRoutes),
    ...prefixed('configStart', configStartRoutes),
    ...prefixed('configHistory', configVersionRoutes),
    ...prefixed('collectionPreview', collectionPreviewRoutes),
    ...prefixed('configCompare', configCompareRoutes),
    ...prefixed('overlayFiles', overlayFileRoutes),
    ...prefixed('collections', collectionRoutes),
    ...prefixed('playlistsConfig', playlistConfigRoutes),
    ...prefixed('configBlocks', configBlockRoutes),
  },
  renderer: { ...prefixed('rendering', renderRoutes) },
};

function prefixed(group: string, routes: Record<string, AnyRoute>): Record<string, AnyRoute> {
  return Object.fromEntries(Object.entries(routes).map(([name, route]) => [`${group}.${name}`, route]));
}

export interface NamedRoute {
  service: ServiceName;
  /** Stable and unique: OpenAPI's operationId. */
  operationId: string;
  route: AnyRoute;
}

export function allRoutes(): NamedRoute[] {
  return (Object.keys(routesOfService) as ServiceName[]).flatMap((service) =>
    Object.entries(routesOfService[service]).map(([operationId, route]) => ({ service, operationId, route })),
  );
}
