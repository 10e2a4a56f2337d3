import type { Overview } from '@common-table/shared/boards/schemas'
import { objectiveRules } from '@common-table/shared/outcomes/objectives'
import type { TargetStatus } from '@common-table/shared/outcomes/targets'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import { changeOf, isGood, objectiveFigures, pointOf, useFigures } from '../outcomes/index.ts'
import { useFormats } from '../platform/formats.ts'
import type { AskedFigure } from '../platform/asked-figure.ts'
import type { Point } from '../ui/charts/series.ts'

/** A figure the district wants to reach something with, in words and as a point of a chart. */
export interface Aim {
  key: string
  figure: AskedFigure['figure']
  subject: AskedFigure['subject']
  name: string
  said: string
  point: Point
  percent: boolean
  target: number | null
  targetSaid: string
  status: TargetStatus | null
  /** What it was before, or what it rests on. */
  comparison: string
  good: boolean | undefined
  to: RouteLocationRaw
}

const percent = { unit: 'percent', decimals: 1 } as const

/** Objectives first, then the figures of the dashboard. */
export const useAims = (of: () => Pick<Overview, 'objectives' | 'figures'>) => {
  const { t, locale } = useI18n()
  const format = useFormats()
  const figures = useFigures()
  const language = () => (locale.value === 'es' ? 'es' : 'en')

  return computed((): Aim[] => {
    const { objectives, figures: measured } = of()
    return [
      ...objectives.map(({ id, rule, figure, targetValue, standing, baselineValue, tally, dueOn }): Aim => ({
        key: id,
        figure: objectiveFigures[rule],
        subject: { objectiveId: id },
        name: nameOf(objectiveRules, rule, language()),
        said: figures.say(percent, figure),
        point: pointOf(figure),
        percent: true,
        target: targetValue,
        targetSaid: t('boards.targets.target', {
          value: figures.write(percent, targetValue),
          day: dueOn ? format.value.day(dueOn) : t('boards.targets.always'),
        }),
        status: standing.status,
        comparison:
          baselineValue !== null
            ? t('boards.targets.baseline', { value: figures.write(percent, baselineValue) })
            : tally
              ? t('boards.targets.tally', { n: tally.met, all: tally.of })
              : '',
        good: undefined,
        to: { name: 'objective', params: { objectiveId: id } },
      })),
      ...measured.map(({ metric, period, cell, before, target }): Aim => {
        const moved = before && changeOf([before, cell])
        return {
          key: metric.id,
          figure: 'metric.target',
          subject: { metricId: metric.id },
          name: figures.named(metric),
          said: figures.say(metric, cell),
          point: pointOf(cell),
          percent: metric.unit === 'percent',
          target: target?.value ?? null,
          targetSaid: target
            ? t('boards.targets.target', {
                value: figures.write(metric, target.value),
                day: format.value.day(target.dueOn),
              })
            : t('boards.targets.noTarget'),
          status: target?.standing.status ?? null,
          comparison: before
            ? t('boards.targets.before', { period, value: figures.say(metric, before) })
            : period,
          good: moved ? isGood(metric, moved.change) : undefined,
          to: { name: 'metric', params: { metricId: metric.id } },
        }
      }),
    ]
  })
}
