import {
  type ConfigFile,
  configBranchRoutes,
  configRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { screen, waitFor } from '@testing-library/react';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';

const folder = jest.fn<void, [readonly string[]]>();
jest.mock('../checking/open-checking.ts', () => ({
  openChecking: () => ({ folder, text() {}, gone() {}, end() {} }),
}));

const file = (path: string, kind: ConfigFile['kind']): ConfigFile => ({
  ...{ id: path.replaceAll(/\W/g, '').padEnd(22, '0'), path, kind, editable: kind === 'yaml' },
  ...{ sizeBytes: 2048, modifiedAt: '2026-11-21T05:00:00.000Z' },
});
const config = file('config.yml', 'yaml');

test('pictures are in no version: a branch is checked with those of the folder, and with its own texts', async () => {
  new FakeMarquee()
    .answer(configBranchRoutes.list, [])
    .answerBy(configRoutes.list, ({ query }) =>
      query.get('branch') ? [config] : [config, file('gone.yml', 'yaml'), file('assets/a.png', 'image')],
    )
    .answer(configRoutes.read, { ...config, content: 'libraries:\n', etag: '"1"' })
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
  renderApp('/files?branch=christmas');
  await screen.findByRole('treeitem', { name: 'config.yml' });
  await waitFor(() => expect(folder).toHaveBeenLastCalledWith(['config.yml', 'assets/a.png']));
});
