/** One invented film; everything else about it follows from its title. */
export interface FilmFacts {
  title: string;
  year: number;
  minutes: number;
  genres: string;
  certificate: string;
  audience: number;
  critics: number;
  studio: string;
  country: string;
  director: string;
  cast: string;
  summary: string;
  tagline?: string;
  original?: string;
  edition?: string;
  collection?: string;
}

/** A film on one line of a table. */
export type FilmRow = [
  title: string,
  year: number,
  minutes: number,
  genres: string,
  certificate: string,
  audience: number,
  critics: number,
  studioAndCountry: string,
  director: string,
  cast: string,
  summary: string,
  more?: Pick<FilmFacts, 'tagline' | 'original' | 'edition' | 'collection'>,
];
