import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { LibraryKind } from '../conditions/condition-model.ts';

/** For which kind of library something is looked for. */
export function KindChoice(props: { kind: LibraryKind | null; onChoose(kind: LibraryKind | null): void }) {
  const { t } = useTranslation();
  return (
    <ToggleButtonGroup
      exclusive
      value={props.kind ?? 'every'}
      aria-label={t('collections.catalogue.kind')}
      onChange={(_, kind: LibraryKind | 'every' | null) =>
        kind !== null && props.onChoose(kind === 'every' ? null : kind)
      }
    >
      {(['every', 'movie', 'show', 'artist'] as const).map((kind) => (
        <ToggleButton key={kind} value={kind}>
          {t(`collections.catalogue.kinds.${kind}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
