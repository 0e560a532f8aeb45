import { sendXml, withPlex } from '../testing/plex-server.ts';

const posters = `<MediaContainer size="4">
  <Photo key="/library/metadata/1/file?url=upload%3A%2F%2Fposters%2Fabc" ratingKey="upload://posters/abc" thumb="/library/metadata/1/file?url=upload%3A%2F%2Fposters%2Fabc" selected="1"/>
  <Photo key="/library/metadata/1/file?url=metadata%3A%2F%2Fposters%2Fx" ratingKey="metadata://posters/x" selected="0" provider="tv.plex.agents.movie"/>
  <Photo key="https://image.example/p.jpg" ratingKey="https://image.example/p.jpg" thumb="https://image.example/t.jpg" provider="tmdb"/>
  <Photo key="/library/metadata/1/file?url=media%3A%2F%2Fx.jpg" ratingKey="media://x.jpg" provider="local"/>
</MediaContainer>`;

test('posters say where they are from and where we can fetch them', () =>
  withPlex(
    (_, response) => sendXml(response, posters),
    async (plex, { received }) => {
      const list = await plex.artwork.list('1', 'poster');
      expect(list.map(({ source, selected, path }) => [source, selected, path])).toEqual([
        ['uploaded', true, '/library/metadata/1/file?url=upload%3A%2F%2Fposters%2Fabc'],
        ['agent', false, '/library/metadata/1/file?url=metadata%3A%2F%2Fposters%2Fx'],
        ['agent', false, null],
        ['local', false, '/library/metadata/1/file?url=media%3A%2F%2Fx.jpg'],
      ]);
      await plex.artwork.list('1', 'art');
      expect(received.map(({ path }) => path)).toEqual([
        '/library/metadata/1/posters',
        '/library/metadata/1/arts',
      ]);
    },
  ));

test('an upload is the bare bytes, without a content type', () =>
  withPlex(
    (_, response) => response.end(),
    async (plex, { received }) => {
      const bytes = Uint8Array.from({ length: 100_000 }, (_, place) => place % 251);
      await plex.artwork.upload('1', 'poster', bytes);
      expect(received[0]).toMatchObject({ method: 'POST', url: '/library/metadata/1/posters' });
      expect(received[0]?.headers['content-type']).toBeUndefined();
      expect(received[0]?.headers['content-length']).toBe('100000');
      expect(received[0]?.body.equals(Buffer.from(bytes))).toBe(true);
    },
  ));

test('a poster is selected at the singular address; Plex may fetch one itself', () =>
  withPlex(
    (_, response) => response.end(),
    async (plex, { received }) => {
      await plex.artwork.select('1', 'poster', 'upload://posters/a b');
      await plex.artwork.select('1', 'art', 'x');
      await plex.artwork.uploadFrom('1', 'art', 'https://image.example/p.jpg?a=1&b=2');
      expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'PUT /library/metadata/1/poster?url=upload%3A%2F%2Fposters%2Fa%20b',
        'PUT /library/metadata/1/art?url=x',
        'POST /library/metadata/1/arts?url=https%3A%2F%2Fimage.example%2Fp.jpg%3Fa%3D1%26b%3D2',
      ]);
    },
  ));
