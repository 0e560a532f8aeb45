import type { PlexMedia } from '../metadata/media.ts';

const named: Record<string, number> = { '8k': 4320, '4k': 2160, '2k': 1440, sd: 480 };

/** Lines of a resolution as Plex names it: 4k, 1080, 720p, sd. */
function linesOf(resolution: string): number {
  const name = resolution.toLowerCase();
  return named[name] ?? (Number.parseInt(name, 10) || 0);
}

export function bestResolution(media: readonly PlexMedia[]): string | null {
  const names = media.flatMap(({ videoResolution }) => (videoResolution === null ? [] : [videoResolution]));
  const [best] = names.sort((a, b) => linesOf(b) - linesOf(a));
  return best ?? null;
}
