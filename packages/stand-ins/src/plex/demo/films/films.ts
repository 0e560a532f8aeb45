import { filmsOf1970To2004 } from './1970-to-2004.ts';
import { filmsOf2005To2014 } from './2005-to-2014.ts';
import { filmsBefore1970 } from './before-1970.ts';
import type { FilmFacts } from './film-facts.ts';
import { filmsSince2015 } from './since-2015.ts';

const rows = [...filmsBefore1970, ...filmsOf1970To2004, ...filmsOf2005To2014, ...filmsSince2015];

/** All films of the demo, in the order of the alphabet. */
export const films: FilmFacts[] = rows
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(
    ([title, year, minutes, genres, certificate, audience, critics, from, director, cast, summary, more]) => {
      const [studio = '', country = ''] = from.split('|');
      return {
        title,
        year,
        minutes,
        genres,
        certificate,
        audience,
        critics,
        studio,
        country,
        director,
        cast,
        summary,
        ...more,
      };
    },
  );
