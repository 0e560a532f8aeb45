import type { KeySpec, KeyTable, ValueSpec } from '../../key-spec.ts';
import { either, tags, text, whole, yesNo } from '../values.ts';

const movie = ['movie'] as const;
const show = ['show'] as const;
const day = text;
const said = (help: string, value: ValueSpec = either(text, tags)): KeySpec => ({ value, help });
const of = (libraries: readonly ('movie' | 'show')[], spec: KeySpec): KeySpec => ({ ...spec, libraries });
const between = (
  name: string,
  value: ValueSpec,
  help: string,
  kind?: typeof movie | typeof show,
): KeyTable => {
  const least = said(`${help} At least this.`, value);
  const most = said(`${help} At most this.`, value);
  return {
    [`${name}.gte`]: kind ? of(kind, least) : least,
    [`${name}.lte`]: kind ? of(kind, most) : most,
  };
};
const year = whole(1800);

/** What `tmdb_discover` asks for; commas mean and, bars mean or. */
export const TMDB_DISCOVER_KEYS: KeyTable = {
  limit: { value: whole(0), default: '100', help: 'How many titles at most; 0 for all.' },
  sort_by: said('How what is found is sorted, as popularity.desc.', text),
  with_companies: said('Made by these companies.'),
  without_companies: said('Not made by these companies.'),
  with_genres: said('Of these genres.'),
  without_genres: said('Not of these genres.'),
  with_keywords: said('With these keywords.'),
  without_keywords: said('Without these keywords.'),
  with_watch_providers: said('To be seen with these services.'),
  without_watch_providers: said('Not to be seen with these services.'),
  with_original_language: said('First made in this language.'),
  with_overview_translation: said('With a description in this language.'),
  watch_region: said('In which country the services are looked at.'),
  with_watch_monetization_types: said('How the services give it: flatrate, free, ads, rent or buy.'),
  ...between('vote_count', whole(0), 'How many people voted.'),
  ...between('with_runtime', whole(0), 'How many minutes it lasts.'),
  ...between('vote_average', { type: 'number', min: 0, max: 10 }, 'TMDb’s rating.'),
  include_adult: said('Find adult titles too.', yesNo),
  with_cast: of(movie, said('With one of these actors.')),
  with_crew: of(movie, said('With one of these in the crew.')),
  with_people: of(movie, said('With one of these people, before or behind the camera.')),
  with_release_type: of(movie, said('How it came out, by TMDb’s numbers.')),
  with_title_translation: of(movie, said('With a title in this language.')),
  with_origin_country: said('From this country.'),
  region: of(movie, said('In which country the dates count.')),
  certification_country: of(movie, said('Whose age ratings are meant.')),
  certification: of(movie, said('With this age rating.')),
  ...between('certification', either(text, whole()), 'The age rating.', movie),
  year: of(movie, said('Of this year.', year)),
  primary_release_year: of(movie, said('First out in this year.', year)),
  ...between('primary_release_date', day, 'The day it first came out.', movie),
  ...between('release_date', day, 'Any day it came out.', movie),
  include_video: of(movie, said('Find what went straight to video too.', yesNo)),
  with_networks: of(show, said('Shown by these channels.')),
  with_name_translation: of(show, said('With a name in this language.')),
  timezone: of(show, said('Which clock the days of broadcast follow.')),
  first_air_date_year: of(show, said('First shown in this year.', year)),
  ...between('air_date', day, 'The day an episode is shown.', show),
  ...between('first_air_date', day, 'The day the first episode is shown.', show),
  with_status: of(show, said('How it stands, by TMDb’s numbers.', either(whole(0, 5), text))),
  with_type: of(show, said('What kind of show, by TMDb’s numbers.', either(whole(0, 6), text))),
  screened_theatrically: of(show, said('Shown in cinemas.', yesNo)),
  include_null_first_air_dates: of(show, said('Find what has no first day too.', yesNo)),
};
