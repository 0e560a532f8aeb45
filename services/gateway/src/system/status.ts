import type { PartState, Readiness, ServiceStatus } from '@marquee/contracts';

const worse: Record<PartState, number> = { ok: 0, degraded: 1, down: 2 };

export function worstOf(states: readonly PartState[]): PartState {
  return states.reduce<PartState>((worst, state) => (worse[state] > worse[worst] ? state : worst), 'ok');
}

/** What a service told of itself, in the words of the status page. */
export function statusOf(readiness: Readiness): ServiceStatus {
  const troubled = readiness.checks.filter((check) => check.state !== 'ok');
  const state = readiness.ready ? worstOf(troubled.map((check) => check.state).map(softened)) : 'down';
  return {
    name: readiness.service,
    state,
    message: troubled[0]?.message ?? (readiness.ready ? 'Ready' : 'Not ready yet'),
    version: readiness.version,
    uptimeSeconds: readiness.uptimeSeconds,
    memoryMb: readiness.memoryMb,
    checks: readiness.checks,
  };
}

/** A ready service with a part that is down still works: it is degraded. */
function softened(state: PartState): PartState {
  return state === 'down' ? 'degraded' : state;
}

export function unreachable(name: string, message: string): ServiceStatus {
  return { name, state: 'down', message, version: null, uptimeSeconds: null, memoryMb: null, checks: [] };
}
