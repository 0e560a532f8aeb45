import { defaultFiles, type FileKind, type YamlPath, type YamlValue } from '@marquee/kometa';
import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRows } from '../../../forms/controls/list-rows.ts';
import { RowActs } from '../../../forms/controls/row-acts.tsx';
import { KeyProblems } from '../../../forms/key-problems.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import { ValueField } from '../../../forms/value-field.tsx';
import { BlockFields } from './block-fields.tsx';
import { isBlock, LOCATIONS, type Location } from './file-block.ts';

/** The files of one kind, in the order in which Kometa reads them. */
export function FileBlocks(props: {
  label: string;
  path: YamlPath;
  value: YamlValue | undefined;
  kind: FileKind;
  onBrowse(): void;
}) {
  const { label, path, value, kind } = props;
  const { t } = useTranslation();
  const { onEdit, problemsAt } = useFormScope();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [adding, setAdding] = useState<{ location: Location; at: number } | null>(null);
  const rows = listRows(path, value, false);
  const { items } = rows;
  const locations = LOCATIONS.filter((one) => one !== 'default' || (defaultFiles[kind]?.length ?? 0) > 0);
  return (
    <Box role="group" aria-label={label}>
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 3 }}
      >
        {items.map((item, index) => {
          const name = t('configForm.files.number', { number: index + 1 });
          const own = rows.pathOf(index);
          const acts = (
            <RowActs
              name={`${label} ${name}`}
              index={index}
              count={items.length}
              onMove={(to) => onEdit(rows.move(index, to))}
              onRemove={() => onEdit(rows.remove(index))}
            />
          );
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place.
            <Card component="li" key={index} sx={{ p: 4 }}>
              {isBlock(item) ? (
                <BlockFields name={`${label} ${name}`} block={item} path={own} kind={kind} acts={acts} />
              ) : (
                <Box sx={{ display: 'flex', gap: 2 }}>
                  <ValueField spec={{ type: 'text' }} path={own} value={item} label={`${label} ${name}`} />
                  {acts}
                </Box>
              )}
              <KeyProblems problems={problemsAt(own)} />
            </Card>
          );
        })}
        {adding?.at === items.length && (
          <Card component="li" sx={{ p: 4 }}>
            <BlockFields
              name={`${label} ${t('configForm.files.number', { number: items.length + 1 })}`}
              block={{}}
              path={[...path, items.length]}
              kind={kind}
              adding={adding.location}
              {...(rows.written === 'alone' && {
                onFirst: (first: Readonly<Record<string, string>>) => onEdit(rows.add(first)),
              })}
            />
          </Card>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, mt: items.length > 0 || adding ? 3 : 0 }}>
        <Button
          variant="outlined"
          size="small"
          startIcon={<AddRounded />}
          aria-haspopup="menu"
          aria-label={`${t('configForm.files.add')}: ${label}`}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          {t('configForm.files.add')}
        </Button>
        {locations.includes('default') && (
          <Button size="small" onClick={props.onBrowse}>
            {t('configForm.files.browse')}
          </Button>
        )}
      </Box>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {locations.map((location) => (
          <MenuItem
            key={location}
            onClick={() => {
              setAnchor(null);
              setAdding({ location, at: items.length });
            }}
          >
            {t(`configForm.locations.${location}`)}
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}
