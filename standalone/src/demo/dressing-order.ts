import type { PlexClient, PlexItem } from '@marquee/plex';

/** Stills of all episodes would keep a small machine busy for minutes. */
const SEASON_WHOSE_EPISODES_ARE_DRESSED = 1;

export interface Garment {
  library: string;
  overlayFile: string;
  item: PlexItem;
}

/** What is seen first comes first: films as their page lists them, then shows, seasons and some episodes. */
export async function* dressingOrder({
  sections,
  items,
}: Pick<PlexClient, 'sections' | 'items'>): AsyncGenerator<Garment> {
  const known = await sections.list();
  const films = known.find(({ type }) => type === 'movie');
  const series = known.find(({ type }) => type === 'show');
  const sort = { by: 'titleSort' };
  if (films !== undefined)
    for await (const item of items.all(films.key, { type: 'movie', sort }))
      yield { library: films.title, overlayFile: 'overlays/films.yml', item };
  if (series === undefined) return;
  const of = (item: PlexItem): Garment => ({
    library: series.title,
    overlayFile: 'overlays/series.yml',
    item,
  });
  for await (const item of items.all(series.key, { type: 'show', sort })) yield of(item);
  for await (const item of items.all(series.key, { type: 'season' })) yield of(item);
  for await (const item of items.all(series.key, { type: 'episode' }))
    if (item.parentIndex === SEASON_WHOSE_EPISODES_ARE_DRESSED) yield of(item);
}
