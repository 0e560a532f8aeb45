import type {
  ConfigOverview,
  ConfigProblem,
  PlexServerInfo,
  PrepareJob,
  ServiceStatus,
  SystemStatus,
} from '@marquee/contracts';

/** Something a person should know before anything else. */
export type Concern =
  | { kind: 'service'; service: ServiceStatus; message: string }
  | { kind: 'server'; server: PlexServerInfo }
  | { kind: 'job'; job: PrepareJob }
  /** What Kometa would refuse in its files. */
  | { kind: 'files'; errors: number; first: ConfigProblem }
  /** Kometa has nothing to run with. */
  | { kind: 'no-config' }
  | { kind: 'demo' };

interface Known {
  status: SystemStatus | undefined;
  servers: readonly PlexServerInfo[];
  jobs: readonly PrepareJob[];
  problems: readonly ConfigProblem[];
  folder: ConfigOverview | undefined;
}

/** What is wrong first, what could be better last; nothing when all is well. */
export function concernsOf({ status, servers, jobs, problems, folder }: Known): Concern[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const gone = servers.filter(({ reachable }) => !reachable);
  return [
    ...(status?.services.flatMap((service) => serviceConcern(service, gone.length > 0)) ?? []),
    ...gone.map((server): Concern => ({ kind: 'server', server })),
    ...jobs.filter(({ state }) => state === 'failed').map((job): Concern => ({ kind: 'job', job })),
    ...(first ? [{ kind: 'files' as const, errors: errors.length, first }] : []),
    ...(folder?.hasConfig === false ? [{ kind: 'no-config' as const }] : []),
    ...(servers.some(({ demo }) => demo) ? [{ kind: 'demo' as const }] : []),
  ];
}

/** A service that only misses a Plex server which is told of anyway says nothing new. */
function serviceConcern(service: ServiceStatus, plexTold: boolean): Concern[] {
  if (service.state === 'ok') return [];
  const bad = service.checks.filter(({ state }) => state !== 'ok');
  const news = plexTold ? bad.filter(({ name }) => name.split(':')[0] !== 'plex') : bad;
  if (bad.length > 0 && news.length === 0) return [];
  return [{ kind: 'service', service, message: news[0]?.message ?? service.message }];
}
