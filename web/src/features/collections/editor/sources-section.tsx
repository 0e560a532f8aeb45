import AddRounded from '@mui/icons-material/AddRounded';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeysForm } from '../../../forms/keys-form.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import { isSource } from '../catalogue/builder-catalogue.ts';
import { CatalogueDialog } from '../catalogue/catalogue-dialog.tsx';
import { firstValue } from '../catalogue/first-value.ts';
import type { Values } from '../model/json.ts';
import { inSection, tableOf } from '../model/sections.ts';
import { SectionCard } from './section-card.tsx';
import { SourceCard } from './source-card.tsx';

/** What the collection is made of: its builders, and a way to more of them. */
export function SourcesSection({ values }: { values: Values }) {
  const { t } = useTranslation();
  const { onEdit, libraryKind } = useFormScope();
  const [adding, setAdding] = useState(false);
  const written = inSection(values, 'builders');
  const names = Object.keys(written).filter((name) => isSource(name.toLowerCase()));
  const others = Object.fromEntries(Object.entries(written).filter(([name]) => !names.includes(name)));
  return (
    <SectionCard
      title={t('collections.sections.builders')}
      what={t('collections.sections.buildersWhat')}
      action={
        <Button variant="outlined" startIcon={<AddRounded />} onClick={() => setAdding(true)}>
          {t('collections.editor.addBuilder')}
        </Button>
      }
    >
      {names.map((name, place) => (
        <Fragment key={name}>
          {place > 0 && <Divider />}
          <SourceCard name={name} value={written[name]} />
        </Fragment>
      ))}
      {Object.keys(others).length > 0 && <KeysForm path={[]} table={tableOf('builders')} values={others} />}
      {adding && (
        <CatalogueDialog
          kind={libraryKind}
          taken={names}
          onChoose={(name) => {
            onEdit([{ kind: 'set', path: [name], value: firstValue(name) }]);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </SectionCard>
  );
}
