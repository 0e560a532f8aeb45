import type { FileKind } from './default-files.ts';
import { DYNAMIC_KEYS } from './definitions/dynamic-keys.ts';

const list = (names: string): string[] => names.trim().split(/\s+/);

/** Names that are read, and beginnings of names that end in a key of the file. */
interface Variables {
  names: readonly string[];
  beginnings: readonly string[];
}

/** What all of Kometa's own files of a kind read. */
const SHARED: Readonly<Partial<Record<FileKind, Variables>>> = {
  collection: {
    names: list(`
      allowed_libraries award_filter cache_builders category_filter collection_mode collection_order
      collection_section delete_collections_named dynamic event_id extra file_background file_poster filter_term
      filter_term2 filter_value filter_value2 final_collection_section hub_priority ignore_ids ignore_imdb_ids image
      imdb_list item_radarr_tag item_sonarr_tag key_name key_name_first_letter keywords limit mdblist_list
      minimum_items name_format name_mapping order placeholder_imdb_id placeholder_tmdb_movie placeholder_tvdb_show
      pre radarr_add_missing radarr_folder radarr_monitor radarr_monitor_existing radarr_search radarr_tag
      radarr_upgrade_existing schedule search_term search_term2 search_value search_value2 sep_style separator
      smart_label sonarr_add_missing sonarr_folder sonarr_monitor sonarr_monitor_existing sonarr_search sonarr_tag
      sonarr_upgrade_existing sort sort_by sort_prefix sort_title style summary_format sync_mode title tmdb_birthday
      tmdb_deathday tmdb_person tmdb_person_offset trakt_list translation_key type url_background url_poster use_all
      use_blank use_other use_separator use_year_collections visible_home visible_library visible_shared winning
      year_collection_section
      language title_format
    `),
    beginnings: list(`
      cache_builders_ collection_order_ file_background_ file_poster_ hub_priority_ item_radarr_tag_
      item_sonarr_tag_ limit_ minimum_items_ name_ order_ radarr_add_missing_ radarr_folder_ radarr_monitor_
      radarr_monitor_existing_ radarr_search_ radarr_tag_ radarr_upgrade_existing_ schedule_ sonarr_add_missing_
      sonarr_folder_ sonarr_monitor_ sonarr_monitor_existing_ sonarr_search_ sonarr_tag_ sonarr_upgrade_existing_
      sort_by_ summary_ sync_mode_ tmdb_person_offset_ url_background_ url_poster_ use_ visible_home_
      visible_library_ visible_shared_
    `),
  },
  overlay: {
    names: list(`
      addon_offset addon_position allowed_libraries alt back_align back_color back_height back_line_color
      back_line_width back_padding back_radius back_width builder_level default file final_horizontal_offset
      final_name final_vertical_offset font font_color font_size font_style git group horizontal_align
      horizontal_offset overlay_level overlay_name pmm queue repo scale_height scale_width stroke_color stroke_width
      suppress_overlays url use_all vertical_align vertical_offset weight
      language position overlay_limit horizontal_spacing vertical_spacing surround
      initial_horizontal_align initial_vertical_align initial_horizontal_offset initial_vertical_offset
    `),
    beginnings: list(`
      back_align_ back_color_ back_height_ back_line_color_ back_line_width_ back_padding_ back_radius_ back_width_
      default_ file_ font_ font_color_ font_size_ font_style_ git_ horizontal_align_ horizontal_offset_ pmm_ repo_
      scale_height_ scale_width_ stroke_color_ stroke_width_ url_ use_ vertical_align_ vertical_offset_ weight_
    `),
  },
};

/** What single files read beside that; a word that ends in `_*` is the beginning of a name. */
const OWN: Readonly<Record<string, string>> = {
  'collection/anilist': `
    chart limit_season
  `,
  'collection/basic': `
    in_the_last_episodes in_the_last_released
  `,
  'collection/collectionless': `
    exclude exclude_prefix imdb_id name_collectionless plex_search summary_collectionless tmdb_list tmdb_movie
    tmdb_show tvdb_list tvdb_movie tvdb_show
  `,
  'collection/franchise': `
    build_collection movie movie_* name_mapping_* sort_title_*
  `,
  'collection/imdb': `
    chart
  `,
  'collection/letterboxd': `
    list summary use_cannes use_imdb_top_250 use_oscars user
  `,
  'collection/myanimelist': `
    chart limit_season starting_only starting_only_season
  `,
  'collection/seasonal': `
    emoji imdb_search letterboxd_list tmdb_collection tmdb_movie delete_collections_named_* emoji_* imdb_list_*
    imdb_search_* letterboxd_list_* mdblist_list_* tmdb_collection_* tmdb_movie_* trakt_list_*
  `,
  'collection/simkl': `
    period
  `,
  'collection/streaming': `
    allowed_streaming discover_limit discover_region discover_sort discover_with final_tmdb_key originals
    originals_only region tmdb_key delete_collections_named_* discover_with_*
  `,
  'collection/tautulli': `
    list_days list_size list_days_* list_size_*
  `,
  'collection/tmdb': `
    chart
  `,
  'collection/universe': `
    imdb_url mdblist_url trakt_url delete_collections_named_* imdb_list_* mdblist_list_* name_mapping_* trakt_list_*
  `,
  'overlay/aspect': `
    high low text_*
  `,
  'overlay/audio_codec': `
    regex standard_value style regex_*
  `,
  'overlay/commonsense': `
    post post_nr_text post_text pre pre_nr_text pre_text rating
  `,
  'overlay/content_rating_au': `
    color inside_color rating
  `,
  'overlay/content_rating_de': `
    color inside_color rating
  `,
  'overlay/content_rating_nz': `
    color inside_color rating
  `,
  'overlay/content_rating_uk': `
    color inside_color rating
  `,
  'overlay/content_rating_us_movie': `
    color inside_color rating
  `,
  'overlay/content_rating_us_show': `
    color inside_color rating
  `,
  'overlay/episode_info': `
    episode_number0 season_number0
  `,
  'overlay/language_count': `
    image_key lt minimum search_attribute use_subtitles
  `,
  'overlay/languages': `
    country final_align final_font_size final_style final_text flag_alignment group_alignment height hide_text
    horizontal_position horizontal_spacing initial_horizontal_align initial_horizontal_offset initial_vertical_align
    initial_vertical_offset languages offset search_attribute size style surround text three_characters use
    use_lowercase use_subtitles vertical_position vertical_spacing width country_*
  `,
  'overlay/network': `
    run_definition search style
  `,
  'overlay/ratings': `
    center_offset ch2_offset ch3_offset cv2_offset cv3_offset fresh_rating gsuffix gte h2_offset h3_offset
    horizontal_position image_extra image_level imdb_top lsuffix lte maximum_rating mdblist_top minimum_rating
    rating1 rating1_horizontal_offset rating1_vertical_offset rating2 rating2_horizontal_offset
    rating2_vertical_offset rating3 rating3_horizontal_offset rating3_vertical_offset rating_alignment
    rating_level_prefix rating_num run_this side standard_offset v2_offset v3_offset vertical_position rating*
  `,
  'overlay/resolution': `
    all dolby_vision hdr regex res search type use_edition use_resolution
  `,
  'overlay/ribbon': `
    final_style imdb_key mdb_key style
  `,
  'overlay/runtimes': `
    format text
  `,
  'overlay/status': `
    all last last_days text tmdb text_*
  `,
  'overlay/streaming': `
    allowed_streaming discover_limit discover_region discover_sort discover_with final_tmdb_key limit originals
    originals_only region style tmdb_key discover_with_* providers_*
  `,
  'overlay/studio': `
    height_value search style width_value
  `,
  'overlay/versions': `
    version_style
  `,
  'overlay/video_format': `
    regex regex_* text_*
  `,
  'playlist/playlist': `
    delete_playlist exclude_users ignore_ids ignore_imdb_ids imdb_list imdb_url item_radarr_tag item_sonarr_tag
    libraries mdblist_list mdblist_url summary_arrow summary_clonewars summary_dcau summary_dragonball summary_mcu
    summary_pokemon summary_startrek summary_starwars summary_xmen sync_to_users trakt_list delete_playlist_*
    exclude_users_* imdb_list_* item_radarr_tag_* item_sonarr_tag_* mdblist_list_* name_* summary_* sync_to_users_*
    trakt_list_* url_poster_* use_*
  `,
};

/** Kometa takes the keys of dynamic collections as variables too, and adds to their lists and takes from them. */
const DYNAMIC = Object.keys(DYNAMIC_KEYS).flatMap((key) => [key, `append_${key}`, `remove_${key}`]);

/** The template variables that one of Kometa's own files reads. */
export function variablesOf(kind: FileKind, name: string): Variables {
  const shared = SHARED[kind];
  const own = list(OWN[`${kind}/${name}`] ?? '').filter((word) => word !== '');
  const beginnings = own.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return {
    names: [
      ...(shared?.names ?? []),
      ...own.filter((word) => !word.endsWith('*')),
      ...(kind === 'collection' ? DYNAMIC : []),
    ],
    beginnings: [...(shared?.beginnings ?? []), ...beginnings],
  };
}
