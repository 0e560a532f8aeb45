import type { PlexItem } from '../model.ts';
import type { World } from './world.ts';

const featuresOf = (item: PlexItem): Set<string> =>
  new Set([
    ...(item.tags.genre ?? []).map((tag) => `genre ${tag}`),
    ...(item.tags.director ?? []).map((tag) => `director ${tag}`),
    ...(item.tags.mood ?? []).map((tag) => `mood ${tag}`),
    ...(item.tags.style ?? []).map((tag) => `style ${tag}`),
    ...item.roles.map(({ name }) => `actor ${name}`),
  ]);

/** Items of the same kind that share genres and people, most shared first. */
export const similarItems = (world: World, item: PlexItem, most = 20): PlexItem[] => {
  const wanted = featuresOf(item);
  return world.state.items
    .filter((other) => other !== item && other.kind === item.kind && other.sectionId === item.sectionId)
    .map((other) => ({ other, shared: [...featuresOf(other)].filter((one) => wanted.has(one)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.other.ratingKey - b.other.ratingKey)
    .slice(0, most)
    .map(({ other }) => other);
};
