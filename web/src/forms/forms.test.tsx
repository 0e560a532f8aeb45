import {
  configKeys,
  editForm,
  type KeyTable,
  readFormDocument,
  valueAt,
  type YamlPath,
} from '@marquee/kometa';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Form } from './form.tsx';
import { KeysForm } from './keys-form.tsx';
import type { FieldProblem } from './scope.ts';

const keysBelow = (section: string): KeyTable => {
  const value = configKeys[section]?.value;
  if (value?.type !== 'map') throw new Error(`${section} is no map`);
  return value.keys;
};

/** A form of one section of a text, and the text as it becomes. */
function Example(props: {
  text: string;
  table: KeyTable;
  path: YamlPath;
  problems?: ReadonlyMap<string, FieldProblem>;
}) {
  const [text, setText] = useState(props.text);
  const document = readFormDocument(text);
  return (
    <Form
      libraryKind={null}
      problemsAt={(path) => [props.problems?.get(path.join('.')) ?? []].flat()}
      onEdit={(edits) => {
        const outcome = editForm(text, edits);
        if ('problem' in outcome) throw new Error(outcome.problem.message);
        setText(outcome.text);
      }}
    >
      {'values' in document && (
        <KeysForm table={props.table} path={props.path} values={valueAt(document.values, props.path)} />
      )}
      <pre data-testid="text">{text}</pre>
    </Form>
  );
}
function show(text: string, section = 'settings', problems?: ReadonlyMap<string, FieldProblem>) {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  render(<Example text={text} table={keysBelow(section)} path={[section]} {...(problems && { problems })} />);
  return user;
}
const now = () => screen.getByTestId('text').textContent;

test('what is set is shown, and each change is written at its place with comments kept', async () => {
  const user = show('settings: # mine\n  cache: true # on disk\n  sync_mode: append\n');
  await user.click(screen.getByRole('switch', { name: 'cache' }));
  expect(now()).toBe('settings: # mine\n  cache: false # on disk\n  sync_mode: append\n');
  await user.click(screen.getByRole('combobox', { name: 'sync_mode' }));
  await user.click(screen.getByRole('option', { name: 'sync' }));
  expect(now()).toContain('  sync_mode: sync\n');
  await user.click(screen.getByRole('button', { name: 'Remove cache' }));
  expect(now()).toBe('settings: # mine\n  sync_mode: sync\n');
});

test('a setting is found by its name or its help, and written when it gets a value', async () => {
  const user = show('settings:\n  cache: true\n');
  await user.type(
    screen.getByRole('combobox', { name: 'Add a setting' }),
    'how many items a collection needs',
  );
  await user.click(screen.getByRole('option', { name: /minimum_items/ }));
  expect(now()).not.toContain('minimum_items');
  const field = screen.getByRole('textbox', { name: 'minimum_items' });
  await user.type(field, 'many{Enter}');
  expect(screen.getByText(/Write a whole number/)).toBeVisible();
  await user.clear(field);
  await user.type(field, '3{Enter}');
  expect(now()).toBe('settings:\n  cache: true\n  minimum_items: 3\n');
});

test('what is typed is written when the field is left, and after a pause', async () => {
  const user = show('settings:\n  custom_repo: https://a\n');
  const field = screen.getByRole('textbox', { name: 'custom_repo' });
  await user.clear(field);
  await user.type(field, 'https://b');
  await user.tab();
  expect(now()).toContain('https://b');
  await user.type(field, '/c');
  await waitFor(() => expect(now()).toContain('https://b/c'));
});

test('entries of a list are added, changed, moved and removed', async () => {
  const user = show('settings:\n  asset_directory: config/a\n');
  await user.type(screen.getByRole('combobox', { name: 'Add to asset_directory' }), 'config/b{Enter}');
  expect(now()).toBe('settings:\n  asset_directory:\n    - config/a\n    - config/b\n');
  await user.click(screen.getByRole('button', { name: 'Move asset_directory 2 up' }));
  expect(now()).toBe('settings:\n  asset_directory:\n    - config/b\n    - config/a\n');
  await user.click(screen.getByRole('button', { name: 'Remove asset_directory 1' }));
  expect(now()).toBe('settings:\n  asset_directory:\n    - config/a\n');
});

test('a text with commas stays one', async () => {
  const user = show('settings:\n  playlist_sync_to_users: ann, bob # both\n');
  await user.type(screen.getByRole('combobox', { name: 'Add to playlist_sync_to_users' }), 'cid{Enter}');
  expect(now()).toBe('settings:\n  playlist_sync_to_users: ann, bob, cid # both\n');
  await user.click(screen.getByRole('button', { name: 'Remove playlist_sync_to_users 1' }));
  expect(now()).toContain('users: bob, cid # both');
});

test('a secret is set or not; a new one can be taken back', async () => {
  const user = show('plex:\n  url: http://plex\n  token: <<hidden:plex/token>>\n', 'plex');
  expect(screen.getByText('Set')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Replace token' }));
  await user.type(screen.getByLabelText('token'), 'new');
  await user.tab();
  expect(now()).toContain('token: new\n');
  await user.click(screen.getByRole('button', { name: 'Keep the former' }));
  expect(now()).toContain('token: <<hidden:plex/token>>\n');
});

test('a schedule says what it means', async () => {
  const user = show('plex:\n  clean_bundles: weekly(sunday)\n', 'plex');
  expect(screen.getByText(/Runs on Sundays\. Next: .*\d{4}/)).toBeVisible();
  const field = screen.getByRole('textbox', { name: 'clean_bundles' });
  await user.clear(field);
  await user.type(field, 'weekly(someday)');
  await user.tab();
  expect(screen.getByRole('textbox', { name: 'clean_bundles' })).toBeInvalid();
});

test('unknown keys, old names and values of another kind are shown as they are', async () => {
  const user = show(
    'settings:\n  colour: red\n  save_missing: true\n  cache: perhaps\n  show_missing: {a: 1}\n',
  );
  expect(screen.getByText(/Kometa knows no such key/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'cache' })).toHaveValue('perhaps');
  expect(screen.getByRole('textbox', { name: 'show_missing' })).toHaveValue('a: 1');
  await user.click(screen.getByRole('button', { name: 'Rename to save_report' }));
  expect(now()).toContain('  save_report: true\n');
  await user.click(screen.getByRole('button', { name: 'Remove colour' }));
  expect(now()).not.toContain('colour');
});

test('what the checks say stands at its key, with its fix', async () => {
  const apply = jest.fn();
  const problem: FieldProblem = {
    severity: 'error',
    message: 'cache must be true or false',
    fix: { title: 'Write true', apply },
  };
  const user = show('settings:\n  cache: "yes"\n', 'settings', new Map([['settings.cache', problem]]));
  const row = screen.getByText('cache must be true or false').closest('[data-key]');
  await user.click(within(row as HTMLElement).getByRole('button', { name: 'Write true' }));
  expect(apply).toHaveBeenCalledTimes(1);
});

test('an entry of a list says what is wrong with it; something else than keys is shown as it is', async () => {
  const problem: FieldProblem = { severity: 'warning', message: 'There is no such folder' };
  show(
    'settings:\n  asset_directory:\n    - config/a\n',
    'settings',
    new Map([['settings.asset_directory.0', problem]]),
  );
  expect(screen.getByText('There is no such folder')).toBeVisible();
  cleanup();
  const user = show('settings:\n  - 1\n  - 2\n');
  const field = screen.getByRole('textbox', { name: 'settings' });
  expect(field).toHaveValue('- 1\n- 2');
  await user.clear(field);
  await user.type(field, 'cache: true');
  await user.tab();
  expect(now()).toBe('settings:\n  cache: true\n');
  expect(screen.getByRole('switch', { name: 'cache' })).toBeChecked();
});
