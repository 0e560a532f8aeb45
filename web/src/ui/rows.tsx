import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A list of things with a line between them. */
export const Rows = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

export const Row = styled('li')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(4),
  padding: theme.spacing(3, 4),
  minHeight: 64,
  '& + &': { borderTop: `1px solid ${theme.vars.palette.line}` },
}));

export function RowsCard({ children }: { children: ReactNode }) {
  return (
    <Card>
      <Rows>{children}</Rows>
    </Card>
  );
}

export function RowsSkeleton({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <Card role="status" aria-busy="true" aria-label={t('cell.loading')}>
      <Rows as="div">
        {Array.from({ length: count }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
          <Row as="div" key={place}>
            <Skeleton variant="circular" width={24} height={24} />
            <div style={{ flex: 1 }}>
              <Skeleton width="40%" height={16} sx={{ mb: 1.5 }} />
              <Skeleton width="60%" height={12} />
            </div>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
