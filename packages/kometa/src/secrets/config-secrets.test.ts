import { type ConfigSecret, configSecrets } from './config-secrets.ts';

const told = (text: string) =>
  configSecrets(text).map(({ path, line, state }) => `${line} ${path.join('/')} ${wordsOf(state)}`);
function wordsOf(state: ConfigSecret['state']): string {
  if (state.kind === 'placeholder') return `is ${state.name}`;
  if (state.kind === 'unset') return 'unset';
  return state.movable ? 'set' : `set, ${state.why}`;
}

test('what is set, not set, and stands elsewhere', () => {
  expect(
    told(`libraries:
  Films:
    plex: {url: http://a, token: T0K3N}
    template_variables: {token: <<x>>}
plex:
  url: http://plex
  token: <<MY_PLEX_TOKEN>>
tmdb:
  apikey:
tautulli:
  url: http://t
trakt:
  client_id: <<trakt-id>>
  client_secret: "abc"
  authorization:
    access_token: abc
    expires_in: 7
gotify: {url: http://g, token: ENV, topic: x}
`),
  ).toEqual([
    '3 libraries/Films/plex/token set',
    '7 plex/token is my-plex-token',
    '9 tmdb/apikey unset',
    '11 tautulli/apikey unset',
    '13 trakt/client_id is trakt-id',
    '14 trakt/client_secret set',
    '16 trakt/authorization/access_token set, kometas-own',
  ]);
});

test('webhooks, parts of addresses, and what other values repeat cannot all be moved', () => {
  expect(
    told(`libraries: {}
webhooks:
  error: https://hooks.example.org/abc
  changes: [notifiarr, https://hooks.example.org/def]
tautulli: {url: "http://ada:pa55@t", apikey: &key abc}
omdb: {apikey: *key}
mdblist: {apikey: pre<<x>>}
# notifiarr: {apikey: 0ld}
`),
  ).toEqual([
    '3 webhooks/error set',
    '4 webhooks/changes/1 set',
    '5 tautulli/url set, part',
    '5 tautulli/apikey set, shared',
    '7 mdblist/apikey set, part',
    '8 line-8 set, part',
  ]);
});

test('in other files they are told and stay', () => {
  expect(told('collections:\n  A:\n    apikey: abc\n')).toEqual(['3 collections/A/apikey set, other-file']);
});

test('a file that cannot be read tells what looks like one', () => {
  expect(told('plex: [\n  token: abc\n')).toHaveLength(1);
});
