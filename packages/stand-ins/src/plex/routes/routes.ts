import { collectionRoutes } from './collection-routes.ts';
import { hubRoutes } from './hub-routes.ts';
import { metadataRoutes } from './metadata-routes.ts';
import { pictureRoutes } from './picture-routes.ts';
import { playRoutes } from './play-routes.ts';
import { playlistRoutes } from './playlist-routes.ts';
import type { Route } from './route.ts';
import { sectionRoutes } from './section-routes.ts';
import { serverRoutes } from './server-routes.ts';

/** First match wins, so exact paths stand before those with a name in the same place. */
export const plexRoutes: Route[] = [
  ...serverRoutes,
  ...sectionRoutes,
  ...metadataRoutes,
  ...pictureRoutes,
  ...collectionRoutes,
  ...hubRoutes,
  ...playlistRoutes,
  ...playRoutes,
];
