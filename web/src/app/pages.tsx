import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Frame } from '../frame/frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const DashboardPage = lazy(() => import('../features/dashboard/dashboard-page.tsx'));
const LibrariesPage = lazy(() => import('../features/libraries/libraries-page.tsx'));
const LibraryPage = lazy(() => import('../features/library/library-page.tsx'));
const ItemPage = lazy(() => import('../features/item/item-page.tsx'));
const SystemPage = lazy(() => import('../features/system/system-page.tsx'));
const SettingsPage = lazy(() => import('../features/settings/settings-page.tsx'));

/** Every address of the web, each feature loaded when it is first visited. */
export function Pages() {
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route index element={<DashboardPage />} />
        <Route path="libraries" element={<LibrariesPage />} />
        <Route path="libraries/:libraryId" element={<LibraryPage />} />
        <Route path="items/:itemId" element={<ItemPage />} />
        <Route path="system" element={<SystemPage />} />
        <Route path="settings" element={<SettingsPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
