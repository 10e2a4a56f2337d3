import type { FieldProblem } from '../contract/problem.ts'
import type { CensusAnswers, CensusProgram, CensusSite } from './census-schemas.ts'

/** Why a census cannot be sent yet: said at the line where it is. A confirmed program needs nothing more. */
export const censusGaps = ({ programs }: CensusAnswers): FieldProblem[] => {
  const services = new Set<string>()
  return programs.flatMap((program, at): FieldProblem[] => {
    const twice = program.serviceId !== null && services.has(program.serviceId)
    if (program.serviceId) services.add(program.serviceId)
    return [
      ...(twice
        ? [
            {
              field: `programs.${at}.serviceId`,
              rule: 'twice' as const,
              message: 'This program is there twice.',
            },
          ]
        : []),
      ...(program.confirmed || !program.running ? [] : siteGaps(program, at)),
    ]
  })
}

const siteGaps = ({ sites }: CensusProgram, program: number): FieldProblem[] => {
  const schools = new Set<string>()
  return sites.flatMap(({ schoolId, maximum, available }, at): FieldProblem[] => {
    const twice = schools.has(schoolId)
    schools.add(schoolId)
    const field = `programs.${program}.sites.${at}`
    return [
      ...(twice
        ? [{ field: `${field}.schoolId`, rule: 'twice' as const, message: 'This school is there twice.' }]
        : []),
      ...(maximum !== null && available !== null && available > maximum
        ? [
            {
              field: `${field}.available`,
              rule: 'order' as const,
              message: 'More seats are free than there are. Lower this number or raise the other.',
            },
          ]
        : []),
    ]
  })
}

/** The facts only a partner can know; a census brings them up to date at once. */
export const ownFactsDiffer = (
  said: Pick<CensusProgram, 'setting' | 'grades' | 'languages' | 'weekdays'>,
  known: Pick<CensusProgram, 'setting' | 'grades' | 'languages' | 'weekdays'>,
): boolean =>
  said.setting !== known.setting ||
  (['grades', 'languages', 'weekdays'] as const).some(
    (list) => [...said[list]].sort().join() !== [...known[list]].sort().join(),
  )

/** Whether a partner's word on seats says what the record says: then it verifies it. What is left blank says nothing. */
export const seatsAgree = (
  said: Pick<CensusSite, 'maximum' | 'available'>,
  known: Pick<CensusSite, 'maximum' | 'available'>,
): boolean =>
  (said.maximum === null || said.maximum === known.maximum) &&
  (said.available === null || said.available === known.available)
