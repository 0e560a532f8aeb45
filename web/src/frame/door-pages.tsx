import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { PageBoundary } from './page-boundary.tsx';

/** Pages in front of the door: no frame, since nobody is in yet. */
export function DoorPages() {
  return (
    <PageBoundary>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </PageBoundary>
  );
}
