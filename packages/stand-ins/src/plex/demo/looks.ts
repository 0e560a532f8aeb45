/** How each poster looks: a style, a palette, and for some a subject. What is missing here follows from the genre. */
export const filmLooks: Record<string, string> = {
  'A Lamp for Ostrava': 'solo ember match',
  'A Quiet Arithmetic': 'swiss press',
  'Aurora Station': 'ridges pine',
  'Bitter Oranges': 'midcentury tangerine',
  'Blackwater Ferry': 'waves fjord',
  'Cartographers of the Moon': 'solo dusk ladder',
  'Children of the Tide': 'papercut lagoon',
  'City of Paper Lanterns': 'windows rosewood',
  'Cold Harbour Blues': 'noir noir',
  'Comet Season': 'cosmos ember',
  'Dial Tone': 'spiral blood',
  'Eleven Kinds of Rain': 'solo cobalt umbrella',
  'Empire of Dust': 'desert ochre',
  'Every Door in Lisbon': 'solo lagoon door',
  'Falling Upward': 'solo tangerine balloon',
  'Field Recordings': 'swiss mint',
  Foxglove: 'botanical bordeaux',
  'Ghost Frequency': 'cosmos aurora',
  'Glass Orchard': 'botanical mint',
  'Good Night, Trieste': 'deco bordeaux',
  'Halfway to Nowhere': 'desert peach',
  'Harvest of Wolves': 'forest blood',
  'Heavy Water, Light Feet': 'halftone mustard',
  'House of Small Hours': 'corridor slate',
  'Ink and Iron': 'big-type moss',
  'Kites over Kabul Street': 'papercut peach',
  'Last Call for Mars': 'cosmos blood',
  'Letters from a Lighthouse': 'solo fjord lighthouse',
  'Little Thunder': 'papercut arctic',
  'Midnight at the Meridian': 'deco cobalt',
  'Miss Halloway Regrets': 'halftone mint',
  'Mountains of the Second Sun': 'ridges sahara',
  'Needle in the North': 'midcentury press',
  'Neon Pilgrims': 'synthwave ultraviolet',
  'Night Bus to Valparaíso': 'ridges dusk',
  'Nobody Knows the Organist': 'corridor ochre',
  'Old Snow': 'ridges arctic',
  'One Hundred Umbrellas': 'solo mustard umbrella',
  'Orbit of a Sparrow': 'cosmos arctic',
  'Our Man in Reykjavík': 'halftone tangerine',
  'Paper Tigers Don’t Burn': 'big-type blood',
  'Parallel Gardens': 'botanical lagoon',
  'Quicksilver Kids': 'synthwave dusk',
  'Red Kilometre': 'corridor blood',
  'Rooms by the Sea': 'waves lagoon',
  'Salt Road': 'desert sahara',
  'Second Sunrise': 'ridges peach',
  'Seven Bells at Sea': 'waves arctic',
  'Silent Partner': 'noir bordeaux',
  'Small Gods of Naples': 'midcentury lagoon',
  'Snowblind Saints': 'forest slate',
  'Sonata for an Empty House': 'corridor tangerine',
  'Strange Cargo, Kind Strangers': 'botanical tangerine',
  'The Beekeeper’s Alphabet': 'botanical moss',
  'The Clockmaker’s Rebellion': 'midcentury mustard',
  'The Gardener of Isfahan': 'botanical peach',
  'The Lantern Keeper': 'solo pine lighthouse',
  'The Long Way to Tuesday': 'spiral mustard',
  'The Lovers of Platform Nine': 'windows cobalt',
  'The Night Gardeners': 'forest moss',
  'The Tax Inspector of Oz Street': 'swiss tangerine',
  'Three Winters in Tallinn': 'windows fjord',
  'Tin Soldier, Paper Crown': 'papercut rosewood',
  'Under a Copper Sky': 'desert ember',
  'Unfinished Weather': 'waves peach',
  'Vostok Lullaby': 'cosmos orchid',
  'Whistle for the Wind': 'waves mint',
  'Yesterday’s Cosmonauts': 'midcentury ochre',
};

/** Series keep one look over all their seasons; `stills` are the styles their episodes are seen in. */
export const seriesLooks: Record<string, { look: string; stills: readonly string[] }> = {
  'Harbour Street': { look: 'waves fjord', stills: ['waves fjord', 'windows fjord', 'noir slate'] },
  'The Understudies': {
    look: 'halftone orchid',
    stills: ['windows rosewood', 'corridor orchid', 'midcentury press'],
  },
  'Meridian Nine': { look: 'cosmos cobalt', stills: ['cosmos cobalt', 'corridor cobalt', 'cosmos aurora'] },
  'Bread and Feathers': {
    look: 'midcentury bordeaux',
    stills: ['windows sepia', 'botanical bordeaux', 'solo bordeaux'],
  },
  'Small Mercies': { look: 'windows pine', stills: ['corridor lagoon', 'windows pine', 'solo pine'] },
  'Tin Moon Tales': { look: 'papercut dusk', stills: ['papercut dusk', 'papercut aurora', 'papercut peach'] },
  'Cold Ground': { look: 'forest fjord', stills: ['forest fjord', 'ridges arctic', 'forest slate'] },
  'How Things Are Mended': {
    look: 'swiss tangerine',
    stills: ['midcentury mint', 'botanical moss', 'waves mint'],
  },
};

/** What the other films, collections and playlists of a genre may look like. */
export const genreLooks: Record<string, readonly string[]> = {
  Horror: ['forest blood', 'corridor blood', 'spiral blood'],
  'Science Fiction': ['cosmos cobalt', 'synthwave ultraviolet', 'cosmos orchid'],
  Western: ['desert sahara', 'desert ochre'],
  Crime: ['noir noir', 'noir sepia', 'big-type blood'],
  Documentary: ['swiss press', 'swiss cobalt'],
  Romance: ['windows dusk', 'botanical peach', 'waves peach'],
};

/** A band keeps its designer: all its sleeves are of one kind, in changing colours. */
export const sleeveStyles = [
  'mesh',
  'stripes',
  'pulse',
  'ribbon',
  'swiss',
  'midcentury',
  'waves',
  'spiral',
  'botanical',
  'cosmos',
  'big-type',
  'papercut',
] as const;

export interface Look {
  style: string | undefined;
  palette: string | undefined;
  motif: string | undefined;
}

export function lookOf(text: string | undefined): Look {
  const [style, palette, motif] = text?.split(' ') ?? [];
  return { style, palette, motif };
}
