import { defaultFiles } from '../model/default-files.ts';
import { fieldsOf, isBlank, itemsOf, pythonText, valueSpan } from '../yaml/read-values.ts';
import { spanOf } from '../yaml/yaml-tree.ts';
import { type Checking, holdsPlaceholder, type Spot } from './checking.ts';
import type { Diagnostic } from './diagnostic.ts';
import { replaceWith } from './fixes.ts';
import { isYaml, type KometaFolder, placeOf } from './kometa-folder.ts';
import { nearestName } from './nearest.ts';
import type { Reference } from './references.ts';

/** How sure it is that the folder is Kometa's: of a file that is checked alone, files beside it may lie elsewhere. */
export type Certainty = 'folder' | 'alone';

/** The files that a `file:` or `folder:` leads to; what does not lead to any is reported. */
export function followReference(
  checking: Checking,
  folder: KometaFolder,
  certainty: Certainty,
  { kind, location, written, spot, isPlain }: Reference,
): string[] {
  if (location !== 'file' && location !== 'folder') return [];
  const say = (severity: Diagnostic['severity'], code: string, message: string, fix?: Diagnostic['fix']) =>
    checking.report({
      severity,
      code: `${checking.part}.${code}`,
      message,
      span: spot.span,
      path: spot.path,
      ...(fix ? { fix } : {}),
    });
  const place = placeOf(written);
  if (place.place === 'outside') {
    say('warning', 'not-checked', `Not checked: ${written} lies outside of Kometa’s folder`);
    return [];
  }
  const found = [place.path, `${place.path}.yml`, `${place.path}.yaml`].find(
    (path) => folder.kindOf(path) === location,
  );
  if (found === undefined) {
    const missing = `There is no ${location} ${written}`;
    if (isPlain && defaultFiles[kind].includes(written)) {
      const own = `default: ${written}`;
      say(
        'error',
        'missing-file',
        `${missing}; ${own} is meant, it seems`,
        replaceWith(spot.span, own, `Write ${own}`),
      );
      return [];
    }
    const near = nearestPath(folder, place.path);
    const severity = certainty === 'folder' ? 'error' : 'warning';
    const prefix = written.slice(0, Math.max(0, written.length - place.path.length));
    const fix =
      near === null ? undefined : replaceWith(spot.span, `${prefix}${near}`, `Write ${prefix}${near}`);
    say(
      severity,
      `missing-${location}`,
      near === null ? missing : `${missing}; it seems that ${near} is meant`,
      fix,
    );
    return [];
  }
  if (place.bare) {
    const whole = `config/${place.path}`;
    const message = `Kometa looks for ${written} where it is started, which is above its folder; ${whole} is meant, it seems`;
    say('warning', 'bare-path', message, replaceWith(spot.span, whole, `Write ${whole}`));
  }
  if (location === 'file') return [found];
  return folder
    .namesIn(found)
    .filter(isYaml)
    .map((name) => (found === '' ? name : `${found}/${name}`))
    .filter((path) => folder.kindOf(path) === 'file');
}

function nearestPath(folder: KometaFolder, path: string): string | null {
  const cut = path.lastIndexOf('/') + 1;
  const near = nearestName(path.slice(cut), folder.namesIn(path.slice(0, Math.max(0, cut - 1))));
  return near === null ? null : path.slice(0, cut) + near;
}

/** Folders with pictures that are not there; Kometa goes on without them. */
export function checkAssetFolders(checking: Checking, folder: KometaFolder): void {
  const { tree, part, report } = checking;
  const visit = (node: unknown, path: Spot['path']): void => {
    for (const field of fieldsOf(tree, node) ?? []) {
      const here = [...path, field.name];
      if (field.name !== 'asset_directory') {
        if (field.name === 'settings' || path.length < 2) visit(field.value, here);
        continue;
      }
      for (const item of itemsOf(tree, field.value) ?? [field.value]) {
        const written = pythonText(tree, item);
        const place = placeOf(written);
        if (isBlank(tree, item) || holdsPlaceholder(written) || place.place === 'outside') continue;
        if (folder.kindOf(place.path) === 'folder') continue;
        report({
          severity: 'warning',
          code: `${part}.missing-folder`,
          message: `There is no folder ${written}; Kometa goes on without it`,
          span: spanOf(item) ?? valueSpan(field),
          path: here,
        });
      }
    }
  };
  visit(tree.root, []);
}
