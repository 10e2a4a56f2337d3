import type { FieldProblem } from '../contract/problem.ts'
import { moreThanEnrolled, moreThanEnrolledSentence } from '../needs/students.ts'
import type { SnapshotAnswers, SnapshotNeed } from './snapshot-schemas.ts'

const place = ({ categoryId, tier }: SnapshotNeed): string => `${categoryId}/${tier}`

/** Why a snapshot cannot be sent yet: said at the line where it is. A line that is over needs nothing more. */
export const snapshotGaps = (
  { needs, partners }: SnapshotAnswers,
  enrolment: number | null,
): FieldProblem[] => {
  const seen = new Set<string>()
  const asked = new Set<string>()
  return [
    ...needs.flatMap((need, at): FieldProblem[] => {
      if (need.over) return []
      const twice = seen.has(place(need))
      seen.add(place(need))
      return [
        ...(twice
          ? [
              {
                field: `needs.${at}.categoryId`,
                rule: 'twice' as const,
                message: 'This kind of help stands in the list already at this tier. Put both into one line.',
              },
            ]
          : []),
        ...(need.severity === null
          ? [
              {
                field: `needs.${at}.severity`,
                rule: 'required' as const,
                message: 'Say how much it matters.',
              },
            ]
          : []),
        ...(moreThanEnrolled(need.studentsAffected, enrolment)
          ? [
              {
                field: `needs.${at}.studentsAffected`,
                rule: 'range' as const,
                message: moreThanEnrolledSentence(enrolment ?? 0),
              },
            ]
          : []),
      ]
    }),
    ...partners.flatMap(({ organizationId }, at): FieldProblem[] => {
      const twice = asked.has(organizationId)
      asked.add(organizationId)
      return twice
        ? [
            {
              field: `partners.${at}.organizationId`,
              rule: 'twice',
              message: 'This partner is listed twice.',
            },
          ]
        : []
    }),
  ]
}

/**
 * What stands in the form before a word is typed: needs on record that are open, then last year's lines that none of
 * them speaks of. Of last year's partners the answer is kept, for those still listed.
 */
export const filledSnapshot = (
  open: readonly SnapshotNeed[],
  last: SnapshotAnswers | null,
  listed: readonly string[],
): SnapshotAnswers => {
  const lines = new Map<string, SnapshotNeed>()
  for (const need of [...open, ...(last?.needs ?? []).filter(({ over }) => !over)])
    if (!lines.has(place(need)))
      lines.set(place(need), open.includes(need) ? need : { ...need, needId: null })
  return {
    needs: [...lines.values()],
    partners: (last?.partners ?? []).filter(({ organizationId }) => listed.includes(organizationId)),
    others: [],
  }
}
