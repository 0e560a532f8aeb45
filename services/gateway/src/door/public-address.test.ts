import { checkOrigin, publicAddress } from './public-address.ts';

test('https is secure; this machine’s own http is good enough; anybody else’s must be accepted by name', () => {
  expect(publicAddress('https://marquee.example/', false)).toMatchObject({
    url: 'https://marquee.example',
    secure: true,
    encrypted: true,
  });
  expect(publicAddress('http://localhost:8080', false)).toMatchObject({ secure: false, encrypted: true });
  expect(() => publicAddress('http://192.168.1.5:8080', false)).toThrow('MARQUEE_ALLOW_HTTP');
  expect(publicAddress('http://192.168.1.5:8080', true)).toMatchObject({ secure: false, encrypted: false });
});

test('only the public address is an origin of ours, and on this machine each of its names', () => {
  const { allowsOrigin } = publicAddress('https://marquee.example', false);
  expect(
    [
      'https://marquee.example',
      'http://marquee.example',
      'https://marquee.example:8443',
      'https://x.marquee.example',
      'null',
      '',
    ].map(allowsOrigin),
  ).toEqual([true, false, false, false, false, false]);
  const local = publicAddress('http://localhost:8080', false);
  expect(
    ['http://127.0.0.1:8080', 'http://[::1]:8080', 'http://localhost:8080', 'http://localhost:8081'].map(
      local.allowsOrigin,
    ),
  ).toEqual([true, true, true, false]);
});

test('a refusal says which address was used and which is right', () => {
  const address = publicAddress('https://marquee.example', false);
  expect(() => checkOrigin(address, 'http://192.168.1.5:8080')).toThrow(
    expect.objectContaining({
      code: 'auth.origin-refused',
      details: [
        expect.objectContaining({
          message: expect.stringContaining('192.168.1.5'),
          fix: expect.stringContaining('MARQUEE_PUBLIC_URL'),
        }),
      ],
    }),
  );
});
