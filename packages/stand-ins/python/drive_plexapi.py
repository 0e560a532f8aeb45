"""Drives a Plex server with unmodified python-plexapi: drive_plexapi.py URL TOKEN OTHER_TOKEN PICTURE_URL"""
import sys
import tempfile
from datetime import datetime

from plexapi.exceptions import NotFound, Unauthorized
from plexapi.playlist import Playlist
from plexapi.server import PlexServer

from steps import run, step

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6364f8cf500f0003860180 5a347d6b0000000049454e44ae426082".replace(" ", "")
)


class Context:
    def __init__(self, url, token, other, picture):
        self.url, self.token, self.other, self.picture = url, token, other, picture
        self.plex = None
        self.playlist = None
        self.smart = None

    @property
    def movies(self):
        return self.plex.library.section("Movies")

    @property
    def shows(self):
        return self.plex.library.section("Shows")

    @property
    def music(self):
        return self.plex.library.section("Music")


def titles(things):
    return [thing.title for thing in things]


def fresh(c, key):
    return c.plex.fetchItem(key)


@step
def a_wrong_token_is_refused(c):
    try:
        PlexServer(c.url, "wrong")
    except Unauthorized:
        return "Unauthorized"


@step
def a_missing_token_is_refused(c):
    try:
        PlexServer(c.url, "")
    except Unauthorized:
        return "Unauthorized"


@step
def connects(c):
    c.plex = PlexServer(c.url, c.token)
    return [c.plex.friendlyName, c.plex.machineIdentifier, c.plex.version, c.plex.myPlexUsername]


@step
def tells_its_identity(c):
    return c.plex.query("/identity").attrib["machineIdentifier"]


@step
def reads_server_settings(c):
    return c.plex.settings.get("FriendlyName").value


@step
def lists_sections(c):
    return [[s.key, s.type, s.title, s.locations] for s in c.plex.library.sections()]


@step
def reads_section_settings(c):
    return [s.id for s in c.movies.settings()]


@step
def lists_films_in_title_order(c):
    return titles(c.movies.all())


@step
def counts_without_listing(c):
    return [c.movies.totalSize, c.shows.totalViewSize(libtype="episode"), c.music.totalViewSize(libtype="track")]


@step
def pages_through_a_list(c):
    return titles(c.plex.fetchItems("/library/sections/1/all?type=1", container_start=1, container_size=1))


@step
def limits_a_search(c):
    return titles(c.movies.search(sort="year:desc", limit=2))


@step
def sorts_by_two_keys(c):
    return titles(c.movies.search(sort="year:desc,titleSort:desc"))


@step
def sorts_at_random(c):
    return sorted(titles(c.movies.search(sort="random")))


@step
def searches_by_title(c):
    return titles(c.movies.search(title="bone"))


@step
def gets_by_title(c):
    return c.movies.get("Cinder").ratingKey


@step
def misses_an_unknown_title(c):
    try:
        c.movies.get("Nothing Like It")
    except NotFound:
        return "NotFound"


@step
def misses_an_unknown_key(c):
    try:
        fresh(c, 999999)
    except NotFound:
        return "NotFound"


@step
def gets_by_guid(c):
    return c.movies.getGuid("tmdb://102").title


@step
def lists_agents(c):
    return [a.identifier for a in c.plex.agents(mediaType="movie")]


@step
def lists_filter_types(c):
    return [t.type for t in c.shows.filterTypes()]


@step
def lists_operators(c):
    return [o.key for o in c.movies.listOperators("string")]


@step
def lists_fields(c):
    return [f.key for f in c.music.listFields("track") if f.key.endswith("userRating")]


@step
def lists_sorts(c):
    return "titleSort" in [s.key for s in c.movies.listSorts()]


@step
def lists_genres(c):
    return titles(c.movies.listFilterChoices("genre"))


@step
def lists_resolutions(c):
    return [[r.key, r.title] for r in c.movies.listFilterChoices("resolution")]


@step
def filters_by_genre(c):
    return titles(c.movies.search(genre="Drama"))


@step
def filters_by_either_genre(c):
    return titles(c.movies.search(genre=["History", "Comedy"]))


@step
def filters_by_both_genres(c):
    return titles(c.movies.search(**{"genre&": ["Drama", "Comedy"]}))


@step
def filters_by_not_genre(c):
    return titles(c.movies.search(**{"genre!": "Comedy"}))


@step
def filters_by_exact_title(c):
    return [titles(c.movies.search(filters={"title=": "Cinder"})), titles(c.movies.search(filters={"title=": "Cind"}))]


@step
def filters_by_beginning_and_end(c):
    return [titles(c.movies.search(filters={"title<": "brass"})), titles(c.movies.search(filters={"title>": "bone"}))]


@step
def filters_by_year_range(c):
    return titles(c.movies.search(filters={"and": [{"year>>": 1999}, {"year<<": 2021}]}))


@step
def filters_by_decade(c):
    return titles(c.movies.search(decade=2000))


@step
def filters_by_rating(c):
    return titles(c.movies.search(**{"userRating>>": 5}))


@step
def filters_by_resolution_and_hdr(c):
    return [titles(c.movies.search(resolution="4k")), titles(c.movies.search(hdr=True))]


@step
def filters_by_language(c):
    return titles(c.movies.search(audioLanguage="Deutsch"))


@step
def filters_by_unwatched(c):
    return titles(c.movies.search(unwatched=True))


@step
def filters_by_date(c):
    return titles(c.movies.search(filters={"originallyAvailableAt>>": "2005-03-01"}))


@step
def filters_by_actor(c):
    return titles(c.movies.search(actor="Cy Vale"))


@step
def filters_by_nested_groups(c):
    return titles(c.movies.search(filters={
        "or": [{"and": [{"genre": "Comedy"}, {"contentRating": "R"}]}, {"and": [{"genre": "History"}, {"year": 1999}]}],
    }))


@step
def filters_episodes_by_their_show(c):
    return titles(c.shows.search(libtype="episode", filters={"show.title": "lant"}))


@step
def filters_shows_by_their_episodes(c):
    return titles(c.shows.search(filters={"episode.hdr": True}))


@step
def refuses_an_unknown_filter_value_gracefully(c):
    return titles(c.movies.search(genre="No Such Genre"))


@step
def reads_media_and_streams(c):
    part = fresh(c, 101).media[0].parts[0]
    return [part.file, [s.codec for s in part.videoStreams()], [s.languageTag for s in part.audioStreams()],
            len(part.subtitleStreams())]


@step
def reads_tags_and_guids(c):
    film = fresh(c, 101)
    return [titles_of(film.genres), titles_of(film.directors), [r.tag for r in film.roles],
            [g.id for g in film.guids]]


def titles_of(tags):
    return [tag.tag for tag in tags]


@step
def leaves_guids_out_unless_asked(c):
    plain = c.plex.query("/library/sections/1/all?type=1")
    asked = c.plex.query("/library/sections/1/all?type=1&includeGuids=1")
    return [len(plain.findall(".//Guid")), len(asked.findall(".//Guid"))]


@step
def reloads_a_partial_film(c):
    film = c.movies.search(title="Brass")[0]
    film.reload()
    return [film.isFullObject(), titles_of(film.labels)]


@step
def fetches_many_at_once(c):
    return titles(c.plex.fetchItems([101, 103]))


@step
def rates(c):
    fresh(c, 102).rate(7.5)
    film = fresh(c, 102)
    return [film.userRating, film.lastRatedAt is not None]


@step
def takes_a_rating_away(c):
    fresh(c, 102).rate(None)
    return fresh(c, 102).userRating


@step
def adds_labels(c):
    fresh(c, 102).addLabel(["New", "Newer, Newest"])
    return titles_of(fresh(c, 102).labels)


@step
def removes_labels(c):
    fresh(c, 102).removeLabel(["Keep", "Newer, Newest"])
    return titles_of(fresh(c, 102).labels)


@step
def filters_by_a_fresh_label(c):
    return [titles(c.movies.search(label="New")), titles(c.movies.listFilterChoices("label"))]


@step
def edits_genres(c):
    fresh(c, 104).addGenre("Epic", locked=False).removeGenre("Drama", locked=False)
    film = fresh(c, 104)
    return [titles_of(film.genres), [f.name for f in film.fields if f.locked]]


@step
def edits_and_locks_fields(c):
    fresh(c, 103).editTitle("Cinder Lane").editSummary("Ash & \"embers\" <now>").editSortTitle("Zinder")
    film = fresh(c, 103)
    return [film.title, film.summary, film.titleSort, sorted(f.name for f in film.fields if f.locked)]


@step
def unlocks_a_field(c):
    fresh(c, 103).editTitle("Cinder", locked=False)
    return sorted(f.name for f in fresh(c, 103).fields if f.locked)


@step
def edits_several_fields_in_a_batch(c):
    film = fresh(c, 104)
    film.batchEdits().editStudio("Sand").editContentRating("PG-13").addCountry("Norway").saveEdits()
    film = fresh(c, 104)
    return [film.studio, film.contentRating, titles_of(film.countries)]


@step
def edits_several_films_in_a_batch(c):
    films = [fresh(c, 101), fresh(c, 102)]
    c.movies.batchMultiEdits(films)
    c.movies.addLabel("Batch").saveMultiEdits()
    return [titles_of(fresh(c, 101).labels), titles_of(fresh(c, 102).labels)]


@step
def lists_posters(c):
    return [[p.ratingKey, p.selected, p.provider] for p in fresh(c, 101).posters()]


@step
def uploads_a_poster_as_bytes(c):
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        picture.write(PNG)
        picture.flush()
        fresh(c, 101).uploadPoster(filepath=picture.name)
    return [[p.ratingKey, p.selected] for p in fresh(c, 101).posters()]


@step
def uploads_a_poster_by_url(c):
    fresh(c, 101).uploadPoster(url=c.picture)
    return [[p.ratingKey, p.selected] for p in fresh(c, 101).posters()]


@step
def selects_a_poster(c):
    fresh(c, 101).posters()[-1].select()
    return [p.selected for p in fresh(c, 101).posters()]


@step
def serves_the_chosen_poster(c):
    answer = c.plex._session.get(fresh(c, 101).thumbUrl)
    return [answer.status_code, answer.headers["content-type"], answer.content[:4].hex()]


@step
def serves_a_listed_poster(c):
    answer = c.plex._session.get(c.plex.url(fresh(c, 101).posters()[0].thumb, includeToken=True))
    return [answer.status_code, answer.headers["content-type"]]


@step
def uploads_a_background(c):
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        picture.write(PNG)
        picture.flush()
        fresh(c, 102).uploadArt(filepath=picture.name)
    film = fresh(c, 102)
    return [[a.selected for a in film.arts()], film.art is not None]


@step
def locks_the_poster(c):
    fresh(c, 102).lockPoster()
    return "thumb" in [f.name for f in fresh(c, 102).fields if f.locked]


@step
def scrobbles(c):
    fresh(c, 104).markPlayed()
    film = fresh(c, 104)
    return [film.viewCount, film.isPlayed]


@step
def unscrobbles(c):
    fresh(c, 104).markUnplayed()
    return fresh(c, 104).isPlayed


@step
def keeps_progress(c):
    fresh(c, 102).updateTimeline(1000000, state="playing")
    return [fresh(c, 102).viewOffset, titles(c.plex.sessions())]


@step
def shows_what_is_being_watched(c):
    return [titles(c.movies.continueWatching()), titles(c.plex.continueWatching())]


@step
def ends_a_session(c):
    fresh(c, 102).updateTimeline(1000000, state="stopped")
    return titles(c.plex.sessions())


@step
def counts_a_finished_film_as_played(c):
    fresh(c, 102).updateTimeline(6900000, state="stopped")
    return fresh(c, 102).viewCount


@step
def reads_history(c):
    return [[h.title, h.accountID] for h in c.plex.history()][-3:]


@step
def reads_history_of_one_account(c):
    return [[h.title, int(h.viewedAt.timestamp())] for h in c.plex.history(accountID=9002)]


@step
def reads_history_since(c):
    return [h.title for h in c.plex.history(accountID=1, mindate=datetime.fromtimestamp(1685000000))][-1:]


@step
def reads_history_of_one_film(c):
    return len(fresh(c, 101).history())


@step
def lists_accounts(c):
    return [[a.id, a.name] for a in c.plex.systemAccounts() if a.name]


@step
def creates_a_collection(c):
    made = c.movies.createCollection("Night In", items=[fresh(c, 101), fresh(c, 102)])
    return [made.title, made.smart, sorted(titles(made.items()))]


@step
def creates_a_collection_by_tag(c):
    fresh(c, 103).addCollection("By Tag")
    made = c.movies.collection("By Tag")
    return [made.subtype, titles(made.items()), titles_of(fresh(c, 103).collections)]


@step
def adds_to_a_collection(c):
    made = c.movies.collection("Night In").addItems([fresh(c, 104)])
    return made.reload().childCount


@step
def moves_within_a_collection(c):
    made = c.movies.collection("Night In")
    made.sortUpdate("custom")
    made.moveItem(fresh(c, 104))
    made.moveItem(fresh(c, 101), after=fresh(c, 102))
    return titles(c.movies.collection("Night In").items())


@step
def removes_from_a_collection(c):
    c.movies.collection("Night In").removeItems([fresh(c, 104)])
    return titles(c.movies.collection("Night In").items())


@step
def changes_collection_settings(c):
    made = c.movies.collection("Night In")
    made.modeUpdate("hideItems")
    made = c.movies.collection("Night In")
    return [made.collectionMode, made.collectionSort, [p.id for p in made.preferences()][:2]]


@step
def edits_a_collection(c):
    made = c.movies.collection("Night In")
    made.editTitle("Night Out").editSummary("Away").addLabel("Mine")
    made = c.movies.collection("Night Out")
    return [made.summary, titles_of(made.labels)]


@step
def filters_by_collection(c):
    return titles(c.movies.search(collection="Night Out"))


@step
def searches_collections(c):
    return titles(c.movies.collections(title="night"))


@step
def gives_a_collection_a_poster(c):
    made = c.movies.collection("Night Out")
    made.uploadPoster(url=c.picture)
    return [len(made.posters()), c.plex._session.get(made.reload().thumbUrl).headers["content-type"]]


@step
def creates_a_smart_collection(c):
    made = c.movies.createCollection("Long Ago", smart=True, sort="year", filters={"year<<": 2010})
    return [made.smart, titles(made.items())]


@step
def parses_the_filters_of_a_smart_collection(c):
    return c.movies.collection("Long Ago").filters()


@step
def changes_a_smart_collection(c):
    made = c.movies.collection("Long Ago")
    made.updateFilters(filters={"year<<": 2000})
    return titles(c.movies.collection("Long Ago").items())


@step
def shows_a_collection_on_the_home_screen(c):
    made = c.movies.collection("Night Out")
    made.visibility().updateVisibility(recommended=True, home=True, shared=False)
    hub = made.visibility()
    return [hub.promotedToRecommended, hub.promotedToOwnHome, hub.promotedToSharedHome, hub.identifier]


@step
def moves_a_hub(c):
    made = c.movies.collection("Long Ago")
    made.visibility().promoteRecommended()
    second = c.movies.managedHubs()[1]
    second.move()
    return titles(c.movies.managedHubs())


@step
def takes_a_hub_away(c):
    c.movies.managedHubs()[0].remove()
    return titles(c.movies.managedHubs())


@step
def shows_hubs(c):
    return [h.title for h in c.movies.hubs()]


@step
def deletes_collections(c):
    for made in c.movies.collections():
        made.delete()
    return titles(c.movies.collections())


@step
def lists_no_playlists(c):
    return titles(c.plex.playlists())


@step
def creates_a_playlist(c):
    c.playlist = Playlist.create(c.plex, "Sunday", items=c.music.searchTracks(sort="titleSort")[:2])
    return [c.playlist.title, c.playlist.playlistType, c.playlist.leafCount, c.playlist.smart]


@step
def adds_to_a_playlist(c):
    c.playlist.addItems([fresh(c, 313)])
    return titles(c.plex.playlist("Sunday").items())


@step
def moves_within_a_playlist(c):
    items = c.plex.playlist("Sunday").items()
    c.plex.playlist("Sunday").moveItem(items[2])
    items = c.plex.playlist("Sunday").items()
    c.plex.playlist("Sunday").moveItem(items[0], after=items[1])
    return titles(c.plex.playlist("Sunday").items())


@step
def removes_from_a_playlist(c):
    made = c.plex.playlist("Sunday")
    made.removeItems([made.items()[0]])
    return titles(c.plex.playlist("Sunday").items())


@step
def edits_a_playlist(c):
    c.plex.playlist("Sunday").editTitle("Monday").editSummary("Slow")
    made = c.plex.playlist("Monday")
    return [made.title, made.summary]


@step
def filters_playlists(c):
    return [titles(c.plex.playlists(playlistType="audio")), titles(c.plex.playlists(playlistType="video")),
            titles(c.music.playlists())]


@step
def creates_a_video_playlist_of_a_show(c):
    made = Playlist.create(c.plex, "Marathon", items=[fresh(c, 201)])
    return [made.playlistType, titles(made.items())]


@step
def creates_a_smart_playlist(c):
    c.smart = c.music.createPlaylist("Best", smart=True, libtype="track", sort="userRating:desc", limit=10,
                                     filters={"track.userRating>>": 5})
    return [c.smart.smart, c.smart.playlistType, titles(c.smart.items())]


@step
def parses_the_filters_of_a_smart_playlist(c):
    return c.plex.playlist("Best").filters()


@step
def finds_the_section_of_a_smart_playlist(c):
    return c.plex.playlist("Best").section().title


@step
def a_smart_playlist_follows_the_library(c):
    fresh(c, 313).rate(10)
    return titles(c.plex.playlist("Best").items())


@step
def changes_a_smart_playlist(c):
    made = c.plex.playlist("Best")
    made.updateFilters(filters={"track.userRating>>": 9})
    return titles(c.plex.playlist("Best").items())


@step
def deletes_playlists(c):
    for made in c.plex.playlists():
        made.delete()
    return titles(c.plex.playlists())


@step
def walks_through_a_show(c):
    show = c.shows.get("Lanterns")
    return [titles(show.seasons()), titles(show.episodes()), show.leafCount, show.childCount]


@step
def finds_an_episode(c):
    return fresh(c, 201).episode(season=1, episode=2).title


@step
def climbs_from_an_episode(c):
    episode = fresh(c, 212)
    return [episode.grandparentTitle, episode.parentTitle, episode.seasonEpisode, episode.show().title,
            episode.season().title]


@step
def marks_a_season_played(c):
    fresh(c, 210).markPlayed()
    return [fresh(c, 201).viewedLeafCount, len(fresh(c, 201).unwatched())]


@step
def walks_through_music(c):
    artist = c.music.get("Kite")
    return [titles(artist.albums()), titles(artist.tracks()), titles(fresh(c, 310).tracks())]


@step
def climbs_from_a_track(c):
    track = fresh(c, 312)
    return [track.grandparentTitle, track.parentTitle, track.trackNumber, track.album().title, track.artist().title]


@step
def searches_tracks(c):
    return titles(c.music.searchTracks(title="gull"))


@step
def finds_similar_tracks(c):
    return isinstance(fresh(c, 312).sonicallySimilar(limit=5), list)


@step
def searches_everything(c):
    return titles(c.plex.search("lantern"))


@step
def lists_recently_added(c):
    return titles(c.movies.recentlyAdded(maxresults=2))


@step
def changes_item_settings(c):
    fresh(c, 201).editAdvanced(episodeSort=1)
    return fresh(c, 201).preference("episodeSort").value


@step
def refreshes(c):
    fresh(c, 101).refresh()
    c.movies.update()
    return "ok"


@step
def splits_and_merges(c):
    fresh(c, 103).split()
    twins = c.movies.search(title="Cinder")
    twins[0].merge([twin.ratingKey for twin in twins[1:]])
    return [len(twins), len(c.movies.search(title="Cinder"))]


@step
def deletes_a_film(c):
    fresh(c, 104).delete()
    return titles(c.movies.all())


@step
def a_shared_user_sees_only_what_is_shared(c):
    other = PlexServer(c.url, c.other)
    return titles(other.library.sections())


@step
def a_shared_user_cannot_reach_other_libraries(c):
    try:
        PlexServer(c.url, c.other).fetchItem(201)
    except NotFound:
        return "NotFound"


@step
def a_shared_user_rates_for_themselves(c):
    mine = fresh(c, 101).userRating
    film = PlexServer(c.url, c.other).fetchItem(101)
    film.rate(2)
    return [mine, fresh(c, 101).userRating, PlexServer(c.url, c.other).fetchItem(101).userRating]


if __name__ == "__main__":
    run(Context(*sys.argv[1:5]))
