import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditFilter, useAuditFileMutation } from '../../api/audit.ts';
import { ProblemLine } from '../../ui/problem-line.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Told } from '../../ui/told.tsx';

const formats = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

/** What is looked at, as a file. */
export function ExportMenu({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [ask, { error, isLoading, reset }] = useAuditFileMutation();
  const [done, setDone] = useState(false);
  const take = async (format: keyof typeof formats) => {
    setAnchor(null);
    const { data } = await ask({ ...filter, format });
    if (data === undefined) return;
    const day = new Date().toISOString().slice(0, 10);
    saveFile(`marquee-audit-${day}.${format}`, formats[format], data);
    setDone(true);
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FileDownloadOutlined fontSize="small" />}
        loading={isLoading}
        loadingPosition="start"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('audit.export')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(['csv', 'ndjson'] as const).map((format) => (
          <MenuItem key={format} onClick={() => void take(format)}>
            {t(`audit.exports.${format}`)}
          </MenuItem>
        ))}
      </Menu>
      {error && <ProblemLine error={error} onClose={reset} />}
      {done && <Told words={t('audit.exported')} onClose={() => setDone(false)} />}
    </>
  );
}
