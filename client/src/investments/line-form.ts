import * as Type from 'typebox'
import { Line, Prose } from '@common-table/shared/contract/fields'
import type { Contribution, NewContribution } from '@common-table/shared/investments/schemas'
import { NewContribution as Body } from '@common-table/shared/investments/schemas'
import type { Static } from 'typebox'

const Amount = Type.Number({ minimum: 0, maximum: 1_000_000_000 })

/** The form of a contribution: values are typed in dollars and sent in cents. */
export const LineForm = Type.Object({
  side: Body.properties.side,
  type: Body.properties.type,
  title: Line(200),
  unit: Body.properties.unit,
  planned: Type.Optional(Amount),
  delivered: Type.Optional(Amount),
  plannedDollars: Type.Optional(Amount),
  deliveredDollars: Type.Optional(Amount),
  note: Type.Optional(Prose(1000)),
})
export type LineForm = Static<typeof LineForm>

export const formOf = (line: Contribution | undefined): Partial<LineForm> =>
  line
    ? {
        side: line.side,
        type: line.type,
        title: line.title,
        unit: line.unit,
        planned: line.planned,
        delivered: line.delivered,
        ...(line.plannedValue && { plannedDollars: line.plannedValue.cents / 100 }),
        ...(line.deliveredValue && { deliveredDollars: line.deliveredValue.cents / 100 }),
        note: line.note,
      }
    : { side: 'partner' }

const moneyOf = (dollars: number | undefined) =>
  dollars === undefined ? null : { cents: Math.round(dollars * 100), currency: 'USD' as const }

/** What is sent. Delivered volunteer hours and their value follow from approvals, so they are left out. */
export const bodyOf = (form: LineForm): Omit<NewContribution, 'schoolYearId'> => ({
  side: form.side,
  type: form.type,
  title: form.title,
  unit: form.unit,
  planned: form.planned ?? 0,
  note: form.note ?? '',
  ...(form.type !== 'volunteer_hours' && {
    delivered: form.delivered ?? 0,
    plannedValue: moneyOf(form.plannedDollars),
    deliveredValue: moneyOf(form.deliveredDollars),
  }),
})
