import type { YamlEdit } from '@marquee/kometa';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../forms/form.tsx';
import { KeysForm } from '../../../forms/keys-form.tsx';
import type { FieldProblem } from '../../../forms/scope.ts';
import { ConditionList } from '../conditions/condition-list.tsx';
import { type LibraryKind, searchSubjects } from '../conditions/condition-model.ts';
import { FiltersBuilder } from '../conditions/filters-builder.tsx';
import type { Path, Values } from '../model/json.ts';
import { dynamicTable, inSection, SECTIONS, type Section, tableOf } from '../model/sections.ts';
import type { DraftProblem, DraftSection } from './check-draft.ts';
import { SectionCard } from './section-card.tsx';
import { SourcesSection } from './sources-section.tsx';

/** All that a definition says, section by section. */
export const DefinitionForm = memo(function DefinitionForm(props: {
  section: DraftSection;
  values: Values;
  problems: readonly DraftProblem[];
  kind: LibraryKind | null;
  onEdit(edits: readonly YamlEdit[]): void;
  onValues(values: Values): void;
}) {
  const { section, values, problems, kind, onEdit, onValues } = props;
  const { t } = useTranslation();
  const problemsAt = useMemo(() => placed(problems, onValues), [problems, onValues]);
  return (
    <Form onEdit={onEdit} problemsAt={problemsAt} libraryKind={kind}>
      {section === 'dynamic_collections' ? (
        <SectionCard title={t('collections.sections.dynamic')} what={t('collections.sections.dynamicWhat')}>
          <KeysForm path={[]} table={dynamicTable} values={values} always={['type']} />
        </SectionCard>
      ) : (
        SECTIONS.map((name) => <OneSection key={name} name={name} values={values} kind={kind} />)
      )}
    </Form>
  );
});

function OneSection({ name, values, kind }: { name: Section; values: Values; kind: LibraryKind | null }) {
  const { t } = useTranslation();
  const written = inSection(values, name);
  const isEmpty = Object.keys(written).length === 0;
  if (name === 'builders') return <SourcesSection values={values} />;
  // Conditions beside the builders are seldom; what nobody knows is shown, never offered.
  if (isEmpty && (name === 'search' || name === 'rest')) return null;
  return (
    <SectionCard title={t(`collections.sections.${name}`)} what={t(`collections.sections.${name}What`)}>
      {name === 'filters' && <FiltersBuilder path={['filters']} value={written.filters} />}
      {name === 'search' && (
        <ConditionList
          path={[]}
          values={written}
          subjects={searchSubjects(kind)}
          addLabel={t('collections.conditions.add')}
        />
      )}
      {name !== 'filters' && name !== 'search' && (
        <KeysForm path={[]} table={tableOf(name)} values={written} />
      )}
    </SectionCard>
  );
}

/** What is wrong at a path, with its fix as a change of the whole. */
function placed(problems: readonly DraftProblem[], onValues: (values: Values) => void) {
  const byPath = new Map<string, FieldProblem[]>();
  for (const { path, severity, message, fix } of problems) {
    const problem: FieldProblem = {
      severity,
      message,
      ...(fix && { fix: { title: fix.title, apply: () => onValues(fix.values) } }),
    };
    const key = JSON.stringify(path);
    byPath.set(key, [...(byPath.get(key) ?? []), problem]);
  }
  return (path: Path): readonly FieldProblem[] => byPath.get(JSON.stringify(path)) ?? [];
}
