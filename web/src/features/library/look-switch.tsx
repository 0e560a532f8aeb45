import GridViewRounded from '@mui/icons-material/GridViewRounded';
import ViewListRounded from '@mui/icons-material/ViewListRounded';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { type LibraryLook, libraryLookChosen } from '../../app/settings-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';

/** Posters to look at, or a list to read. */
export function LookSwitch() {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const look = useAppSelector((state) => state.settings.libraryLook);
  return (
    <ToggleButtonGroup
      exclusive
      aria-label={t('list.look')}
      value={look}
      onChange={(_, chosen: LibraryLook | null) => chosen && dispatch(libraryLookChosen(chosen))}
    >
      <ToggleButton value="grid" aria-label={t('list.grid')}>
        <GridViewRounded fontSize="small" />
      </ToggleButton>
      <ToggleButton value="list" aria-label={t('list.list')}>
        <ViewListRounded fontSize="small" />
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
