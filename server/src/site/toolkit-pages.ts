import { resourceKinds } from '@common-table/shared/toolkit/vocabulary'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { publicResources } from '../toolkit/index.ts'
import { html, paragraphs } from './html.ts'
import { hrefOf, type Site, type SitePage } from './layout.ts'
import { fill } from './words.ts'

/** Everything of the toolkit that is marked public. */
export const toolkitPage = async (db: Db, site: Site): Promise<SitePage> => {
  const { words } = site
  const resources = await publicResources(db)
  return {
    title: words.nav.toolkit,
    description: fill(words.toolkitText, { district: site.name }),
    path: 'toolkit',
    main: html`<h1>${words.nav.toolkit}</h1>
      <p class="lead">${fill(words.toolkitText, { district: site.name })}</p>
      <ul class="grid">
        ${resources.map(
          ({ id, kind, title, summary, language }) =>
            html`<li class="card">
              <h2><a href="${hrefOf(site, `toolkit/${id}`)}" lang="${language}">${title}</a></h2>
              <p lang="${language}">${summary}</p>
              <p class="muted">${nameOf(resourceKinds, kind, site.lang)}</p>
            </li>`,
        )}
      </ul>`,
  }
}

/** One public resource; nothing where it is not public any more. */
export const resourcePage = async (db: Db, site: Site, id: string): Promise<SitePage | undefined> => {
  const [resource] = await publicResources(db, id)
  if (!resource) return undefined
  const { words } = site
  const { title, summary, body, link, name, source, language, kind } = resource
  return {
    title,
    description: summary || title,
    path: `toolkit/${id}`,
    main: html`<article class="read">
      <h1 lang="${language}">${title}</h1>
      <p class="muted">${nameOf(resourceKinds, kind, site.lang)}</p>
      <div lang="${language}">
        ${summary !== '' && html`<p class="lead">${summary}</p>`}${paragraphs(body)}
      </div>
      ${link !== '' && html`<p><a href="${link}" rel="noopener">${link}</a></p>`}
      ${name && html`<p><a href="${hrefOf(site, `toolkit/${id}/file`)}" download>${fill(words.download, { name })}</a></p>`}
      ${source !== '' && html`<p class="muted">${fill(words.source, { source })}</p>`}
    </article>`,
  }
}
