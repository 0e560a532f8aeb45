import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Frame } from '../frame/frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const LibrariesPage = lazy(() => import('../features/libraries/libraries-page.tsx'));
const LibraryPage = lazy(() => import('../features/library/library-page.tsx'));
const ItemPage = lazy(() => import('../features/item/item-page.tsx'));
const SystemPage = lazy(() => import('../features/system/system-page.tsx'));

/** Every address of the web, each feature loaded when it is first visited. */
export function Pages() {
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route index element={<Navigate to="/libraries" replace />} />
        <Route path="libraries" element={<LibrariesPage />} />
        <Route path="libraries/:libraryId" element={<LibraryPage />} />
        <Route path="items/:itemId" element={<ItemPage />} />
        <Route path="system" element={<SystemPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
