import { quartersOf, schoolYearLabel, schoolYearSpan } from './school-years.ts'
import type { YearPart } from './schemas.ts'

export interface PlannedYear {
  readonly label: string
  readonly startsOn: string
  readonly endsOn: string
  readonly parts: readonly YearPart[]
}

/** A school year with its four quarters, on the dates the district's start month gives. */
export const plannedYear = (year: number, startMonth: number): PlannedYear => {
  const { from, to } = schoolYearSpan(year, startMonth)
  return {
    label: schoolYearLabel(year),
    startsOn: from,
    endsOn: to,
    parts: quartersOf(year, startMonth).map((quarter) => ({
      kind: 'quarter',
      ordinal: quarter.number,
      label: `Q${quarter.number}`,
      startsOn: quarter.from,
      endsOn: quarter.to,
    })),
  }
}
