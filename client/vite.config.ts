import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const api = `http://127.0.0.1:${process.env.API_PORT ?? 4310}`

/** Always needed together, in one file: seven of them compress to two kilobytes more, forty to seven. */
const shell = [
  /node_modules\/(vue|@vue|vue-router|vue-i18n|@intlify|pinia|@pinia)\//,
  /client\/src\/platform\/(api|i18n|media|message-compiler|new-key|page-title|pages|preferences|session|shortcuts|theme|toasts)\.ts/,
  /client\/src\/ui\/(AppBreadcrumbs|BrandMark|PageHeader)\b/,
  /client\/src\/(links\/(index|link-pages)|ui\/ToastRegion)\b/,
  /lucide.*\/icons\/(school|scale|handshake|calendar-check|file-up|info|plug|mail|circle-alert|chart-line|search|x)\./,
  /shared\/src\/contract\/(caller|permission|problem|route)\.ts/,
  /client\/src\/(\w+\/routes|app\/(router|places|brand|logo))\.ts/,
  /client\/src\/ui\/(SkipLink|navigation|colour)\b/,
]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue(), tailwindcss()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    // Messages are compiled by platform/message-compiler.ts.
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'true',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: 'es2022',
    manifest: true,
    // A font or an image inlined as a data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The shell lists every part by its file name, and a hash is the shortest; the manifest says what is in each.
        chunkFileNames: 'assets/[hash].js',
        assetFileNames: 'assets/[hash][extname]',
        codeSplitting: { groups: [{ name: 'shell', test: (id) => shell.some((part) => part.test(id)) }] },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/oauth': api, '/docs': api, '/openapi.json': api },
  },
})
