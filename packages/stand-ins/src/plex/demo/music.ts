/** Invented artists with their albums and tracks. */
interface AlbumFacts {
  title: string;
  year: number;
  genre: string;
  tracks: string[];
}
export interface ArtistFacts {
  name: string;
  country: string;
  summary: string;
  albums: AlbumFacts[];
}

const album = (title: string, year: number, genre: string, tracks: string): AlbumFacts => ({
  title,
  year,
  genre,
  tracks: tracks.split(' / '),
});

export const artists: ArtistFacts[] = [
  {
    name: 'The Paper Lighthouses',
    country: 'United Kingdom',
    summary: 'Four siblings from a fishing town who record everything within earshot of the sea.',
    albums: [
      album(
        'Harbour Songs',
        2011,
        'Indie Folk',
        'Low Tide Letter / Gull on the Aerial / Two Small Boats / Salt in the Tea / The Net Loft / Knots / Breakwater / My Father’s Compass / Lamp Room / All the Drowned Bells / Home on the Ebb',
      ),
      album(
        'Weather for Two',
        2016,
        'Indie Folk',
        'Barometer / Umbrella Weather / North by You / The Long Grey Bit / Sunday Squall / Thunder Counting / Fair Isle / Slack Water / After the Gale / Blue Peter',
      ),
    ],
  },
  {
    name: 'Marisol Vega Quartet',
    country: 'Spain',
    summary: 'Piano, bass, drums and a trumpet that would rather whisper.',
    albums: [
      album(
        'Night Train to Cádiz',
        1998,
        'Jazz',
        'Departure Board / Olive Rows / Blue Tiles / The Conductor Sleeps / Cádiz at Four / Heel and Palm / Window Seat / Last Station Blues / Orange Peel / Platform Waltz',
      ),
      album(
        'The Slow Room',
        2007,
        'Jazz',
        'Door Ajar / Ceiling Fan / Ink / The Slow Room / A Glass of Water / Shutters / For Inés / Unhurried / Siesta Change / Lights Out, Leave the Piano',
      ),
    ],
  },
  {
    name: 'KOBALT',
    country: 'Germany',
    summary: 'Two engineers and a drum machine rescued from a closed television factory.',
    albums: [
      album(
        'Test Pattern',
        1981,
        'Electronic',
        'Sender / Empfänger / Colour Bars / One Kilohertz / Night Shift / Standby / Cathode / Vertical Hold / Snow / Sign-Off',
      ),
      album(
        'Autobahn for Insects',
        1984,
        'Electronic',
        'Larva / Overpass / Headlights / Chitin / Six-Lane Waltz / Rest Stop / Swarm / Exit Only / Windscreen / Amber',
      ),
    ],
  },
  {
    name: 'Odette & the Night Porters',
    country: 'France',
    summary: 'Chanson for hotel corridors, with accordion, brushes and a bell.',
    albums: [
      album(
        'Room Service',
        2003,
        'Chanson',
        'Lobby / Do Not Disturb / The Key to 302 / Breakfast in Black / Minibar Heart / Two Pillows / Lift Music / The Guest Who Stayed / Checkout / A Tip for the Porter',
      ),
      album(
        'Late Arrivals',
        2009,
        'Chanson',
        'Revolving Door / Rain on the Awning / Left Luggage / Your Coat, Madame / Wake-Up Call / The Fire Exit / Suite / No Vacancy / The Ledger / Turn Down',
      ),
    ],
  },
  {
    name: 'Copperline',
    country: 'United States',
    summary: 'Desert rock from a band that rehearses in a signal box.',
    albums: [
      album(
        'Mile Marker',
        1994,
        'Rock',
        'Crossing Gate / Rust Belt Radio / Mile Marker 9 / Telegraph / Cattle Guard / Boxcar Saint / Heatline / Switchyard / Ghost Town Girl / Caboose',
      ),
      album(
        'Gravity Wins',
        1999,
        'Rock',
        'Falling Tools / Plumb Line / Counterweight / Gravity Wins / Trestle / Dead Weight / Landslide Season / The Anvil / Downhill Both Ways / Terminal',
      ),
    ],
  },
  {
    name: 'Sunniva Holt',
    country: 'Norway',
    summary: 'A voice, a harmonium and the long dark.',
    albums: [
      album(
        'Hours of Snow',
        2014,
        'Ambient',
        'First Flake / Lantern Walk / Under Eaves / Blue Noon / Snow Fence / Woollen / Drift / The Frozen Bell / Ski Track / Thaw',
      ),
      album(
        'Polar Hymnal',
        2019,
        'Ambient',
        'Matins / Reindeer Psalm / Vesper Ice / Candle Count / Northern Litany / Star Stave / Hymn for a Generator / Compline / Hush / Amen, Aurora',
      ),
    ],
  },
  {
    name: 'Baobab Telegraph',
    country: 'Senegal',
    summary: 'Eleven players, three guitars and a dance floor in every bar.',
    albums: [
      album(
        'Market Day',
        1989,
        'Afrobeat',
        'Open the Stalls / Mango Arithmetic / Taxi-Brousse / Bargain / Aunt Fatou’s Shoes / Midday Shade / Red Dust Radio / The Tailor / Change for a Thousand / Closing Song',
      ),
      album(
        'River Post Office',
        1993,
        'Afrobeat',
        'Stamp / Letter from Saint-Louis / Pirogue / Postmaster General / Wet Season / Address Unknown / Express Delivery / Hippo Crossing / Return to Sender / Full Mailbag',
      ),
    ],
  },
  {
    name: 'The Velvet Abacus',
    country: 'United Kingdom',
    summary: 'Mathematicians by day, disco by night, in tune at all times.',
    albums: [
      album(
        'Long Division',
        1978,
        'Disco',
        'Carry the One / Prime Time / Mirrorball Geometry / Remainder / Function of You / Square Root of Saturday / Fibonacci Stairs / Let X Be Love / Proof by Dancing / Q.E.D.',
      ),
      album(
        'Infinity Minus One',
        1980,
        'Disco',
        'Limit / Countable / Pi at Night / Set Theory / Möbius Groove / Tangent / The Empty Set / Imaginary Number / Asymptote / Infinity Minus One',
      ),
    ],
  },
  {
    name: 'Hana Ishikawa',
    country: 'Japan',
    summary: 'Pianist who records only in rooms with a view.',
    albums: [
      album(
        'Etudes for Windows',
        2010,
        'Classical',
        'East-Facing / Rain, Second Floor / The Neighbour’s Laundry / Frost Study / Curtain / Skylight / A Bird Mistakes the Glass / Evening, Blinds / Double Glazing / Night, Reflected',
      ),
      album(
        'Twelve Small Gardens',
        2017,
        'Classical',
        'Moss / Stepping Stones / Carp / Maple / Bamboo Fence / Teahouse / Gravel / Camellia / Stone Lantern / The Gate / Plum / First Snow',
      ),
    ],
  },
  {
    name: 'Brass Weather Union',
    country: 'United States',
    summary: 'A street band with a membership fee, a banner and nineteen horns.',
    albums: [
      album(
        'Parade Permit',
        2005,
        'Brass',
        'Assemble at Nine / Second Line Monday / Permit Pending / Sousaphone Strike / The Mayor’s Waltz / Umbrella Up / Corner of Joy and Main / Overtime / Funeral for a Bicycle / March Home',
      ),
      album(
        'Storm Drill',
        2012,
        'Brass',
        'Siren / Board the Windows / Category Five / Bucket Line / Candle Count-Off / The Eye / Rooftop Blues / Waterline / Clear Skies, Finally / Roll Call',
      ),
    ],
  },
];
