import { Notification } from '@marquee/contracts';
import { i18n } from '../../i18n/setup.ts';
import { notificationWords } from './notification-words.ts';

const facts = {
  service: 'config',
  library: 'Films',
  count: 50_000,
  device: 'Firefox on Linux',
  address: '192.168.1.20',
  name: 'Backup',
  role: 'editor',
};

test.each(Notification.shape.kind.options)('%s is a whole sentence, also when facts are missing', (kind) => {
  for (const known of [facts, {}]) {
    const words = notificationWords({ kind, facts: known }, i18n.t);
    expect(words).not.toMatch(/\{\{|undefined|notifications\./);
    expect(words.length).toBeGreaterThan(8);
  }
});

test('large counts are grouped', () => {
  expect(notificationWords({ kind: 'posters-prepared', facts }, i18n.t)).toBe(
    '50\u2009000 posters are ready in Films',
  );
});
