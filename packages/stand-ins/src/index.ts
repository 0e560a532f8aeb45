export { drawPoster } from './art/draw-poster.ts';
export { startDemoPlex } from './plex/demo/start-demo-plex.ts';
export type { Fault, FaultEffect, FaultSwitch } from './plex/faults.ts';
export type * from './plex/model.ts';
export { type PlexStandIn, type PlexStandInOptions, startPlexStandIn } from './plex/plex-stand-in.ts';
export { type ReplayReport, replay } from './plex/replay.ts';
export { knownToPlexTv } from './plex-tv/from-plex.ts';
export type {
  PlexTvAccount as PlexTvStandInAccount,
  PlexTvServer as PlexTvStandInServer,
} from './plex-tv/model.ts';
export {
  type PlexTvExchange,
  type PlexTvStandIn,
  type PlexTvStandInOptions,
  startPlexTvStandIn,
} from './plex-tv/plex-tv-stand-in.ts';
export type { ProgramName } from './programs/program-answers.ts';
export { type ProgramStandIn, startProgramStandIn } from './programs/program-stand-in.ts';
