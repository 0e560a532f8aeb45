import type { ConfigVersion } from '@marquee/contracts';
import EditOutlined from '@mui/icons-material/EditOutlined';
import OpenInNewRounded from '@mui/icons-material/OpenInNewRounded';
import RestoreRounded from '@mui/icons-material/RestoreRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatExact, formatMinute } from '../../i18n/format.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';

const icons = { save: EditOutlined, outside: OpenInNewRounded, restore: RestoreRounded };

/** A version in the list: what it says, who made it, when, and which files it touches. */
export function VersionEntry(props: {
  version: ConfigVersion;
  chosen: boolean;
  compared: boolean;
  onChoose(): void;
}) {
  const { version, chosen, compared } = props;
  const { t } = useTranslation();
  const Icon = icons[version.origin];
  const [only] = version.files;
  const files =
    version.files.length === 1 && only ? only.path : t('history.fileCount', { count: version.files.length });
  return (
    <ChoiceRow chosen={chosen} onChoose={props.onChoose}>
      <Box component="span" sx={{ display: 'flex', gap: 3 }}>
        <Icon
          titleAccess={t(`history.marks.${version.origin}`)}
          sx={{
            fontSize: 18,
            mt: '1px',
            color: chosen || compared ? 'accentStrong' : 'text.low',
            flex: 'none',
          }}
        />
        <Box component="span" sx={{ minWidth: 0, flex: 1 }}>
          <Typography component="span" variant="body2" noWrap sx={{ display: 'block' }}>
            {version.message}
          </Typography>
          <Typography
            component="span"
            variant="caption"
            color="textSecondary"
            noWrap
            sx={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
          >
            <time dateTime={version.savedAt} title={formatExact(version.savedAt)}>
              {formatMinute(version.savedAt, new Date(version.savedAt))}
            </time>
            {' · '}
            {version.origin === 'outside' ? t('history.outside') : version.by}
            {/* A message that names the file says it already. */}
            {!version.message.includes(files) && ` · ${files}`}
          </Typography>
        </Box>
        {compared && (
          <Typography component="span" variant="caption" sx={{ color: 'accentStrong', flex: 'none' }}>
            {t('history.compared')}
          </Typography>
        )}
      </Box>
    </ChoiceRow>
  );
}
