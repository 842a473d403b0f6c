import '@mantine/core/styles.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startLanguage } from './i18n';

const root = document.getElementById('root');
if (root) {
  await startLanguage();
  createRoot(root).render(<StrictMode><App /></StrictMode>);
}
