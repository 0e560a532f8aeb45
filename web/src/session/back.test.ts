import { backOf, signInAddress } from './back.ts';

const back = (wanted: string) => backOf(new URLSearchParams({ back: wanted }), 'http://marquee.test');

test('leads back to where the person was', () => {
  const address = signInAddress({ pathname: '/libraries/demo.1', search: '?sort=-added', hash: '#top' });
  expect(backOf(new URL(address, 'http://marquee.test').searchParams)).toBe(
    '/libraries/demo.1?sort=-added#top',
  );
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/sign-in?back=/sign-in',
  '/setup/admin',
  'libraries',
  '',
])('%j leads home instead', (wanted) => {
  expect(back(wanted)).toBe('/');
});
