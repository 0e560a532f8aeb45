import type { PlexStandIn } from '@marquee/stand-ins';

/** Number of the library that is added. */
export const BIG_SECTION = 900;
const FIRST_KEY = 1_000_000;

/** Adds a library of so many films beside the demo's own: each a copy of a demo film under a name of its own. */
export function addBigLibrary(plex: PlexStandIn, count: number): void {
  plex.change((state) => {
    const section = state.sections.find(({ kind }) => kind === 'movie');
    const films = state.items.filter(({ sectionId }) => sectionId === section?.id);
    if (!section || films.length === 0) throw new Error('The demo has no films to copy');
    state.sections.push({ ...section, id: BIG_SECTION, uuid: `${section.uuid}-big`, title: 'Big' });
    for (let number = 0; number < count; number += 1) {
      const film = films[number % films.length];
      if (!film) continue;
      const title = `${film.title} ${String(number).padStart(6, '0')}`;
      state.items.push({
        ...film,
        ratingKey: FIRST_KEY + number,
        sectionId: BIG_SECTION,
        guid: `${film.guid}-${number}`,
        title,
        titleSort: `${String(number).padStart(6, '0')} ${film.title}`,
        addedAt: film.addedAt - number,
      });
    }
  });
}
