const services: readonly (readonly [start: string, name: string])[] = [
  ['anidb', 'AniDB'],
  ['anilist', 'AniList'],
  ['icheckmovies', 'iCheckMovies'],
  ['imdb', 'IMDb'],
  ['letterboxd', 'Letterboxd'],
  ['mal_', 'MyAnimeList'],
  ['mdblist', 'MDBList'],
  ['boxofficemojo', 'Box Office Mojo'],
  ['mojo', 'Box Office Mojo'],
  ['plex', 'a run of Kometa'],
  ['radarr', 'Radarr'],
  ['simkl', 'Simkl'],
  ['sonarr', 'Sonarr'],
  ['stevenlu', 'StevenLu'],
  ['tautulli', 'Tautulli'],
  ['text_file', 'a text file'],
  ['tmdb', 'TMDb'],
  ['trakt', 'Trakt'],
  ['tvdb', 'TheTVDB'],
];

/** Why a builder cannot be answered here. */
export function whatItNeeds(builder: string): string {
  const service = services.find(([start]) => builder.startsWith(start))?.[1];
  return service === undefined ? `${builder} is not tried here` : `${builder} needs ${service}`;
}
