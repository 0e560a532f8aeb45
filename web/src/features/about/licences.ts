/** What a browser receives from Marquee that others made. */
export const licences = [
  { name: 'Inter', by: 'Rasmus Andersson', licence: 'SIL OFL 1.1', url: 'https://rsms.me/inter/' },
  {
    name: 'JetBrains Mono',
    by: 'JetBrains',
    licence: 'SIL OFL 1.1',
    url: 'https://www.jetbrains.com/lp/mono/',
  },
  {
    name: 'Material Icons',
    by: 'Google',
    licence: 'Apache 2.0',
    url: 'https://github.com/google/material-design-icons',
  },
  { name: 'Material UI', by: 'MUI', licence: 'MIT', url: 'https://mui.com/material-ui/' },
  { name: 'React', by: 'Meta', licence: 'MIT', url: 'https://react.dev' },
  { name: 'Redux Toolkit', by: 'Redux', licence: 'MIT', url: 'https://redux-toolkit.js.org' },
  { name: 'React Router', by: 'Shopify', licence: 'MIT', url: 'https://reactrouter.com' },
  { name: 'TanStack Virtual', by: 'TanStack', licence: 'MIT', url: 'https://tanstack.com/virtual' },
  { name: 'i18next', by: 'i18next', licence: 'MIT', url: 'https://www.i18next.com' },
  { name: 'Zod', by: 'Colin McDonnell', licence: 'MIT', url: 'https://zod.dev' },
] as const;
