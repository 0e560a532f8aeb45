import { useGoldenSetQuery, useSaveGoldenSetMutation } from '../../../api/overlays.ts';

export const MOST_PINS = 24;

/** The items that every save is compared on. */
export function usePins() {
  const { data: pins = [], isLoading } = useGoldenSetQuery();
  const [save, { error, reset }] = useSaveGoldenSetMutation();
  const set = (itemIds: string[]) => void save({ body: { itemIds } });
  return {
    pins,
    isLoading,
    error,
    reset,
    full: pins.length >= MOST_PINS,
    toggle: (itemId: string) =>
      set(pins.includes(itemId) ? pins.filter((id) => id !== itemId) : [...pins, itemId].slice(0, MOST_PINS)),
  };
}
