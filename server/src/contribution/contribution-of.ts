import { mergeBarriers } from '@common-table/shared/barriers/standard'
import { notFound } from '@common-table/shared/contract/problem'
import { beforeAndAfter, compare, type ShownSchool } from '@common-table/shared/contribution/compare'
import { evidenceOf, FEWEST_SETS, type RefusalReason } from '@common-table/shared/contribution/evidence'
import type { Contribution } from '@common-table/shared/contribution/schemas'
import { seededChance } from '@common-table/shared/contribution/seeded-chance'
import { suppressCells, type PublicCell } from '@common-table/shared/outcomes/suppression'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import { readFresh } from '../outcomes/index.ts'
import { groundOf, shownSchools, type ContributionGround, type FigureSource } from './queries.ts'

type Reader = Pick<Actor, 'districtId' | 'schoolIds'>

const screened = (value: number | null, threshold: number): PublicCell =>
  suppressCells([{ key: '', measure: 'count', value, n: value }], [], threshold).cells.get('')!

const named = (barriers: ContributionGround) => {
  const asked = new Set(barriers.barrierCodes)
  const known = mergeBarriers(barriers.ownBarriers).filter(({ active }) => active)
  // Said of the needs themselves, else what this kind of help is known to answer.
  const said = known.filter(({ code }) => asked.has(code))
  const answered = known.filter(({ categoryCodes }) =>
    categoryCodes.some((code) => barriers.categories.includes(code)),
  )
  return said.length > 0 ? said : answered.slice(0, 4)
}

const mean = (numbers: readonly number[]) =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The mean of some schools in each period, of those that have a shown figure in every compared one. */
const seriesOf = (schools: readonly ShownSchool[], ids: ReadonlySet<string>, periods: number) =>
  Array.from({ length: periods }, (_, at) =>
    mean(schools.flatMap(({ id, cells }) => (ids.has(id) ? (cells[at]?.value ?? []) : []))),
  )

type Compared = Pick<
  Contribution,
  'before' | 'after' | 'comparison' | 'refused' | 'beforeAndAfter' | 'series'
>
const nothing: Compared = {
  before: null,
  after: null,
  comparison: null,
  refused: null,
  beforeAndAfter: null,
  series: { periods: [], served: [], similar: [] },
}
const refuse = (reason: RefusalReason): Compared => ({
  ...nothing,
  refused: { reason, found: 0, needed: FEWEST_SETS },
})

const comparedBy = async (
  services: Services,
  { districtId, schoolIds }: Reader,
  { partnership, startsOn }: ContributionGround,
  metric: Contribution['metrics'][number] | undefined,
  source: FigureSource,
): Promise<Compared> => {
  if (!metric) return refuse('no_metric')
  if (!startsOn) return refuse('no_start')
  const { periods, schools } = await shownSchools(
    services.read(districtId),
    partnership.id,
    metric.id,
    source,
  )
  const at = beforeAndAfter(periods, startsOn)
  const found = { before: periods[at.before] ?? null, after: periods[at.after] ?? null }
  if (!found.before) return { ...refuse('no_baseline'), ...found }
  if (!found.after) return { ...refuse('no_figures_after'), ...found }
  // The same partnership and metric draw the same chance, so that a figure does not tremble from look to look.
  const result = compare(schools, at, metric.direction, seededChance(`${partnership.id} ${metric.id}`))
  const byId = new Map(schools.map((school) => [school.id, { id: school.id, name: school.name }]))
  const said = ({ id, before, after }: (typeof result.served)[number]) => ({
    school: byId.get(id)!,
    before,
    after,
  })
  const alike = new Set(result.refused ? [] : result.sets.flatMap(({ like }) => like.map(({ id }) => id)))
  const served = new Set(
    result.refused ? result.served.map(({ id }) => id) : result.sets.map((set) => set.served.id),
  )
  const [before, after] = [
    mean(result.served.map((one) => one.before)),
    mean(result.served.map((one) => one.after)),
  ]
  return {
    ...found,
    refused: result.refused,
    beforeAndAfter:
      before === null || after === null ? null : { schools: result.served.length, before, after },
    series: {
      periods: periods.map(({ label }) => label),
      served: seriesOf(schools, served, periods.length),
      similar: seriesOf(schools, alike, periods.length),
    },
    comparison: result.refused
      ? null
      : {
          ...result.comparison,
          // A principal reads what comes out, and no other school's figures.
          sets: schoolIds
            ? []
            : result.sets.map((set) => ({ served: said(set.served), like: set.like.map(said) })),
          alone: schoolIds ? [] : result.alone.map(({ id }) => byId.get(id)!),
        },
  }
}

/** What a partnership may have contributed to, and how much that rests on. */
export const contributionOf = async (
  services: Services,
  actor: Reader,
  partnershipId: string,
  metricId: string | undefined,
  source: FigureSource = 'live',
): Promise<Contribution> => {
  const read = () => groundOf(services.read(actor.districtId), partnershipId, actor.schoolIds)
  const { row } = await readFresh(services, actor.districtId, read)
  const ground = row ?? notFound('partnership')
  const barriers = named(ground)
  const wanted = barriers.flatMap(({ metricCode }) => metricCode ?? [])
  const { threshold, dosage, needs } = ground
  const metrics = ground.metrics.filter(({ released }) => source === 'live' || released)
  const asked = metrics.find(({ id }) => id === metricId)
  if (metricId !== undefined && !asked) notFound('metric')
  const metric =
    asked ?? metrics.find(({ planned }) => planned) ?? metrics.find(({ code }) => wanted.includes(code))
  const compared = await comparedBy(services, actor, ground, metric, source)
  const students = screened(ground.reached, threshold)
  const perStudent =
    students.value && ground.cents !== null ? Math.round(ground.cents / students.value) : null
  return {
    partnership: ground.partnership,
    evidence: evidenceOf({
      study: ground.study !== null,
      comparison: compared.comparison !== null,
      beforeAndAfter: compared.beforeAndAfter !== null,
    }),
    chain: {
      barriers: barriers.map(({ code, name, nameEs }) => ({ code, name, nameEs })),
      needs: { ...needs, students: screened(needs.students, threshold) },
      services: ground.services,
      dosage: { ...dosage, places: screened(dosage.places, threshold) },
      metric: metric ?? null,
    },
    metrics,
    ...compared,
    cost: { cents: ground.cents, students, perStudentCents: perStudent },
    study: ground.study,
  }
}
