/** One invented series with the titles of its episodes, season by season. */
export interface SeriesFacts {
  title: string;
  year: number;
  minutes: number;
  genres: string;
  certificate: string;
  audience: number;
  network: string;
  /** Absent while more is to come. */
  ended?: true;
  country: string;
  cast: string;
  summary: string;
  seasons: string[][];
}

const titles = (text: string): string[] => text.split(' / ');

export const series: SeriesFacts[] = [
  {
    title: 'Harbour Street',
    year: 2016,
    minutes: 52,
    genres: 'Crime|Drama',
    certificate: 'TV-14',
    audience: 8.4,
    network: 'Northlight',
    ended: true,
    country: 'United Kingdom',
    cast: 'Imogen Hart, Davey Cairns, Peter Lam',
    summary:
      'A harbour master and the detective who was once her husband keep a small port afloat, one drowned secret at a time.',
    seasons: [
      titles(
        'Low Water / The Pilot’s Wife / Ballast / A Knot in Every Rope / Salvage Rights / The Customs Shed / Spring Tide / Berth Nine',
      ),
      titles(
        'Fog Signals / The Dredger / Oilskin / Free Port / Two Anchors / Manifest / The Slipway / Storm Warning',
      ),
      titles(
        'Wet Dock / Flags of Convenience / The Tally Clerk / Demurrage / Plimsoll / Lay Days / The Breakwater / Home Waters',
      ),
    ],
  },
  {
    title: 'The Understudies',
    year: 2020,
    minutes: 28,
    genres: 'Comedy',
    certificate: 'TV-PG',
    audience: 8.0,
    network: 'Parade+',
    country: 'United States',
    cast: 'Jo Palmer, Dev Anand Rao, Mina Castillo',
    summary:
      'They know every line, every cue and every ailment of the stars they stand in for, and one of these nights they may go on.',
    seasons: [
      titles(
        'Break a Leg / Somebody’s Cough / Quick Change / The Good Dressing Room / Prompt Corner / Matinee / Notes',
      ),
      titles(
        'Previews / The Swing / Standing Ovation for Somebody Else / Dark Monday / House Seats / Sitzprobe / Closing Night',
      ),
    ],
  },
  {
    title: 'Meridian Nine',
    year: 2021,
    minutes: 47,
    genres: 'Science Fiction|Mystery',
    certificate: 'TV-14',
    audience: 8.6,
    network: 'Longitude',
    country: 'Canada',
    cast: 'Maya Okafor, Lars Eklund, Chen Weilin',
    summary:
      'A relay station between two colonies keeps receiving messages with tomorrow’s date. The crew agrees to stop reading them; most of the crew.',
    seasons: [
      titles(
        'Carrier Wave / Dead Reckoning / The Cold Shift / Packet Loss / Handshake / A Voice on Nine / Redundancy / Signal to Noise',
      ),
      titles(
        'Latency / The Other Operator / Checksum / Blackout Drill / Echo Request / Time to Live / Hop Count / Acknowledge',
      ),
    ],
  },
  {
    title: 'Bread and Feathers',
    year: 2012,
    minutes: 58,
    genres: 'Drama|History',
    certificate: 'TV-14',
    audience: 8.2,
    network: 'Canal Nord',
    ended: true,
    country: 'France',
    cast: 'Hélène Aubry, Luc Fontaine, Isabelle Roche',
    summary:
      'Paris, 1788: a baker and a milliner share a courtyard, a debt and, without knowing it, a revolutionary.',
    seasons: [
      titles('The Price of Flour / Ostrich / A Queen’s Ransom in Lace / Yeast / The Courtyard / Empty Ovens'),
      titles('Cockades / The Long Table / Fine Feathers / The Tennis Court / Crumbs / The Fourteenth'),
      titles('The New Calendar / White Bread / Tricolour / The List / A Hat for the Scaffold / Thermidor'),
      titles('The Directory / Silk Again / The Corsican / Honey Cake / Old Accounts / What Rises'),
    ],
  },
  {
    title: 'Small Mercies',
    year: 2018,
    minutes: 44,
    genres: 'Drama',
    certificate: 'TV-MA',
    audience: 8.8,
    network: 'Ninth Window',
    country: 'Ireland',
    cast: 'Maeve Brennan, Ciara Dunne, Tadhg Ryan',
    summary:
      'The night staff of a rural hospital look after the living, the dying and a boiler that nobody dares to switch off.',
    seasons: [
      titles('Handover / Obs / Bank Holiday / Next of Kin / The Quiet Room / Agency / Ward Six / Discharge'),
      titles(
        'Winter Pressures / Triage / The Blue Folder / Visiting Hours / Nil by Mouth / Rounds / The Boiler / First Light',
      ),
    ],
  },
  {
    title: 'Tin Moon Tales',
    year: 2019,
    minutes: 12,
    genres: 'Animation|Family',
    certificate: 'TV-Y',
    audience: 8.3,
    network: 'Tin Moon',
    country: 'Canada',
    cast: 'Sophie Roy, Marc Gagnon',
    summary:
      'Every night a tinker mends the Moon, and every night something small and shiny falls off and has an adventure.',
    seasons: [
      titles(
        'The Rivet / The Spoon Who Sailed / A Bell for a Mouse / The Rusty Star / Bolt and Nut / The Kettle’s Holiday / Foil / The Last Screw / A Patch of Night / Sleep Tight',
      ),
      titles(
        'The Hinge / Button Weather / The Thimble Knight / Copper and Verdigris / A Very Long Nail / The Music Box / Tin Ear / Solder / The Washer Ring / Good Morning, Moon',
      ),
    ],
  },
  {
    title: 'Cold Ground',
    year: 2014,
    minutes: 57,
    genres: 'Crime|Thriller',
    certificate: 'TV-MA',
    audience: 8.5,
    network: 'Nordlys TV',
    ended: true,
    country: 'Norway',
    cast: 'Kari Sund, Torstein Moe, Ingrid Falk',
    summary:
      'Each spring the thaw gives something back. A forensic archaeologist and a sheriff who would rather fish dig up a valley’s last century.',
    seasons: [
      titles(
        'Thaw / Permafrost / The Peat Cutter / Bone Meal / Under the Chapel / Moraine / Meltwater / Topsoil',
      ),
      titles(
        'Frost Heave / The Reindeer Fence / Ash Layer / Glacier Time / The Well / Carbon / Scree / Winter Again',
      ),
      titles('Black Ice / The Second Grave / Lichen / Tree Line / Core Sample / Avalanche / Spring'),
    ],
  },
  {
    title: 'How Things Are Mended',
    year: 2022,
    minutes: 49,
    genres: 'Documentary',
    certificate: 'TV-G',
    audience: 8.1,
    network: 'Room Tone',
    country: 'Finland',
    cast: 'Eero Salmi',
    summary:
      'A bridge, a violin, a reef, a promise: people who repair things show how, slowly, with their hands in the picture.',
    seasons: [
      titles('A Bridge / A Violin / A River / A Clock / A Net / A Language'),
      titles('A Reef / A Roof / A Film / A Saddle / A Bell / A Promise'),
    ],
  },
];
