import { libraryRoutes, systemRoutes } from '@marquee/contracts';
import { screen, within } from '@testing-library/react';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

test('it says what this is, how it runs, and what it is made of', async () => {
  new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(libraryRoutes.list)
    .answer(libraryRoutes.servers, []);
  renderApp('/about');
  expect(await screen.findByRole('heading', { level: 1, name: 'Marquee 0.1.0' })).toBeInTheDocument();
  expect(await screen.findByText('one process')).toBeInTheDocument();
  const health = within(screen.getByRole('region', { name: 'Health' }));
  for (const name of ['Config files', 'Overlays', 'Drawing overlays'])
    expect(await health.findByText(name)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'API reference' })).toHaveAttribute('href', '/api/docs');
  const licences = screen.getByRole('region', { name: 'Licences' });
  expect(within(licences).getAllByText('SIL OFL 1.1')).toHaveLength(2);
});
