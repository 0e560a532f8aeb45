import {
  type BlockKind,
  type BlockTemplate,
  type NewBlockTemplate,
  problem,
  type TemplateValue,
  type TemplateVariable,
} from '@marquee/contracts';
import { type BlockSection, placeBlock, type TemplateValues } from '@marquee/kometa';
import { hiddenText } from '../files/hidden-text.ts';

export const sectionOf: Readonly<Record<BlockKind, BlockSection>> = {
  collection: 'collections',
  playlist: 'playlists',
  library: 'libraries',
};

function invalid(path: string, message: string, fix?: string) {
  return problem('config.template-invalid', { details: [{ path, message, ...(fix && { fix }) }] });
}

/** What Kometa would say of it is told where it is used; here it only has to be a block, without secrets. */
export function checkTemplate({ kind, name, yaml, variables }: NewBlockTemplate): void {
  const block = { section: sectionOf[kind], name, yaml };
  const placed = placeBlock('', block);
  if ('problem' in placed) throw invalid('body.yaml', placed.problem.message);
  const hidden = hiddenText(kind === 'library' ? 'config.yml' : 'template.yml', placed.text);
  if (hidden !== placed.text || /<<hidden:/.test(yaml)) {
    const fix = 'Take the key, token or password out, or make it a variable.';
    throw invalid('body.yaml', 'Everybody who signs in would see the secret in it', fix);
  }
  variables.forEach((variable, at) => {
    const path = `body.variables.${at}`;
    if (variables.findIndex((one) => one.name === variable.name) !== at)
      throw invalid(`${path}.name`, `There are two variables ${variable.name}`);
    if (variable.kind === 'choice' && !variable.choices?.length)
      throw invalid(`${path}.choices`, 'A choice needs something to choose from');
    if (variable.default !== undefined) checkValue(variable, variable.default, `${path}.default`);
  });
}

/** A value for each variable; null for one that is left blank. */
export function valuesFor(
  { variables }: Pick<BlockTemplate, 'variables'>,
  given: Readonly<Record<string, TemplateValue | null>>,
): TemplateValues {
  for (const name of Object.keys(given)) {
    if (!variables.some((variable) => variable.name === name))
      throw invalid(`body.values.${name}`, 'The template has no such variable');
  }
  return Object.fromEntries(
    variables.map((variable) => {
      const { name, label } = variable;
      const path = `body.values.${name}`;
      const value = Object.hasOwn(given, name) ? given[name] : variable.default;
      if (value === undefined || value === null || isBlank(value)) {
        if (variable.optional) return [name, null];
        throw invalid(path, `${label} is needed`);
      }
      checkValue(variable, value, path);
      return [name, value];
    }),
  );
}

const isBlank = (value: TemplateValue) =>
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

function checkValue({ kind, choices, label }: TemplateVariable, value: TemplateValue, path: string): void {
  const fits =
    kind === 'number'
      ? typeof value === 'number'
      : kind === 'yes-no'
        ? typeof value === 'boolean'
        : kind === 'list'
          ? Array.isArray(value)
          : typeof value === 'string' && (kind === 'text' || choices?.includes(value));
  if (!fits) throw invalid(path, `${label} must be ${said[kind]}${choices ? `: ${choices.join(', ')}` : ''}`);
}

const said: Readonly<Record<TemplateVariable['kind'], string>> = {
  text: 'a text',
  number: 'a number',
  'yes-no': 'true or false',
  choice: 'one of these',
  list: 'a list of texts',
};
