import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { DoorPages } from '../frame/door-pages.tsx';
import { Frame } from '../frame/frame.tsx';
import { ForRole } from '../session/for-role.tsx';
import { SignedInOnly } from '../session/signed-in-only.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const DashboardPage = lazy(() => import('../features/dashboard/dashboard-page.tsx'));
const LibrariesPage = lazy(() => import('../features/libraries/libraries-page.tsx'));
const LibraryPage = lazy(() => import('../features/library/library-page.tsx'));
const ItemPage = lazy(() => import('../features/item/item-page.tsx'));
const CollectionsPage = lazy(() => import('../features/collections/list/collections-page.tsx'));
const NewCollectionPage = lazy(() => import('../features/collections/new/new-collection-page.tsx'));
const CollectionPage = lazy(() => import('../features/collections/editor/collection-page.tsx'));
const OverlaysPage = lazy(() => import('../features/overlays/list/overlays-page.tsx'));
const FirstLookPage = lazy(() => import('../features/overlays/first-look/first-look-page.tsx'));
const OverlayEditorPage = lazy(() => import('../features/overlays/editor/editor-page.tsx'));
const FilesPage = lazy(() => import('../features/files/files-page.tsx'));
const DoctorPage = lazy(() => import('../features/doctor/doctor-page.tsx'));
const BranchesPage = lazy(() => import('../features/branches/list/branches-page.tsx'));
const MergePage = lazy(() => import('../features/branches/merge/merge-page.tsx'));
const HistoryPage = lazy(() => import('../features/history/history-page.tsx'));
const StartPage = lazy(() => import('../features/start/start-page.tsx'));
const TemplatesPage = lazy(() => import('../features/templates/templates-page.tsx'));
const SystemPage = lazy(() => import('../features/system/system-page.tsx'));
const AboutPage = lazy(() => import('../features/about/about-page.tsx'));
const LogsPage = lazy(() => import('../features/logs/logs-page.tsx'));
const SettingsPage = lazy(() => import('../features/settings/settings-page.tsx'));

const SignInPage = lazy(() => import('../features/sign-in/sign-in-page.tsx'));
const SetupPage = lazy(() => import('../features/setup/setup-page.tsx'));
const AccountPage = lazy(() => import('../features/account/account-page.tsx'));
const UsersPage = lazy(() => import('../features/users/users-page.tsx'));
const AuditPage = lazy(() => import('../features/audit/audit-page.tsx'));

/** Every address of the web, each feature loaded when it is first visited. */
export function Pages() {
  return (
    <Routes>
      <Route element={<DoorPages />}>
        <Route path="sign-in" element={<SignInPage />} />
        <Route path="setup/*" element={<SetupPage />} />
      </Route>
      <Route element={<SignedInOnly />}>
        <Route element={<Frame />}>
          <Route index element={<DashboardPage />} />
          <Route path="libraries" element={<LibrariesPage />} />
          <Route path="libraries/:libraryId" element={<LibraryPage />} />
          <Route path="items/:itemId" element={<ItemPage />} />
          <Route path="collections" element={<CollectionsPage />} />
          <Route path="overlays" element={<OverlaysPage />} />
          <Route element={<ForRole least="editor" />}>
            <Route path="files/history" element={<HistoryPage />} />
            <Route path="files/branches" element={<BranchesPage />} />
            <Route path="files/branches/:branch/merge" element={<MergePage />} />
            <Route path="collections/new" element={<NewCollectionPage />} />
            <Route path="collections/:definitionId" element={<CollectionPage />} />
            <Route path="overlays/first-look" element={<FirstLookPage />} />
            <Route path="overlays/edit/:fileId" element={<OverlayEditorPage />} />
            <Route path="doctor" element={<DoctorPage />} />
            <Route path="start" element={<StartPage />} />
          </Route>
          <Route path="files" element={<FilesPage />} />
          <Route path="templates" element={<TemplatesPage />} />
          <Route path="system" element={<SystemPage />} />
          <Route path="about" element={<AboutPage />} />
          <Route path="account" element={<AccountPage />} />
          <Route element={<ForRole least="admin" />}>
            <Route path="settings" element={<SettingsPage />} />
            <Route path="logs" element={<LogsPage />} />
            <Route path="users" element={<UsersPage />} />
            <Route path="audit" element={<AuditPage />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}
