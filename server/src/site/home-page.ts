import type { Db } from '../db/db.ts'
import { html } from './html.ts'
import { hrefOf, type Site, type SitePage } from './layout.ts'
import { publicStories } from './site-queries.ts'
import { storyCards } from './story-pages.ts'
import { count, fill } from './words.ts'

export const homePage = async (db: Db, site: Site): Promise<SitePage> => {
  const { words } = site
  const stories = await publicStories(db, 3)
  const district = { district: site.name }
  return {
    title: fill(words.title, district),
    description: fill(words.about, district),
    path: '',
    main: html`<h1>${fill(words.title, district)}</h1>
      <p class="lead">${fill(words.lead, district)}</p>
      <p>
        ${site.offersOpen && html`<a class="button" href="${hrefOf(site, 'offer')}">${words.nav.offer}</a>`}
      </p>
      <ul class="grid">
        <li class="card">
          <h2><a href="${hrefOf(site, 'partners')}">${words.allPartners}</a></h2>
          <p>${count(words.partnersCount, site.partners)}</p>
        </li>
        ${
          site.results &&
          html`<li class="card">
            <h2><a href="${hrefOf(site, 'results')}">${words.nav.results}</a></h2>
            <p>${words.resultsText}</p>
          </li>`
        }
        <li class="card">
          <h2><a href="${hrefOf(site, 'stories')}">${words.allStories}</a></h2>
          <p>${count(words.storiesCount, site.stories)}</p>
        </li>
      </ul>
      ${
        stories.length > 0 &&
        html`<h2>${words.latest}</h2>
          ${storyCards(site, stories, 3)}`
      }`,
  }
}
