import { redactFields } from './redact-line.ts';
import { createSecrets } from './secrets.ts';

test('fields that are kept lose secrets by name and by value, and stay JSON', () => {
  const secrets = createSecrets();
  secrets.register('canary"4711');
  secrets.register('12345678');
  const clean = redactFields(
    {
      token: 'abc',
      url: 'http://plex:32400/?X-Plex-Token=abc&x=1',
      list: [{ note: 'a canary"4711 sang', pin: 12345678, port: 32400 }],
      'canary"4711': true,
      nothing: null,
    },
    secrets,
  );
  expect(clean).toEqual({
    token: '[redacted]',
    url: 'http://plex:32400/?X-Plex-Token=[redacted]&x=1',
    list: [{ note: 'a [redacted] sang', pin: '[redacted]', port: 32400 }],
    '[redacted]': true,
    nothing: null,
  });
});

test('that a secret is set may be said', () => {
  const fields = { token: { set: true }, password: { set: false } };
  expect(redactFields(fields, createSecrets())).toEqual(fields);
  expect(redactFields({ token: { set: true, value: 'abc' } }, createSecrets())).toEqual({
    token: '[redacted]',
  });
});
