import { boundInWords } from '@common-table/shared/outcomes/bands'
import { metricOf } from '@common-table/shared/outcomes/metric-dictionary'
import { EVERYONE } from '@common-table/shared/outcomes/group-of-everyone'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { ReleasedMetric } from '@common-table/shared/releases/schemas'
import type { Db } from '../db/db.ts'
import { releasedHow, releasedMetrics, type ReleasedHow } from '../releases/index.ts'
import { html, type Html } from './html.ts'
import type { Site, SitePage } from './layout.ts'
import { groupNames, type Named } from './site-queries.ts'
import { fill } from './words.ts'

type Metric = ReleasedMetric['metric']

const localeOf = ({ lang }: Site): string => (lang === 'es' ? 'es-US' : 'en-US')

const write = (site: Site, { unit, decimals }: Metric, value: number): string => {
  const digits = unit === 'count' ? 0 : decimals
  const range = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return unit === 'percent'
    ? new Intl.NumberFormat(localeOf(site), { ...range, style: 'percent' }).format(value / 100)
    : new Intl.NumberFormat(localeOf(site), range).format(value)
}

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
const day = (site: Site, instant: string): string =>
  new Intl.DateTimeFormat(localeOf(site), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant))

const table = (head: readonly [string, string], rows: readonly (readonly [string, string])[]): Html =>
  html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">${head[0]}</th>
          <th scope="col">${head[1]}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`

/** What is counted over what, by which version of the rules, and when it was frozen. */
const computed = (site: Site, told: ReleasedHow | undefined): Html | false => {
  if (!told) return false
  const { words } = site
  const built = site.lang === 'es' ? metricOf(told.code) : undefined
  const counted = (part: 'numerator' | 'denominator') => {
    const words = built?.[part]
    return words?.en === told[part] ? words.es : told[part]
  }
  const lines = [
    counted('numerator') && fill(words.howCounted, { words: counted('numerator') }),
    counted('denominator') && fill(words.howOf, { words: counted('denominator') }),
    told.source && fill(words.howSource, { words: told.source }),
    words.howDistrict,
    fill(words.howRule, {
      n: String(told.threshold),
      version: String(told.rules),
      shown: String(told.shown),
      withheld: String(told.withheld),
    }),
    fill(words.howFrozen, { day: day(site, told.publishedAt) }),
  ].filter((line) => line !== '')
  return html`<details>
    <summary>${words.how}</summary>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`
}

const card = (
  site: Site,
  { metric, periods }: ReleasedMetric,
  groups: readonly Named[],
  told: ReleasedHow | undefined,
): Html | false => {
  const { words } = site
  const last = periods.at(-1)
  if (!last) return false
  const broken = groups.filter(({ id }) => id !== EVERYONE && last.cells[id])
  const all = periods.map((period) => [period.schoolYear, say(site, metric, period.cells[EVERYONE])] as const)
  return html`<li class="card">
    <h2>${named(site, metric)}</h2>
    <p class="figure">${say(site, metric, last.cells[EVERYONE])}</p>
    <p class="muted">${last.schoolYear}${metric.direction === 'lower_is_better' && ` · ${words.lower}`}</p>
    ${periods.length > 1 && table([words.year, words.figure], all)}
    ${
      broken.length > 0 &&
      html`<details>
        <summary>${fill(words.byGroup, { year: last.schoolYear })}</summary>
        ${table(
          [words.group, words.figure],
          broken.map((group) => [named(site, group), say(site, metric, last.cells[group.id])] as const),
        )}
      </details>`
    }
    <p class="muted">
      ${fill(words.release, { title: last.release.title, day: day(site, last.release.publishedAt) })}
    </p>
    ${computed(site, told)}
  </li>`
}

/** The district's figures from published releases: frozen, attacked before they went out, and no school is named. */
export const resultsPage = async (db: Db, site: Site): Promise<SitePage> => {
  const { words } = site
  const [released, groups, told] = await Promise.all([releasedMetrics(db), groupNames(db), releasedHow(db)])
  const howOf = new Map(told.map((one) => [one.metricId, one]))
  const items = JSON.parse(released) as ReleasedMetric[]
  return {
    title: words.nav.results,
    description: words.resultsText,
    path: 'results',
    main: html`<h1>${words.nav.results}</h1>
      <p class="lead">${words.resultsText}</p>
      <p class="read">${words.resultsNote}</p>
      ${
        items.length > 0
          ? html`<ul class="grid">
              ${items.map((one) => card(site, one, groups, howOf.get(one.metric.id)))}
            </ul>`
          : html`<p>${words.resultsNone}</p>`
      }`,
  }
}
