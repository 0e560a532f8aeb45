import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';

/** A page that fails leaves the frame standing. */
export class PageBoundary extends Component<{ children: ReactNode }, { failure: Error | null }> {
  override state: { failure: Error | null } = { failure: null };

  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }

  override render() {
    return this.state.failure ? <Broken failure={this.state.failure} /> : this.props.children;
  }
}

/** Also what is left when something outside of any page fails: a drawer or a dialog whose code is gone. */
export function Broken({ failure }: { failure: Error }) {
  const { t } = useTranslation();
  // A chunk that is gone means that another build is being served now.
  const newer = /dynamically imported module|module script/i.test(failure.message);
  return (
    <Notice
      role="alert"
      lit={[]}
      title={t('broken.title')}
      what={newer ? t('broken.newer') : t('broken.what')}
      action={
        <Button variant="outlined" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      }
    >
      <details>
        <summary>{t('problem.details')}</summary>
        <pre>{failure.message}</pre>
      </details>
    </Notice>
  );
}
