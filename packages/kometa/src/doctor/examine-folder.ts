import type { CheckedFile } from '../diagnostics/check-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileKindOf } from '../diagnostics/file-kind.ts';
import type { KometaFolder } from '../diagnostics/kometa-folder.ts';
import type { Moment } from '../schedules/schedule.ts';
import { secretsInYaml } from '../secrets/find-secrets.ts';
import { missingCredentials } from './credentials.ts';
import { risksIn } from './find-risks.ts';
import { servicesUsed } from './services-used.ts';
import { unusedFiles } from './unused-files.ts';

/** What a checked folder is told beside what Kometa would stumble over: risks, missing keys, files that nothing reads. */
export function examineFolder(
  checked: readonly CheckedFile[],
  folder: KometaFolder,
  now: Moment,
): CheckedFile[] {
  const uses = checked.flatMap(({ tree }) => servicesUsed(tree));
  const used = new Set<string>(uses.map(({ service }) => service));
  const unused = new Set(unusedFiles(checked, folder, now));
  // Of several, the one that Kometa takes by itself is asked for keys.
  const asked = checked.find(({ file, tree }) => file === 'config.yml' && fileKindOf(tree) === 'config');
  return checked.map(({ file, tree, diagnostics }) => {
    const more = [
      ...risksIn(tree),
      ...keysInGit(file, tree.text, folder),
      ...(file === asked?.file ? missingCredentials(tree, uses) : []),
      ...(unused.has(file) ? [unusedFile(file)] : []),
    ];
    const found = [...diagnostics.flatMap((one) => weighed(one, used)), ...more];
    return { file, tree, diagnostics: found.sort((one, other) => one.span.start - other.span.start) };
  });
}

/**
 * That nothing is fetched is no fault of who wrote the file, nor is a section that was left blank as nothing needs it;
 * of one that something needs it is told by what.
 */
function weighed(diagnostic: Diagnostic, used: ReadonlySet<string>): Diagnostic[] {
  const { code, path } = diagnostic;
  const section = String(path[0]);
  const isBlankKey = code === 'config.blank-required' && path.length > 1;
  if (isBlankKey && used.has(section)) return [];
  const isNote = code.endsWith('.not-checked') || (isBlankKey && !NEEDED.includes(section));
  return [isNote ? { ...diagnostic, severity: 'info' } : diagnostic];
}

const NEEDED = ['plex', 'tmdb', 'libraries'];

function keysInGit(file: string, text: string, folder: KometaFolder): Diagnostic[] {
  // A file of the name leads to one elsewhere.
  if (folder.kindOf('.git') === null) return [];
  const [first, ...others] = secretsInYaml(text);
  if (first === undefined) return [];
  const keys = others.length === 0 ? 'a key' : `${others.length + 1} keys`;
  return [
    {
      severity: 'warning',
      code: 'risk.keys-in-git',
      message: `${file} holds ${keys}, and the folder is a git repository: they leave with it when it is shared. Move them to .env, and name .env in .gitignore`,
      span: first.span,
      path: [],
    },
  ];
}

function unusedFile(file: string): Diagnostic {
  return {
    severity: 'info',
    code: 'file.unused',
    message: `Nothing leads to ${file}, so Kometa does not read it; name it in config.yml, or remove it`,
    span: { start: 0, end: 0 },
    path: [],
  };
}
