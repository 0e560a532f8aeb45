import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The first paint waits for the module that knows the chosen theme; Vite drops the attribute when it rewrites the tag. */
const paintAfterTheme: Plugin = {
  name: 'paint-after-theme',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(/<script type="module" (?!blocking)/, '<script type="module" blocking="render" '),
  },
};

const gateway = process.env.MARQUEE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), paintAfterTheme],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': gateway, '/ws': { target: gateway, ws: true } },
  },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Data addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // In one piece with the word that zod is not to try `eval`, or schemas would be made before it is heard.
          groups: [
            { name: 'schemas', test: /zod-without-eval|node_modules\/zod\/|packages\/contracts\// },
            // By itself, or what else two pages share would bring it along.
            { name: 'kometa', test: /packages\/kometa\/|node_modules\/yaml\// },
          ],
        },
      },
    },
  },
});
