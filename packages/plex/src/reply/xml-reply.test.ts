import fc from 'fast-check';
import { decodeXml } from './xml-reply.ts';
import { decodeXmlText } from './xml-text.ts';

const escaped = (text: string) =>
  text.replace(/[&<>"'\n\t]/g, (character) => `&#${character.codePointAt(0)};`);
const xmlText = fc.string({ unit: 'grapheme-composite', maxLength: 30 });

test('any text survives in an attribute', () => {
  fc.assert(
    fc.property(xmlText, (title) => {
      const xml = `<MediaContainer><Video ratingKey="1" title="${escaped(title)}"/></MediaContainer>`;
      expect(decodeXml(xml)).toEqual({ Metadata: [{ ratingKey: '1', title }] });
    }),
  );
});

test('references are undone once and only once', () => {
  expect(decodeXmlText('&amp;amp; &AMP; &#38;lt; &#x26;#65; &apos;&quot;')).toBe('&amp; & &lt; &#65; \'"');
  expect(decodeXmlText('&unknown; &#; &#x110000; &#xDC00; & &')).toBe(
    '&unknown; &#; &#x110000; &#xDC00; & &',
  );
});

test('child tags are lists, and items of mixed tags stay in order', () => {
  const xml = `<MediaContainer size="4">
    <Track ratingKey="1"/><Directory key="a" title="folder"/><Directory ratingKey="2"/>
    <Video ratingKey="3"><Media id="5"><Part id="6"/><Part id="7"/></Media></Video><Playlist ratingKey="4"/>
  </MediaContainer>`;
  expect(decodeXml(xml)).toEqual({
    size: '4',
    Metadata: [
      { ratingKey: '1' },
      { ratingKey: '2' },
      { ratingKey: '3', Media: [{ id: '5', Part: [{ id: '6' }, { id: '7' }] }] },
      { ratingKey: '4' },
    ],
    Directory: [{ key: 'a', title: 'folder' }],
  });
});

test('names that would reach into objects are refused or stay harmless', () => {
  for (const name of ['__proto__', 'constructor', 'prototype']) {
    expect(() => decodeXml(`<MediaContainer ${name}="1"/>`)).toThrow('could not be read');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  }
});

test('whatever text arrives, the reader either answers or says why not', () => {
  const soup = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '=',
      ' ',
      'MediaContainer',
      'Video',
      '&',
      ';',
      '!',
      '[',
      ']',
      '--',
      'x',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(soup, (pieces) => {
      try {
        decodeXml(pieces.join(''));
      } catch (error) {
        expect(error).toMatchObject({ name: 'PlexFailure', facts: { kind: 'bad-answer' } });
      }
    }),
  );
});
