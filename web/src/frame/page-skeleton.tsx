import Skeleton from '@mui/material/Skeleton';

/** While the code of a page is on its way: only its heading, since the layout is not known yet. */
export function PageSkeleton() {
  return <Skeleton width={220} height={34} aria-hidden="true" />;
}
