import {
  libraryRoutes,
  type OverlayEntry,
  overlayFileRoutes,
  renderRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { readOverlayFile } from '@marquee/kometa';
import { aFilm, aLibrary } from '../../../testing/examples.ts';
import { type Call, FakeMarquee } from '../../../testing/fake-marquee.ts';
import { anOverlayItem } from './examples.ts';

export const FILE_ID = 'Q0n7mX2b9c1d4e5f6g7h8i';
export const filmsYaml = `# Mine
overlays:
  rating:
    overlay:
      name: text(<<audience_rating>>)
      horizontal_offset: 40
      vertical_offset: 40
      font_size: 60 # large
    plex_all: true
  4k:
    overlay:
      name: text(4K)
      group: resolution
      weight: 20
      horizontal_offset: 10%
      vertical_offset: 5%
    suppress_overlays: [rating]
    plex_search:
      all:
        resolution: 4K
`;

/** A Marquee with one overlay file that can be read, changed and saved, as long as nobody else was quicker. */
export class OverlayMarquee {
  readonly fake = new FakeMarquee();
  text = filmsYaml;
  version = 1;
  draft: string | null = null;

  constructor() {
    const envelope = (data: unknown) => ({ success: true, data, error: null, timestamp: now });
    this.fake
      .answer(systemRoutes.health)
      .answer(systemRoutes.status)
      .answer(libraryRoutes.servers)
      .answer(libraryRoutes.list, [aLibrary()])
      .answer(libraryRoutes.items, { entries: [aFilm(1)], total: 1, nextCursor: null })
      .answerBy(overlayFileRoutes.list, () => [this.file()])
      .answerBy(overlayFileRoutes.read, () => this.read())
      .answerBy(overlayFileRoutes.draft, () =>
        this.draft === null ? null : { fileId: FILE_ID, text: this.draft, baseEtag: '"1"', savedAt: now },
      )
      .answerBy(overlayFileRoutes.saveDraft, ({ body }) => {
        this.draft = textOf(body);
        return { fileId: FILE_ID, text: this.draft, baseEtag: '"1"', savedAt: now };
      })
      .answerBy(overlayFileRoutes.dropDraft, () => {
        this.draft = null;
        return null;
      })
      .answerBy(overlayFileRoutes.versions, () => [
        { id: `v${this.version}`, number: this.version, savedAt: now, by: 'Ada', message: '', sizeBytes: 1 },
      ])
      .answerBy(overlayFileRoutes.items, ({ body }) =>
        (body as { itemIds: string[] }).itemIds.map((itemId) => anOverlayItem({ itemId })),
      )
      .answer(overlayFileRoutes.templates)
      .answer(overlayFileRoutes.goldenSet, [])
      .answer(renderRoutes.render)
      .answer(renderRoutes.fonts)
      .answer(renderRoutes.overlayImages)
      .answerRaw(overlayFileRoutes.write, (call: Call) => {
        if (call.headers.get('If-Match') !== `"${this.version}"`) {
          const error = {
            code: 'request.precondition-failed',
            message: 'It was changed meanwhile',
            details: [],
            requestId: 'r',
          };
          return Response.json({ ...envelope(null), success: false, error }, { status: 412 });
        }
        this.outside(textOf(call.body));
        return Response.json(envelope(this.read()));
      });
  }

  /** Somebody writes it, by whatever way. */
  outside(text: string): void {
    this.text = text;
    this.version += 1;
  }

  entries(): OverlayEntry[] {
    return readOverlayFile(this.text).entries;
  }

  private file() {
    const { entries, queues, problems } = readOverlayFile(this.text);
    return { id: FILE_ID, path: 'overlays/films.yml', modifiedAt: now, entries, queues, problems };
  }

  private read() {
    return { ...this.file(), text: this.text, etag: `"${this.version}"` };
  }
}

const now = '2026-11-21T05:00:00.000Z';
const textOf = (body: unknown) => (body as { text: string }).text;
