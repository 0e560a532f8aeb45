export type { Fault, FaultEffect, FaultSwitch } from './plex/faults.ts';
export type * from './plex/model.ts';
export { type PlexStandIn, type PlexStandInOptions, startPlexStandIn } from './plex/plex-stand-in.ts';
