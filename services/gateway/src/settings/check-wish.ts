import { type ErrorDetail, Problem, problem, type SettingsWish } from '@marquee/contracts';
import type { OutboundGuard } from '@marquee/service-kit';
import type { KeptSettings } from './kept-settings.ts';
import { plainUrl } from './plan-change.ts';

/** Its ids begin what the demo library shows. */
const DEMO = 'demo';

/** What the schema cannot say: ids that are free, and addresses that may be asked. */
export async function checkWish(
  wish: SettingsWish,
  kept: KeptSettings,
  guard: Pick<OutboundGuard, 'check'>,
): Promise<void> {
  const servers = wish.plex?.servers ?? [];
  const faults = servers.flatMap(({ id, url }, index) => [
    ...faultOfId(servers.map((server) => server.id).indexOf(id) !== index, id, index),
    ...faultOfUrl(url, index),
  ]);
  if (faults.length > 0) throw problem('request.invalid', { details: faults });
  for (const [index, { url }] of servers.entries()) {
    // What is in use already need not be looked up for a change of something else.
    if (kept.plex.servers.some((server) => server.url === plainUrl(url))) continue;
    await guard.check(url, 'connector').catch((cause: unknown) => {
      throw withPath(cause, pathOf(index, 'url'));
    });
  }
}

function faultOfId(again: boolean, id: string, index: number): ErrorDetail[] {
  const path = pathOf(index, 'id');
  if (again) return [{ path, message: `There are two servers with the id ${id}`, fix: 'Choose another id.' }];
  return id === DEMO
    ? [{ path, message: 'This id belongs to the demo library', fix: 'Choose another id.' }]
    : [];
}

function faultOfUrl(text: string, index: number): ErrorDetail[] {
  const { search, hash } = new URL(text);
  return search === '' && hash === ''
    ? []
    : [{ path: pathOf(index, 'url'), message: 'Must end before ? and #', fix: 'Give the address alone.' }];
}

function pathOf(index: number, field: string): string {
  return `body.plex.servers.${index}.${field}`;
}

function withPath(cause: unknown, path: string): unknown {
  if (!(cause instanceof Problem)) return cause;
  const details = cause.details.map((detail) => ({ ...detail, path }));
  return new Problem(cause.code, { message: cause.message, details, cause });
}
