import type { Principal } from '@marquee/contracts';
import { createTickets } from './tickets.ts';

const ada: Principal = {
  id: 'ada',
  name: 'Ada',
  role: 'admin',
  libraries: 'all',
  via: { kind: 'session', id: 's1' },
};

test('a ticket opens its own address, once', () => {
  const tickets = createTickets();
  const { ticket } = tickets.issue(ada, '/ws/logs');
  expect(ticket).toMatch(/^[\w-]{32}$/);
  expect(tickets.redeem(ticket, '/ws/logs')).toEqual(ada);
  expect(tickets.redeem(ticket, '/ws/logs')).toBeUndefined();
});

test('at another address it opens nothing, and is spent', () => {
  const tickets = createTickets();
  const { ticket } = tickets.issue(ada, '/ws/status');
  expect(tickets.redeem(ticket, '/ws/logs')).toBeUndefined();
  expect(tickets.redeem(ticket, '/ws/status')).toBeUndefined();
});

test('after half a minute it opens nothing', () => {
  let now = 1_000_000;
  const tickets = createTickets(() => now);
  const early = tickets.issue(ada, '/ws/status');
  const late = tickets.issue(ada, '/ws/status');
  expect(early.expiresAt).toEqual(new Date(1_030_000));
  now += 29_999;
  expect(tickets.redeem(early.ticket, '/ws/status')).toEqual(ada);
  now += 1;
  expect(tickets.redeem(late.ticket, '/ws/status')).toBeUndefined();
});

test.each(['', 'x', 'q0N7mX2b9c1d4e5f6g7h8iJ'])('what is no ticket opens nothing: %j', (made) => {
  expect(createTickets().redeem(made, '/ws/status')).toBeUndefined();
});
