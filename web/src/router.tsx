import { createBrowserRouter } from 'react-router';
import { Failed } from './ui/states';
import { Gate } from './shell/gate';
import { Shell } from './shell/shell';

// each page is fetched when it is opened for the first time
export const router = createBrowserRouter([
  { path: '/setup', lazy: async () => ({ Component: (await import('./pages/setup')).Setup }), errorElement: <Failed />, hydrateFallbackElement: <></> },
  { path: '/embed/workspace', lazy: async () => ({ Component: (await import('./workspace/embed')).EmbeddedWorkspace }), errorElement: <Failed />, hydrateFallbackElement: <></> },
  { path: '/workspace/entry', lazy: async () => ({ Component: (await import('./workspace/entry-window')).EntryWindow }), errorElement: <Failed />, hydrateFallbackElement: <></> },
  {
    element: <Gate><Shell /></Gate>,
    errorElement: <Failed />, hydrateFallbackElement: <></>,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('./overview/page')).OverviewPage }) },
      { path: '/workspace', lazy: async () => ({ Component: (await import('./workspace/page')).WorkspacePage }) },
      { path: '/connections', lazy: async () => ({ Component: (await import('./pages/connections')).ConnectionsPage }) },
      { path: '/connections/new', lazy: async () => ({ Component: (await import('./wizard/wizard')).Wizard }) },
      { path: '/connections/:name', lazy: async () => ({ Component: (await import('./settings/page')).SettingsPage }) },
      { path: '/journal', lazy: async () => ({ Component: (await import('./journal/list')).JournalPage }) },
      { path: '/journal/:id', lazy: async () => ({ Component: (await import('./journal/story')).StoryPage }) },
      { path: '/analytics', lazy: async () => ({ Component: (await import('./analytics/page')).AnalyticsPage }) },
      { path: '/alerts', lazy: async () => ({ Component: (await import('./alerts/page')).AlertsPage }) },
      { path: '/people', lazy: async () => ({ Component: (await import('./pages/people')).PeoplePage }) },
      { path: '/tokens', lazy: async () => ({ Component: (await import('./pages/tokens')).TokensPage }) },
      { path: '/privacy', lazy: async () => ({ Component: (await import('./pages/privacy')).PrivacyPage }) },
      { path: '/account', lazy: async () => ({ Component: (await import('./pages/account')).AccountPage }) },
      { path: '/audit', lazy: async () => ({ Component: (await import('./pages/audit')).AuditPage }) },
      { path: '*', lazy: async () => ({ Component: (await import('./pages/nowhere')).Nowhere }) },
    ],
  },
]);
