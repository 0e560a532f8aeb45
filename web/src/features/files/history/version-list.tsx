import type { ConfigVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Age } from '../../../ui/age.tsx';
import { ChoiceRow } from '../../../ui/choice-row.tsx';

export function VersionList(props: {
  versions: readonly ConfigVersion[];
  chosen: string;
  onChoose(id: string): void;
  onMore?(): void;
}) {
  const { t } = useTranslation();
  return (
    <Box sx={{ maxHeight: { xs: 180, sm: '56vh' }, overflowY: 'auto' }}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {props.versions.map((version) => (
          <li key={version.id}>
            <Version
              version={version}
              chosen={version.id === props.chosen}
              onChoose={() => props.onChoose(version.id)}
            />
          </li>
        ))}
      </Box>
      {props.onMore && (
        <Button size="small" onClick={props.onMore}>
          {t('files.versions.more')}
        </Button>
      )}
    </Box>
  );
}

function Version(props: { version: ConfigVersion; chosen: boolean; onChoose(): void }) {
  const { version, chosen } = props;
  const { t } = useTranslation();
  const by = version.origin === 'outside' ? t('files.versions.outside') : version.by;
  return (
    <ChoiceRow chosen={chosen} onChoose={props.onChoose}>
      <Typography component="span" variant="body2" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
        {version.message}
      </Typography>
      <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {by}
        {version.origin === 'restore' && `, ${t('files.versions.restored')}`} · <Age at={version.savedAt} />
      </Typography>
    </ChoiceRow>
  );
}
