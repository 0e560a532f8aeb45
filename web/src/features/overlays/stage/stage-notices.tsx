import type { ItemAccount } from '@marquee/contracts';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { MissingAsset } from '../../../engine/asset-store.ts';
import type { ViewProblem } from '../../../engine/engine-client.ts';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** Instead of the picture: why there is none, and what to do. */
export function StageProblem({
  problem,
  title,
  onRetry,
}: {
  problem: ViewProblem;
  title: string;
  onRetry(): void;
}) {
  const { t } = useTranslation();
  const words =
    problem.kind === 'poster'
      ? { title: t('overlays.stage.poster.title', { title }), what: t('overlays.stage.poster.what') }
      : {
          title: t('overlays.stage.failed.title'),
          what: t('overlays.stage.failed.what', { message: problem.message }),
        };
  return (
    <Notice
      role="alert"
      lit={[]}
      {...words}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      }
    />
  );
}

export function EngineUnable({ message }: { message: string }) {
  const { t } = useTranslation();
  return (
    <Notice
      role="alert"
      lit={[]}
      title={t('overlays.stage.unable.title')}
      what={t('overlays.stage.unable.what', { message })}
    />
  );
}

/** Above the stage, while it still draws what it can. */
export function StageWarnings(props: {
  account: ItemAccount | null;
  missing: readonly MissingAsset[];
  onRetry(): void;
}) {
  const { t } = useTranslation();
  const { account, missing, onRetry } = props;
  const lines = missing
    .filter(({ what }) => what !== 'poster')
    .map((asset) => ({ asset, words: missingWords(asset) }));
  function missingWords({ what, name, reason, error }: MissingAsset): string {
    if (name === '' && reason === 'unloadable') return t('overlays.stage.missing.list');
    if (reason === 'unloadable') return t('overlays.stage.missing.unloadable', { name });
    if (reason === 'unreadable')
      return t('overlays.stage.missing.unreadable', {
        name,
        message: error instanceof Error ? error.message : '',
      });
    if (what === 'font' && name === '') return t('overlays.stage.missing.defaultFont');
    return what === 'font'
      ? t('overlays.stage.missing.font', { name })
      : t('overlays.stage.missing.image', { name });
  }
  const failure = account?.outcome === 'failed' ? account.failure : null;
  return (
    <Stack sx={{ '&:not(:empty)': { p: 1, gap: 1 } }}>
      {failure && (
        <Alert severity="error" variant="outlined" role="status">
          <MarkedText
            text={t('overlays.stage.itemFailed', { message: failure.message, mend: failure.mend })}
          />
        </Alert>
      )}
      {account?.outcome === 'nothing' && (
        <Alert severity="info" variant="outlined" role="status">
          {t('overlays.stage.nothing')}
        </Alert>
      )}
      {account?.approximate === true && (
        <Alert severity="warning" variant="outlined" role="status">
          {t('overlays.stage.approximate')}
        </Alert>
      )}
      {lines.map(({ asset, words }) => (
        <Alert
          key={`${asset.what} ${asset.name}`}
          severity="warning"
          variant="outlined"
          role="status"
          action={
            asset.reason === 'unloadable' && (
              <Button size="small" onClick={onRetry}>
                {t('tryAgain')}
              </Button>
            )
          }
        >
          <MarkedText text={words} />
        </Alert>
      ))}
    </Stack>
  );
}
