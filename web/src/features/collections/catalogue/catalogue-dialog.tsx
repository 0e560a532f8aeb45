import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../ui/search-field.tsx';
import { TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import type { LibraryKind } from '../conditions/condition-model.ts';
import { Catalogue } from './catalogue.tsx';
import { useConnections } from './use-connections.ts';

/** One more builder for a collection; those of other kinds of libraries are not among them. */
export function CatalogueDialog(props: {
  kind: LibraryKind | null;
  taken: readonly string[];
  onChoose(name: string): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const connected = useConnections();
  return (
    <TallDialog
      title={t('collections.editor.addBuilder')}
      what={t('collections.catalogue.addWhat')}
      width="md"
      tools={
        <SearchField autoFocus label={t('collections.catalogue.search')} value={typed} onChange={setTyped} />
      }
      onClose={props.onClose}
    >
      <div>
        <Catalogue
          typed={typed}
          kind={props.kind}
          taken={props.taken}
          connected={connected}
          onChoose={props.onChoose}
        />
      </div>
    </TallDialog>
  );
}
