import type { AnyRoute } from '@marquee/contracts';

/** A route that contradicts itself must stop the boot, not the first person who calls it. */
export function checkServable(route: AnyRoute, hasIdempotency: boolean): void {
  const name = `${route.method.toUpperCase()} ${route.path}`;
  if (route.idempotent && !hasIdempotency)
    throw new Error(`${name} takes an Idempotency-Key: hand in a store for them`);
  if (route.idempotent && route.replyKind && route.replyKind !== 'json') {
    throw new Error(`${name}: only JSON answers can be remembered for an Idempotency-Key`);
  }
  const named = (route.path.match(/:[^/]+/g) ?? []).map((part) => part.slice(1));
  const declared = Object.keys(route.params?.shape ?? {});
  if (named.toSorted().join() !== declared.toSorted().join()) {
    throw new Error(
      `${name}: the path names ${named.join() || 'nothing'}, params ${declared.join() || 'nothing'}`,
    );
  }
}
