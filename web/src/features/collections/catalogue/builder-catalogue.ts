import { BUILDERS, COLLECTION_KEYS, configKeys } from '@marquee/kometa';
import type { LibraryKind } from '../conditions/condition-model.ts';

/** One thing that can say which items a collection is for. */
export interface Offer {
  name: string;
  service: string;
  help: string;
  libraries: readonly LibraryKind[];
  /** Whether the collection may follow its order. */
  ordered: boolean;
  /** Plex keeps it by itself, and it stands alone. */
  smart: boolean;
}

const SMART = ['smart_filter', 'smart_label', 'smart_url'];
const EVERY: readonly LibraryKind[] = ['movie', 'show', 'artist'];

/** All builders, what Plex answers by itself first. Old names are not offered. */
export const OFFERS: readonly Offer[] = [
  ...SMART.map((name) => ({
    name,
    service: 'plex',
    help: COLLECTION_KEYS[name]?.help ?? '',
    libraries: EVERY,
    ordered: false,
    smart: true,
  })),
  ...Object.entries(BUILDERS).flatMap(([name, { service, help, libraries, ordered, renamedTo }]) =>
    renamedTo === undefined
      ? [{ name, service, help, libraries: libraries ?? EVERY, ordered, smart: false }]
      : [],
  ),
];

const isSmart = (name: string): boolean => SMART.includes(name);
export const isSource = (name: string): boolean => Object.hasOwn(BUILDERS, name) || isSmart(name);

/** Services that config.yml has to say how to reach. */
export const needsConnection = (service: string): boolean =>
  service !== 'plex' && Object.hasOwn(configKeys, service);

export interface OfferGroup {
  service: string;
  offers: Offer[];
}

/** Those in which each word is found, Plex first and the other services by their names. */
export function findOffers(
  typed: string,
  kind: LibraryKind | null,
  nameOf: (service: string) => string,
): OfferGroup[] {
  const words = typed
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  const groups = new Map<string, Offer[]>();
  for (const offer of OFFERS) {
    if (kind !== null && !offer.libraries.includes(kind)) continue;
    const told = `${offer.name} ${nameOf(offer.service)} ${offer.help}`.toLowerCase();
    if (!words.every((word) => told.includes(word))) continue;
    groups.set(offer.service, [...(groups.get(offer.service) ?? []), offer]);
  }
  const rank = (service: string) => (service === 'plex' ? '' : nameOf(service));
  return [...groups]
    .map(([service, offers]) => ({ service, offers }))
    .sort((one, other) => rank(one.service).localeCompare(rank(other.service)));
}
