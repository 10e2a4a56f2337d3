import { boundInWords } from '@common-table/shared/outcomes/bands'
import type { Dashboard, DashboardMetric } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { Services } from '../http/services.ts'
import { dashboard } from '../outcomes/index.ts'
import { html, type Html } from './html.ts'
import type { Site, SitePage } from './layout.ts'
import { fill } from './words.ts'

type Metric = DashboardMetric['metric']

const numbers = (lang: 'en' | 'es', digits: number) =>
  new Intl.NumberFormat(lang === 'es' ? 'es-US' : 'en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })

const write = ({ lang }: Site, { unit, decimals }: Metric, value: number): string =>
  unit === 'percent'
    ? `${numbers(lang, decimals).format(value)} %`
    : numbers(lang, unit === 'count' ? 0 : decimals).format(value)

/** The figure, or the words that stand in its place. */
const say = (site: Site, metric: Metric, cell: PublicCell | undefined): string => {
  if (!cell || (!cell.suppressed && cell.value === null)) return '–'
  if (!cell.suppressed) return write(site, metric, cell.value!) // null is answered above
  if (!cell.bound) return cell.reason === 'source' ? site.words.withheldSource : site.words.withheld
  const words = boundInWords(cell.bound, site.lang)
  return cell.bound.unit === 'people' ? fill(site.words.students, { words }) : words
}

const named = (site: Site, one: { name: string; nameEs: string }): string =>
  (site.lang === 'es' && one.nameEs) || one.name
const day = (site: Site, dueOn: string): string =>
  new Intl.DateTimeFormat(site.lang === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(dueOn))

const card = (site: Site, { metric, periods, cells, target, groups }: DashboardMetric): Html => {
  const { words } = site
  const year = periods.at(-1)?.schoolYear ?? ''
  const shown = groups.filter(({ dimension, cells: own }) => dimension !== 'all' && own.at(-1))
  return html`<li class="card">
    <h2>${named(site, metric)}</h2>
    <p class="figure">${say(site, metric, cells.at(-1))}</p>
    <p class="muted">${year}${metric.direction === 'lower_is_better' && html` · ${words.lower}`}</p>
    ${target && html`<p>${fill(words.target, { value: write(site, metric, target.value), day: day(site, target.dueOn) })}</p>`}
    <div class="wide" tabindex="0" role="region" aria-label="${named(site, metric)}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.year}</th>
            <th scope="col">${words.figure}</th>
          </tr>
        </thead>
        <tbody>
          ${periods.map(
            (period, at) =>
              html`<tr>
                <th scope="row">${period.schoolYear}</th>
                <td>${say(site, metric, cells[at])}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      shown.length > 0 &&
      html`<details>
        <summary>${fill(words.byGroup, { year })}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.group}</th>
              <th scope="col">${words.figure}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (group) =>
                html`<tr>
                  <th scope="row">${named(site, group)}</th>
                  <td>${say(site, metric, group.cells.at(-1))}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </details>`
    }
  </li>`
}

/** The district's figures as everybody may see them: each went through suppression, and no school is named. */
export const resultsPage = async (services: Services, site: Site): Promise<SitePage> => {
  const { words } = site
  const { metrics, preparing } = JSON.parse(
    await dashboard(services, { districtId: site.districtId, schoolIds: null }, undefined),
  ) as Dashboard
  return {
    title: words.nav.results,
    description: words.resultsText,
    path: 'results',
    main: html`<h1>${words.nav.results}</h1>
      <p class="lead">${words.resultsText}</p>
      <p class="read">${words.resultsNote}</p>
      ${preparing && html`<p role="status">${words.preparing}</p>`}
      ${
        metrics.length > 0
          ? html`<ul class="grid">
              ${metrics.map((metric) => card(site, metric))}
            </ul>`
          : html`<p>${words.resultsNone}</p>`
      }`,
  }
}
