import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// dark enough for white text on it
const leaf: MantineColorsTuple = [
  '#e9f8f0', '#d3eee0', '#a8dec3', '#7acda4', '#54bf8a', '#3bb67a', '#23a068', '#178052', '#116a43', '#0a5534',
];

export const theme = createTheme({
  colors: { leaf },
  primaryColor: 'leaf',
  primaryShade: 7,
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'md',
  cursorType: 'pointer',
  // the colour says how bad it is, the words have to be read
  components: {
    Alert: { classNames: { title: 'alert-title' } },
    Modal: { classNames: { title: 'dialog-title' } },
    Drawer: { classNames: { title: 'dialog-title' } },
  },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.55rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1.02rem' } } },
});

/** What Mantine has too pale to be read by everybody (WCAG AA). */
export const readable: CSSVariablesResolver = (mantine) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': mantine.colors.gray[7],
    '--mantine-color-placeholder': mantine.colors.gray[6],
    '--mantine-color-error': mantine.colors.red[9],
    // on a tinted ground, too
    '--mantine-color-anchor': mantine.colors.leaf?.[8] ?? '',
  },
  dark: {
    '--mantine-color-dimmed': mantine.colors.dark[1],
    '--mantine-color-placeholder': mantine.colors.dark[2],
    '--mantine-color-error': mantine.colors.red[4],
    '--mantine-color-anchor': mantine.colors.leaf?.[3] ?? '',
  },
});
