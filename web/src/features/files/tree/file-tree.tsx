import type { ConfigFile } from '@marquee/contracts';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined';
import FolderOutlined from '@mui/icons-material/FolderOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { motion } from '../../../theme/tokens.ts';
import { FileIcon } from './file-icon.tsx';
import { FileMark, type FileMarks } from './file-mark.tsx';
import { matching, moveBy, openAtFirst, rowsOf, type TreeRow, treeOf } from './tree-model.ts';

/** So many rows are drawn at once, whoever looks for more types. */
const MOST = 400;

/** The folder as a tree: arrows walk, Enter opens. */
export function FileTree(props: {
  files: readonly ConfigFile[];
  typed: string;
  active: string | null;
  marks: FileMarks;
  onOpen(file: ConfigFile): void;
}) {
  const { files, typed, active, onOpen } = props;
  const { t } = useTranslation();
  const [first] = useState(() => openAtFirst(treeOf(files)));
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => (typed === '' ? files : matching(files, typed)), [files, typed]);
  const tree = useMemo(() => treeOf(found), [found]);
  // While somebody searches everything found is in sight.
  const isOpen = (path: string) => (typed !== '' ? !turned.has(path) : first.has(path) !== turned.has(path));
  const all = rowsOf(tree, isOpen);
  const rows = all.slice(0, MOST);
  const stop = rows.find(({ node }) => node.path === (focused ?? active)) ?? rows[0];

  const toggle = (path: string) =>
    setTurned((now) => {
      const next = new Set(now);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  const act = ({ node }: TreeRow) => {
    setFocused(node.path);
    if (node.is === 'folder') toggle(node.path);
    else onOpen(node.file);
  };
  const onKeyDown = (event: KeyboardEvent, { node }: TreeRow) => {
    const move = event.ctrlKey || event.metaKey || event.altKey ? null : moveBy(event.key, rows, node.path);
    if (!move) return;
    event.preventDefault();
    if (move.do === 'toggle') toggle(move.path);
    const target = rows.find((row) => row.node.path === move.path);
    if (move.do === 'open' && target) act(target);
    if (move.do !== 'focus') return;
    setFocused(move.path);
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(move.path)}"]`)?.focus();
  };

  if (rows.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary" sx={{ p: 4 }}>
        {t('files.nothingFits', { typed })}
      </Typography>
    );
  }
  return (
    <>
      <Box
        component="ul"
        role="tree"
        aria-label={t('files.tree')}
        ref={list}
        sx={{ listStyle: 'none', m: 0, p: 0 }}
      >
        {rows.map((row) => (
          <Row
            key={row.node.path}
            row={row}
            active={row.node.path === active}
            stop={row === stop}
            marks={props.marks}
            onAct={() => act(row)}
            onKeyDown={(event) => onKeyDown(event, row)}
          />
        ))}
      </Box>
      {all.length > MOST && (
        <Typography variant="caption" sx={{ display: 'block', p: 4, color: 'text.low' }}>
          {t('files.more', { count: MOST })}
        </Typography>
      )}
    </>
  );
}

function Row(props: {
  row: TreeRow;
  active: boolean;
  stop: boolean;
  marks: FileMarks;
  onAct(): void;
  onKeyDown(event: KeyboardEvent): void;
}) {
  const { node, level, place, siblings, open } = props.row;
  const Folder = open ? FolderOpenOutlined : FolderOutlined;
  return (
    <Box
      component="li"
      role="treeitem"
      data-path={node.path}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      {...(node.is === 'folder' ? { 'aria-expanded': open } : { 'aria-selected': props.active })}
      tabIndex={props.stop ? 0 : -1}
      title={node.path}
      onClick={props.onAct}
      onKeyDown={props.onKeyDown}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        minHeight: 30,
        '@media (pointer: coarse)': { minHeight: 44 },
        pr: 3,
        pl: `${8 + (level - 1) * 14}px`,
        cursor: 'pointer',
        borderRadius: 1,
        color: props.active ? 'text.primary' : 'text.secondary',
        bgcolor: props.active ? 'line' : 'transparent',
        transition: `background-color ${motion.state}ms ${motion.easing}`,
        '&:hover': { bgcolor: props.active ? 'line' : 'raised', color: 'text.primary' },
        '&:focus-visible': { outline: 2, outlineColor: 'focus', outlineOffset: -2 },
      }}
    >
      <ChevronRightRounded
        aria-hidden
        sx={{
          fontSize: 16,
          flex: 'none',
          visibility: node.is === 'folder' ? 'visible' : 'hidden',
          transform: open ? 'rotate(90deg)' : 'none',
          transition: `transform ${motion.state}ms ${motion.easing}`,
          ml: '-4px',
          mr: '-4px',
        }}
      />
      {node.is === 'folder' ? (
        <Folder aria-hidden sx={{ fontSize: 16, flex: 'none', color: 'text.low' }} />
      ) : (
        <FileIcon kind={node.file.kind} />
      )}
      <Typography component="span" variant="body2" noWrap sx={{ flex: 1, minWidth: 0 }}>
        {node.name}
      </Typography>
      {node.is === 'file' && <FileMark path={node.path} marks={props.marks} />}
    </Box>
  );
}
