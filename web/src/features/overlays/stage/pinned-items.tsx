import type { ItemAccount } from '@marquee/contracts';
import { canvasOf } from '@marquee/overlay';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { EngineClient, Scene } from '../../../engine/engine-client.ts';
import { radius } from '../../../theme/tokens.ts';
import { SmallPicture } from './small-picture.tsx';

const Cell = styled('button')(({ theme: { vars } }) => ({
  padding: 0,
  border: 0,
  background: 'none',
  color: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  borderRadius: radius.control,
  '& > span': { display: 'block', position: 'relative', overflow: 'hidden', borderRadius: radius.control },
  '&[aria-current="true"] > span': { outline: `2px solid ${vars.palette.primary.main}` },
  '&:focus-visible': { outline: `2px solid ${vars.palette.focus}`, outlineOffset: 2 },
}));

interface Props {
  engine: EngineClient;
  scenes: readonly Scene[];
  activeItemId: string;
  onActivate(itemId: string): void;
  onAccount(itemId: string, account: ItemAccount): void;
}

/** Lower where there is little room; a finger still finds it. */
const STRIP_HEIGHT = { xs: 66, md: 96 };
const STRIP_PIXELS = 160;
const GRID_PIXELS = 480;

/** The pinned items in one row below the stage. */
export function Filmstrip({ engine, scenes, activeItemId, onActivate, onAccount }: Props) {
  const { t } = useTranslation();
  return (
    <Box
      component="nav"
      aria-label={t('overlays.stage.strip')}
      sx={{
        display: 'flex',
        gap: 2,
        p: 2,
        overflowX: 'auto',
        borderTop: 1,
        borderColor: 'line',
        flexShrink: 0,
      }}
    >
      {scenes.map((scene, index) => {
        const { width, height } = canvasOf(scene.item.facts.level);
        return (
          <Cell
            key={scene.item.itemId}
            type="button"
            aria-label={t('overlays.stage.show', { title: scene.item.title })}
            aria-current={scene.item.itemId === activeItemId}
            title={scene.item.title}
            onClick={() => onActivate(scene.item.itemId)}
          >
            <Box component="span" sx={{ height: STRIP_HEIGHT, aspectRatio: `${width} / ${height}` }}>
              <SmallPicture
                engine={engine}
                scene={scene}
                rank={10 + index}
                width={STRIP_PIXELS}
                onAccount={onAccount}
              />
            </Box>
          </Cell>
        );
      })}
    </Box>
  );
}

/** All pinned items side by side, instead of the stage. */
export function CompareAll({ engine, scenes, activeItemId, onActivate, onAccount }: Props) {
  const { t } = useTranslation();
  return (
    <Box
      component="ul"
      aria-label={t('overlays.stage.compareAll')}
      sx={{
        flex: 1,
        minHeight: 0,
        overflowY: 'auto',
        m: 0,
        p: 4,
        listStyle: 'none',
        display: 'grid',
        gap: 4,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
        alignContent: 'start',
      }}
    >
      {scenes.map((scene, index) => {
        const { width, height } = canvasOf(scene.item.facts.level);
        return (
          <li key={scene.item.itemId}>
            <Cell
              type="button"
              aria-label={t('overlays.stage.show', { title: scene.item.title })}
              aria-current={scene.item.itemId === activeItemId}
              onClick={() => onActivate(scene.item.itemId)}
              style={{ width: '100%' }}
            >
              <span style={{ aspectRatio: `${width} / ${height}` }}>
                <SmallPicture
                  engine={engine}
                  scene={scene}
                  rank={10 + index}
                  width={GRID_PIXELS}
                  onAccount={onAccount}
                />
              </span>
              <Typography variant="body2" noWrap>
                {scene.item.title}
              </Typography>
            </Cell>
          </li>
        );
      })}
    </Box>
  );
}
