/** Whom a need is for as one key, null for the school as a whole. Grades are in the order of the school's grades. */
export const groupOf = (grades: readonly string[], population: string | null): string | null =>
  grades.length === 0 && population === null ? null : `${grades.join(',')}/${population ?? ''}`
