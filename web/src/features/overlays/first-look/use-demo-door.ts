import { useOverlayFilesQuery } from '../../../api/overlays.ts';

/** The way into the editor that shows how the demo's posters are made: its films, with the first overlay selected. */
export function useDemoDoor(): { address: string | null; isLoading: boolean } {
  const { data: files, isLoading } = useOverlayFilesQuery();
  const file = files?.find(({ entries }) => entries.some(({ level }) => level === 'movie')) ?? files?.[0];
  if (!file) return { address: null, isLoading };
  const first = file.entries.find(({ definition }) => definition !== null);
  const layer = first ? `?layer=${encodeURIComponent(first.mapping)}` : '';
  return { address: `/overlays/edit/${file.id}${layer}`, isLoading };
}
