import { partsOfMarquee } from './parts-of-marquee.ts';

test('services are known by their names, broker and Redis by their ports too', () => {
  const { denyHosts, denyPorts } = partsOfMarquee({
    services: ['http://marquee-config:8080', 'http://127.0.0.1:8091'],
    stores: ['amqp://user:secret@broker.internal', 'redis://[::1]:6380'],
  });
  expect(denyHosts).toEqual(expect.arrayContaining(['gateway', 'marquee-config', 'broker.internal']));
  expect(denyHosts).not.toContain('127.0.0.1');
  expect(denyHosts).not.toContain('[::1]');
  expect(denyPorts).toEqual([5672, 6380]);
});
