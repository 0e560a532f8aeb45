import fc from 'fast-check';
import { type FoundSecret, secretsInEnv, secretsInText, secretsInYaml } from './find-secrets.ts';
import { hideSecrets, revealSecrets } from './hide-secrets.ts';

const hidden = (text: string, find: (text: string) => FoundSecret[] = secretsInYaml) =>
  hideSecrets(text, find(text));

const config = `libraries:
  Films: # mine
    radarr:
      token: "film-key"   # of the second Radarr
plex:
  url: http://plex:32400
  token: abc123
tmdb: {apikey: 'def456', language: en}
trakt:
  client_id: ID
  client_secret: SECRET
  pin:
  authorization:
    access_token: AAA
webhooks:
  error: https://discord.com/api/webhooks/1/x
  run_end: notifiarr
`;

test('keys of Kometa’s model are hidden, whatever their quotes; what is blank or plain stays', () => {
  expect(hidden(config)).toBe(`libraries:
  Films: # mine
    radarr:
      token: <<hidden:libraries/Films/radarr/token>>   # of the second Radarr
plex:
  url: http://plex:32400
  token: <<hidden:plex/token>>
tmdb: {apikey: <<hidden:tmdb/apikey>>, language: en}
trakt:
  client_id: <<hidden:trakt/client_id>>
  client_secret: <<hidden:trakt/client_secret>>
  pin:
  authorization:
    access_token: <<hidden:trakt/authorization/access_token>>
webhooks:
  error: <<hidden:webhooks/error>>
  run_end: notifiarr
`);
});

test.each([
  [
    'url: http://me:pass@host/x?a=1&apikey=K1&b=2#z',
    'url: http://me:<<hidden:url>>@host/x?a=1&apikey=<<hidden:url#2>>&b=2#z',
  ],
  ['poster: "https://h/p?X-Plex-Token=T0K"', 'poster: "https://h/p?X-Plex-Token=<<hidden:poster>>"'],
  [
    'hook: https://discordapp.com/api/webhooks/12/ab-C',
    'hook: https://discordapp.com/api/webhooks/<<hidden:hook>>',
  ],
  ['a: {my_api_key: 5, name: pin}', 'a: {my_api_key: <<hidden:a/my_api_key>>, name: pin}'],
  ['odd key/x: {token: t}', 'odd key/x: {token: <<hidden:odd%20key%2Fx/token>>}'],
  [
    'list: [{token: a}, {token: b}]',
    'list: [{token: <<hidden:list/0/token>>}, {token: <<hidden:list/1/token>>}]',
  ],
  ['token: |\n  one\n  two\nnext: 1', 'token: |\n  <<hidden:token>>\n  <<hidden:token#2>>\nnext: 1'],
  ['# token: old\nplex: #apikey: x', '# token: <<hidden:line-1>>\nplex: #apikey: x'],
  ['token: |\n  # token: one\n', 'token: |\n  <<hidden:token>>\n'],
])('by shape: %s', (text, shown) => expect(hidden(text)).toBe(shown));

test.each(['token: <<plex_token>>', 'token: ENV', 'token:', 'token: ""', 'spin: 3', 'token: <<hidden:x>>'])(
  '%s is no secret',
  (text) => expect(hidden(text)).toBe(text),
);

test('text that is no YAML hides its keys all the same', () => {
  const broken = 'plex:\n\ttoken: abc # mine\n  - apikey: "x y"\n ]: http://u:p@h';
  expect(hidden(broken)).toBe(
    'plex:\n\ttoken: <<hidden:line-2>>\n  - apikey: <<hidden:line-3>>\n ]: http://u:<<hidden:line-4>>@h',
  );
  expect(hidden('password: x', secretsInText)).toBe('password: <<hidden:line-1>>');
});

test('a line without meaning hides keys between braces as well', () => {
  expect(hidden('a: {x: 1, token: abc , "api_key": \'d e\'}\n]: {secret: http://u:p@h}')).toBe(
    'a: {x: 1, token: <<hidden:line-1>> , "api_key": <<hidden:line-1#2>>}\n]: {secret: <<hidden:line-2>>}',
  );
});

test('a file of more than the tree takes is looked through too', () => {
  const text = `plex:\n  token: abc\n${'# long\n'.repeat(60_000)}x: {token: d}`;
  expect(hidden(text).slice(0, 40)).toBe('plex:\n  token: <<hidden:line-2>>\n# long\n');
  expect(hidden(text).slice(-29)).toBe('x: {token: <<hidden:line-60003>>}'.slice(-29));
});

test('variables are secrets, but for those that say how Kometa runs', () => {
  const text = 'TZ=UTC\nKOMETA_RUN=true\r\nexport KOMETA_PLEX_TOKEN = abc\n# A=b\nA="q"\nA=r\nB=\n';
  expect(hidden(text, secretsInEnv)).toBe(
    'TZ=UTC\nKOMETA_RUN=true\r\nexport KOMETA_PLEX_TOKEN = <<hidden:KOMETA_PLEX_TOKEN>>\n# A=b\nA=<<hidden:A>>\nA=<<hidden:A#2>>\nB=\n',
  );
});

test('a changed text gets its values back, also where they moved; what is unknown is told with its place', () => {
  const present = { text: config, found: secretsInYaml(config) };
  const moved = 'tmdb:\n  apikey: <<hidden:tmdb/apikey>>\nplex: {token: <<hidden:plex/tok>>}\n';
  expect(revealSecrets(moved, present)).toEqual({
    text: "tmdb:\n  apikey: 'def456'\nplex: {token: <<hidden:plex/tok>>}\n",
    missing: [{ name: 'plex/tok', line: 3, column: 15 }],
  });
});

const line = fc.tuple(
  fc.constantFrom('token', 'apikey', 'name', 'url', '"password"', '- secret', 'x: {pin', '# token'),
  fc.constantFrom('abc', '"q: d"', 'http://a:b@c?key=1&token=2', '|', '> ', '[1, 2]', '<<x>>', ''),
  fc.nat(3),
);
test('whatever the text, hiding and revealing gives it back, and keeps its lines', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.map(([key, value, depth]) => `${'  '.repeat(depth)}${key}: ${value}`).join('\n');
      for (const find of [secretsInYaml, secretsInEnv, secretsInText]) {
        const shown = hideSecrets(text, find(text));
        expect(shown.split('\n')).toHaveLength(lines.length === 0 ? 1 : lines.length);
        expect(revealSecrets(shown, { text, found: find(text) })).toEqual({ text, missing: [] });
      }
    }),
  );
});
