import { html, Html, type Content } from './html.ts'
import type { SiteFacts } from './site-queries.ts'
import { fill, type SiteWords } from './words.ts'

/** What every page of a district's site knows. */
export interface Site extends SiteFacts {
  districtId: string
  slug: string
  lang: 'en' | 'es'
  words: SiteWords
  /** Begins addresses that are read elsewhere: search engines, shared links. */
  address: string
  /** Where the look of this district's site is. */
  style: string
}

export interface SitePage {
  title: string
  description: string
  /** Below the language, such as `partners?q=food`. */
  path: string
  /** What this page is at its own address, where the path holds a search: engines keep that one. */
  canonical?: string
  main: Content
  /** A picture for whoever shares the page. */
  picture?: string
  status?: 200 | 400 | 404 | 429
}

export const hrefOf = ({ slug, lang }: Pick<Site, 'slug' | 'lang'>, path = ''): string =>
  `/public/${slug}/${lang}${path === '' ? '' : `/${path}`}`

const places = (site: Site): (readonly [string, string])[] => [
  ['', site.words.nav.home],
  ['partners', site.words.nav.partners],
  ...(site.results ? [['results', site.words.nav.results] as const] : []),
  ['stories', site.words.nav.stories],
  ...(site.resources > 0 ? [['toolkit', site.words.nav.toolkit] as const] : []),
  ['offer', site.words.nav.offer],
]

const within = (path: string, place: string): boolean =>
  place === '' ? path === '' : path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}?`)

/** A whole page. It needs no script, loads one style sheet, and says what it is to people and machines alike. */
export const wholePage = (site: Site, page: SitePage): string => {
  const { words, lang, address } = site
  const other = lang === 'en' ? 'es' : 'en'
  const at = (language: 'en' | 'es') =>
    address + hrefOf({ ...site, lang: language }, page.canonical ?? page.path)
  const title = page.path === '' ? page.title : `${page.title} · ${site.name}`
  const found = page.status === undefined || page.status === 200
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${page.description}" />
        ${
          found
            ? [
                html`<link rel="canonical" href="${at(lang)}" /><link
                    rel="alternate"
                    hreflang="en"
                    href="${at('en')}"
                  /><link rel="alternate" hreflang="es" href="${at('es')}" /><link
                    rel="alternate"
                    hreflang="x-default"
                    href="${at('en')}"
                  />
                  <meta property="og:type" content="website" /><meta
                    property="og:title"
                    content="${title}"
                  /><meta property="og:description" content="${page.description}" /><meta
                    property="og:url"
                    content="${at(lang)}"
                  />`,
                page.picture && html`<meta property="og:image" content="${address + page.picture}" />`,
              ]
            : html`<meta name="robots" content="noindex" />`
        }
        <link rel="stylesheet" href="${site.style}" />
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <div class="bar">
            <a class="name" href="${hrefOf(site)}">${site.name}</a
            ><a
              class="lang"
              href="${hrefOf({ ...site, lang: other }, page.path)}"
              lang="${other}"
              hreflang="${other}"
              >${words.other}</a
            >
          </div>
          <nav aria-label="${words.menu}">
            <ul>
              ${places(site).map(
                ([path, label]) =>
                  html`<li>
                    <a
                      href="${hrefOf(site, path)}"
                      ${within(page.path, path) ? new Html(' aria-current="page"') : ''}
                      >${label}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">${page.main}</main>
        <footer>
          <p>
            ${site.name}${site.contactEmail && html` · <a href="mailto:${site.contactEmail}">${site.contactEmail}</a>`}${site.contactPhone && html` · <a href="tel:${site.contactPhone.replaceAll(/[^\d+]/g, '')}">${site.contactPhone}</a>`}${site.website && html` · <a href="${site.website}">${fill(words.website, { district: site.name })}</a>`}
          </p>
          <p>${words.made} · <a href="/sign-in">${words.signIn}</a></p>
        </footer>
      </body>
    </html>`.text
}
