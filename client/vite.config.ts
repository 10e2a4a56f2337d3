import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const api = `http://127.0.0.1:${process.env.API_PORT ?? 4310}`

const formParts =
  /src\/(ui\/(AppButton|FormField|TextInput|NativeSelect|PageBanner|PlainPage)\.vue|platform\/problem-words)/

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
        // Every file is a request, and forty small ones compress worse than one. What the first paint needs is one file,
        // what most pages share another; menus and what lists are made of follow them, the rest comes with its page.
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'], priority: 4 },
            { name: 'home', test: /app\/HomePage\.vue/, priority: 3 },
            // What signing in needs beside the shell, so that it waits for no more; every form uses it later.
            { name: 'form', test: formParts, priority: 3 },
            { name: 'frame', minShareCount: 93, priority: 2 },
            { name: 'menus', test: /src\/ui\/(DropdownMenu|Menu\w+)\.vue/, priority: 1 },
            {
              name: 'lists',
              test: /src\/(ui\/(DataTable|Filter\w+|ColumnChooser|StatTile)\.vue|platform\/(keyset-list|typed-text|url-state|downloads)|views\/index)/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/oauth': api, '/docs': api, '/openapi.json': api },
  },
})
