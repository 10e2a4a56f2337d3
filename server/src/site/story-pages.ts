import { evidenceLabels } from '@common-table/shared/stories/vocabulary'
import { settings } from '@common-table/shared/vocabulary/settings'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { html, paragraphs, type Html } from './html.ts'
import { hrefOf, type Site, type SitePage } from './layout.ts'
import { publicStories, publicStory, type PublicStory } from './site-queries.ts'
import { fill } from './words.ts'

/** A text in the page's language, else in English and marked as such. */
const told = (site: Site, en: string, es: string): { text: string; lang: 'en' | 'es' } =>
  site.lang === 'es' && es !== '' ? { text: es, lang: 'es' } : { text: en, lang: 'en' }
const marked = (site: Site, en: string, es: string): Html => {
  const { text, lang } = told(site, en, es)
  return lang === site.lang ? html`${text}` : html`<span lang="${lang}">${text}</span>`
}

const photoPath = (site: Site, { slug }: PublicStory): string => hrefOf(site, `stories/${slug}/photo`)
const picture = (site: Site, story: PublicStory, lazy: boolean, className = ''): Html | null =>
  story.photo &&
  html`<img
    class="${className}"
    src="${photoPath(site, story)}"
    alt="${told(site, story.photo.alt, story.photo.altEs).text}"
    width="${story.photo.width}"
    height="${story.photo.height}"
    loading="${lazy ? 'lazy' : 'eager'}"
    decoding="async"
  />`

const headed = (level: 2 | 3, content: Html): Html =>
  level === 2 ? html`<h2>${content}</h2>` : html`<h3>${content}</h3>`

/** Cards under a heading of their own, or right under the page's. */
export const storyCards = (site: Site, stories: readonly PublicStory[], level: 2 | 3): Html =>
  html`<ul class="grid">
    ${stories.map(
      (story) =>
        html`<li class="card">
          ${picture(site, story, true)}
          ${headed(level, html`<a href="${hrefOf(site, `stories/${story.slug}`)}">${marked(site, story.title, story.titleEs)}</a>`)}
          <p>${marked(site, story.summary, story.summaryEs)}</p>
          <p class="muted">${story.partner}</p>
        </li>`,
    )}
  </ul>`

const perPage = 24

export const storiesPage = async (db: Db, site: Site, page: number): Promise<SitePage> => {
  const { words } = site
  const pages = Math.max(1, Math.ceil(site.stories / perPage))
  const stories = await publicStories(db, perPage, (page - 1) * perPage)
  return {
    title: words.nav.stories,
    description: fill(words.about, { district: site.name }),
    path: page > 1 ? `stories?page=${page}` : 'stories',
    main: html`<h1>${words.nav.stories}</h1>
      ${stories.length > 0 ? storyCards(site, stories, 2) : html`<p>${words.noStories}</p>`}
      ${pageLinks(site, page, pages, (n) => `stories?page=${n}`)}`,
  }
}

/** To the page before and the page after. */
export const pageLinks = (
  site: Site,
  page: number,
  pages: number,
  path: (page: number) => string,
): Html | false =>
  pages > 1 &&
  html`<nav class="pages" aria-label="${site.words.pages}">
    ${page > 1 && html`<a rel="prev" href="${hrefOf(site, path(page - 1))}">${site.words.before}</a>`}<span>${fill(site.words.page, { n: page, all: pages })}</span>${page < pages && html`<a rel="next" href="${hrefOf(site, path(page + 1))}">${site.words.next}</a>`}
  </nav>`

export const storyPage = async (db: Db, site: Site, slug: string): Promise<SitePage | undefined> => {
  const story = await publicStory(db, slug)
  if (!story) return undefined
  const { words } = site
  const body = told(site, story.body, story.bodyEs)
  const path = `stories/${slug}`
  const who = story.school
    ? fill(words.withSchool, { partner: story.partner, school: story.school })
    : story.partner
  return {
    title: told(site, story.title, story.titleEs).text,
    description: told(site, story.summary, story.summaryEs).text,
    path,
    ...(story.photo && { picture: photoPath(site, story) }),
    main: html`<article class="read">
      <h1>${marked(site, story.title, story.titleEs)}</h1>
      <p class="lead">${marked(site, story.summary, story.summaryEs)}</p>
      ${picture(site, story, false, 'photo')}
      <div lang="${body.lang}">${paragraphs(body.text)}</div>
      ${
        story.quote !== '' &&
        html`<blockquote>
          <p>“${marked(site, story.quote, story.quoteEs)}”</p>
          <footer>${marked(site, story.quoteBy, story.quoteByEs)}</footer>
        </blockquote>`
      }
      <dl class="card">
        <dt>${words.need}</dt>
        <dd>${marked(site, story.need, story.needEs)}</dd>
        <dt>${words.who}</dt>
        <dd>
          ${story.partnerId ? html`<a href="${hrefOf(site, `partners/${story.partnerId}`)}">${who}</a>` : who},
          ${nameOf(settings, story.setting, site.lang).toLowerCase()}
        </dd>
        <dt>${words.evidence}</dt>
        <dd>
          ${nameOf(evidenceLabels, story.evidence, site.lang)}.
          ${words.evidenceText[story.evidence]}${story.evidenceSource !== '' && html` ${fill(words.source, { source: story.evidenceSource })}`}
        </dd>
      </dl>
      ${story.link !== '' && html`<p><a href="${story.link}" rel="noopener">${words.more}</a></p>`}
      <p class="muted">
        ${words.share}: <a href="${hrefOf(site, path)}">${site.address + hrefOf(site, path)}</a>
      </p>
    </article>`,
  }
}
