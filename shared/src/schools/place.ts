import type { FieldRule } from '../contract/field-rules.ts'
import type { FieldProblem } from '../contract/problem.ts'

/** A place has both coordinates or none; 0, 0 is what an empty cell becomes, not a school. */
export const placeProblem = (
  latitude: number | null,
  longitude: number | null,
): (FieldProblem & { rule: FieldRule }) | undefined => {
  if ((latitude === null) !== (longitude === null))
    return {
      field: latitude === null ? 'latitude' : 'longitude',
      rule: 'together',
      message: 'Latitude and longitude belong together. Enter both, or neither.',
    }
  if (latitude === 0 && longitude === 0)
    return {
      field: 'latitude',
      rule: 'place',
      message: 'Latitude 0, longitude 0 is in the ocean. Leave both empty instead.',
    }
  return undefined
}
