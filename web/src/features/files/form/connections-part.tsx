import { configKeys, valueAt, type YamlValue } from '@marquee/kometa';
import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyProblems } from '../../../forms/key-problems.tsx';
import { KeysForm } from '../../../forms/keys-form.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import { CONNECTIONS, keysOf } from './config-parts.ts';
import { ConnectionTest, canBeTried } from './connection-test.tsx';

/** Addresses and keys of what Kometa asks; those that are not there yet are offered below. */
export function ConnectionsPart({ values, fileId }: { values: YamlValue; fileId: string }) {
  const { t } = useTranslation();
  const { onEdit, problemsAt } = useFormScope();
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const written = CONNECTIONS.filter(
    (name) => valueAt(values, [name]) !== undefined || wanted.includes(name),
  );
  const others = CONNECTIONS.filter((name) => !written.includes(name));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      {written.map((name) => {
        const table = keysOf(configKeys, name);
        const required = Object.entries(table).flatMap(([key, spec]) => (spec.required ? [key] : []));
        const isThere = valueAt(values, [name]) !== undefined;
        return (
          <Card component="section" key={name} aria-label={t(`configForm.connections.${name}`)} sx={{ p: 5 }}>
            <Box sx={{ display: 'flex', alignItems: 'start', gap: 2, mb: 4 }}>
              <Box sx={{ flex: 1 }}>
                <Typography variant="h3" component="h2">
                  {t(`configForm.connections.${name}`)}
                </Typography>
                <Typography variant="body2" color="textSecondary">
                  {configKeys[name]?.help}
                </Typography>
                <KeyProblems problems={problemsAt([name])} />
              </Box>
              <Button
                size="small"
                aria-label={t('forms.removeWhat', { name: t(`configForm.connections.${name}`) })}
                onClick={() => {
                  setWanted((now) => now.filter((one) => one !== name));
                  if (isThere) onEdit([{ kind: 'remove', path: [name] }]);
                }}
              >
                {t('forms.remove')}
              </Button>
            </Box>
            <KeysForm
              table={table}
              path={[name]}
              values={valueAt(values, [name])}
              always={required.length > 0 ? required : ['url', 'token'].filter((key) => key in table)}
            />
            {isThere && canBeTried(name) && (
              <ConnectionTest
                name={name}
                title={t(`configForm.connections.${name}`)}
                fileId={fileId}
                section={valueAt(values, [name])}
              />
            )}
          </Card>
        );
      })}
      {others.length > 0 && (
        <Box component="section" aria-label={t('configForm.more')}>
          <Typography variant="subtitle2" component="h2" sx={{ mb: 3 }}>
            {t('configForm.more')}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            {others.map((name) => (
              <Button
                key={name}
                variant="outlined"
                startIcon={<AddRounded />}
                onClick={() => setWanted((now) => [...now, name])}
              >
                {t(`configForm.connections.${name}`)}
              </Button>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}
