import { calendarContract } from '@common-table/shared/calendar/contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import type { RecordedMeasurement } from '@common-table/shared/outcomes/record-schemas'
import { targetsContract } from '@common-table/shared/outcomes/targets-contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import type { SchoolLevel } from '@common-table/shared/schools/schemas'
import { chanceFrom, type Chance } from './chance.ts'
import { measuredGroups, plausibleMetrics, type PlausibleMetric } from './plausible-metrics.ts'
import type { Seed } from './seeds.ts'

const years = 3

interface Place {
  id: string
  code: string
  level: SchoolLevel
  enrolment: number | null
}
interface Vocabulary {
  metrics: ReadonlyMap<string, string>
  groups: ReadonlyMap<string, string>
  /** The latest last. */
  periods: readonly string[]
}

/** The people of a school by group: race shares them all out, the other groups overlap. */
const peopleOf = (whole: number, chance: Chance): ReadonlyMap<string, number> => {
  const shares = measuredGroups.race.map(
    ([code, share]) => [code, share * (0.3 + 1.4 * chance.next())] as const,
  )
  const all = shares.reduce((sum, [, share]) => sum + share, 0)
  const race = shares.map(([code, share]) => [code, Math.round((whole * share) / all)] as const)
  const everyone = race.reduce((sum, [, n]) => sum + n, 0)
  const others = measuredGroups.others.map(
    ([code, share]) => [code, Math.round(everyone * share * (0.5 + chance.next()))] as const,
  )
  return new Map([['all', everyone], ...race, ...others])
}

/** One metric of one school and year: the groups first, so that everyone is what the groups add up to. */
const figuresOf = (
  metric: PlausibleMetric,
  people: ReadonlyMap<string, number>,
  rate: number,
  chance: Chance,
) => {
  const tested = (code: string) => Math.round((people.get(code) ?? 0) * metric.tested)
  const met = (code: string, gap: number) =>
    Math.round(
      tested(code) * Math.min(0.995, Math.max(0.005, rate + gap * metric.gap + 0.03 * (chance.next() - 0.5))),
    )
  const race = measuredGroups.race.map(([code, , gap]) => ({ code, n: tested(code), met: met(code, gap) }))
  const all = {
    code: 'all',
    n: race.reduce((sum, { n }) => sum + n, 0),
    met: race.reduce((sum, group) => sum + group.met, 0),
  }
  const others = measuredGroups.others.map(([code, , gap]) => ({
    code,
    n: tested(code),
    met: Math.min(met(code, gap), all.met),
  }))
  return [all, ...race, ...others].filter(({ n }) => n > 0)
}

const figuresOfSchool = (school: Place, { metrics, groups, periods }: Vocabulary): RecordedMeasurement[] => {
  const chance = chanceFrom([...school.code].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const people = peopleOf(school.enrolment ?? 300, chance)
  const standing = chance.next() - 0.5
  return plausibleMetrics
    .filter(({ levels }) => levels === undefined || levels.includes(school.level))
    .flatMap((metric) => {
      const metricId = metrics.get(metric.code)
      const drift = metric.drift * (0.4 + 1.2 * chance.next())
      return periods.flatMap((periodId, year) => {
        const rate = metric.rate + metric.spread * standing + drift * (year - periods.length + 1)
        return figuresOf(metric, people, rate, chance).flatMap(({ code, n, met }) => {
          const groupId = groups.get(code)
          if (!metricId || !groupId) return []
          return [
            {
              metricId,
              schoolId: school.id,
              groupId,
              periodId,
              status: 'reported' as const,
              numerator: met,
              denominator: n,
            },
          ]
        })
      })
    })
}

/** Three school years of believable figures for every school, with groups small enough to be withheld, and targets. */
export const seedOutcomes: Seed = async ({ call, today }) => {
  const { items: calendar } = await call(calendarContract.listSchoolYears)
  const done = calendar.filter(({ endsOn }) => endsOn < today).slice(0, years)
  const latest = done[0]
  const { items: metricList } = await call(metricsContract.listMetrics, { query: { limit: 200 } })
  const { items: groupList } = await call(metricsContract.listStudentGroups)
  const metrics = new Map(metricList.map(({ code, id }) => [code, id]))
  const vocabulary: Vocabulary = {
    metrics,
    groups: new Map(groupList.map(({ code, id }) => [code, id])),
    periods: done
      .flatMap(({ periods }) => periods.filter(({ kind }) => kind === 'year').map(({ id }) => id))
      .toReversed(),
  }
  const blank: Place[] = []
  let cursor: string | undefined
  do {
    const page = await call(schoolsContract.listSchools, { query: { limit: 200, ...(cursor && { cursor }) } })
    for (const school of page.items) {
      const known = await call(outcomesContract.getSchoolOutcomes, { params: { schoolId: school.id } })
      if (known.metrics.length === 0) blank.push(school)
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  // All are looked at before the first is written: a read after a write has everything screened anew.
  for (const school of blank) {
    const items = figuresOfSchool(school, vocabulary)
    if (items.length > 0) await call(outcomesContract.recordMeasurements, { body: { items } })
  }

  const { items: targets } = await call(targetsContract.listTargets, { query: { limit: 200 } })
  for (const { code, rate, drift, target } of plausibleMetrics) {
    const metricId = metrics.get(code)
    if (
      !metricId ||
      !latest ||
      targets.some(({ metric, school }) => metric.id === metricId && school === null)
    )
      continue
    await call(targetsContract.addTarget, {
      body: {
        metricId,
        targetValue: target,
        dueOn: `${Number(latest.endsOn.slice(0, 4)) + 3}${latest.endsOn.slice(4)}`,
        baselineValue: Math.round(1000 * (rate - drift * (years - 1))) / 10,
        baselineOn: done.at(-1)?.endsOn ?? null,
      },
    })
  }
}
