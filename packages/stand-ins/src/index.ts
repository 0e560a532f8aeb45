export { drawPoster } from './art/draw-poster.ts';
export { startDemoPlex } from './plex/demo/start-demo-plex.ts';
export type { Fault, FaultEffect, FaultSwitch } from './plex/faults.ts';
export type * from './plex/model.ts';
export { type PlexStandIn, type PlexStandInOptions, startPlexStandIn } from './plex/plex-stand-in.ts';
export { type ReplayReport, replay } from './plex/replay.ts';
