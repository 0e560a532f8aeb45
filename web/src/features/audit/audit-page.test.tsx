import { type AuditEntry, auditRoutes, systemRoutes, userRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const entry = (id: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at: '2026-11-21T05:10:00.000Z',
  actor: { id: 'u5f2bQ0n7mX2b9c1d4e5f6', name: 'Ada', via: 'session' },
  action: 'user.role-changed',
  outcome: 'done',
  target: { kind: 'user', id: 'u6g3cR1o8nY3c0d2e5f6g7', name: 'Grace' },
  address: '192.168.1.20',
  before: { role: 'viewer' },
  after: { role: 'editor' },
  requestId: 'req-42',
  ...more,
});
const pageOf = (entries: AuditEntry[], total = entries.length, nextCursor: string | null = null) => ({
  entries,
  total,
  nextCursor,
});

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(userRoutes.list)
    .answer(auditRoutes.list, pageOf([entry(2), entry(1, { action: 'moon.landed' })]));
});
const lastQuery = () => Object.fromEntries(marquee.callsOf(auditRoutes.list).at(-1)?.query ?? []);

test('an entry says who did what to what; opened, from what to what', async () => {
  const { user } = renderApp('/audit');
  const [first, unknown] = await screen.findAllByTestId('audit-entry');
  expect(first).toHaveTextContent('Changed a role Grace');
  expect(unknown).toHaveTextContent('moon.landed');
  const line = within(first as HTMLElement).getByRole('button');
  expect(line).toHaveAttribute('aria-expanded', 'false');
  await user.click(line);
  expect(line).toHaveAttribute('aria-expanded', 'true');
  const difference = await screen.findByTestId('audit-diff');
  expect(within(difference).getByLabelText('Before: viewer')).toBeInTheDocument();
  expect(within(difference).getByLabelText('After: editor')).toBeInTheDocument();
  expect(first).toHaveTextContent('req-42');
});

test('filters stand in the address and are asked for', async () => {
  const { user } = renderApp('/audit?group=user');
  await screen.findAllByTestId('audit-entry');
  expect(lastQuery()).toEqual({ action: 'user.', limit: '50' });
  await user.click(screen.getByRole('combobox', { name: 'Outcome' }));
  await user.click(await screen.findByRole('option', { name: 'Refused' }));
  await waitFor(() => expect(lastQuery()).toMatchObject({ action: 'user.', outcome: 'refused' }));
  expect(window.location.search).toBe('?group=user&outcome=refused');
  await user.click(await screen.findByRole('button', { name: 'Clear all' }));
  await waitFor(() => expect(lastQuery()).toEqual({ limit: '50' }));
});

test('own days are asked for as whole days', async () => {
  renderApp('/audit?range=own&from=2026-11-01&until=2026-11-02');
  await screen.findAllByTestId('audit-entry');
  expect(lastQuery()).toMatchObject({
    from: new Date('2026-11-01T00:00:00').toISOString(),
    until: new Date('2026-11-02T23:59:59.999').toISOString(),
  });
});

test('an address somebody made up is no filter', async () => {
  renderApp('/audit?group=moon&outcome=maybe&from=yesterday&range=never');
  await screen.findAllByTestId('audit-entry');
  expect(lastQuery()).toEqual({ limit: '50' });
});

test('older ones come when asked for', async () => {
  marquee.answerBy(auditRoutes.list, ({ query }) =>
    query.get('cursor') === 'next' ? pageOf([entry(1)], 2) : pageOf([entry(2)], 2, 'next'),
  );
  const { user } = renderApp('/audit');
  await user.click(await screen.findByRole('button', { name: 'Show older ones' }));
  await waitFor(() => expect(screen.getAllByTestId('audit-entry')).toHaveLength(2));
  expect(screen.getByText('That is all.')).toBeInTheDocument();
  expect(screen.getByText('2 entries')).toBeInTheDocument();
});

test('nothing that fits says so and leads back; nothing at all says what would be here', async () => {
  marquee.answer(auditRoutes.list, pageOf([]));
  const { user } = renderApp('/audit?search=moon');
  await user.click(await screen.findByRole('button', { name: 'Clear all' }));
  expect(await screen.findByText('Nothing noted yet')).toBeInTheDocument();
});

test('a log that cannot be read says why', async () => {
  marquee.fail(auditRoutes.list, 'server.unexpected');
  renderApp('/audit');
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side');
});

test('what is looked at can be taken along as a file', async () => {
  const saved: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
    revokeObjectURL: () => {},
  });
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  marquee.answerRaw(
    auditRoutes.export,
    () => new Response('"id"\n1\n', { headers: { 'Content-Type': 'text/csv' } }),
  );
  const { user } = renderApp('/audit?group=user');
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  expect(await screen.findByText('The file is in your downloads.')).toBeInTheDocument();
  expect(click).toHaveBeenCalledTimes(1);
  expect(saved[0]?.type).toBe('text/csv');
  const [call] = marquee.callsOf(auditRoutes.export);
  expect(Object.fromEntries(call?.query ?? [])).toEqual({ action: 'user.', format: 'csv' });
  expect(call?.headers.get('Authorization')).toBe('Bearer token-1');
  click.mockRestore();
});
