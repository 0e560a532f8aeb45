import type { YamlTree } from '../yaml/yaml-tree.ts';

/** Why an edit was not made. Nothing of the text is changed then. */
export interface EditProblem {
  code:
    | 'edit.unreadable'
    | 'edit.not-found'
    | 'edit.exists'
    | 'edit.shared'
    | 'edit.alias'
    | 'edit.merged'
    | 'edit.not-a-map'
    | 'edit.not-a-list'
    | 'edit.last-place'
    | 'edit.in-braces'
    | 'edit.invalid-body'
    | 'edit.unusual';
  message: string;
}

/** Thrown inside of editing only; `editOverlayFile` and `editYaml` answer with it. */
export class EditRefused extends Error {
  readonly problem: EditProblem;
  constructor(code: EditProblem['code'], message: string) {
    super(message);
    this.name = 'EditRefused';
    this.problem = { code, message };
  }
}

export const unusual = (what: string) =>
  new EditRefused(
    'edit.unusual',
    `${what} is written in a way that cannot be edited here; edit the YAML itself`,
  );

export function refuseUnreadable(tree: YamlTree): void {
  const fault = tree.faults[0];
  if (!fault) return;
  const { line } = tree.lines.place(fault.span);
  throw new EditRefused('edit.unreadable', `The file cannot be read: ${fault.message} (line ${line})`);
}
