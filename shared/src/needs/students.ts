/** Whether a need is said to be of more students than the school has: a slip of the pen, never a fact. */
export const moreThanEnrolled = (
  studentsAffected: number | null | undefined,
  enrolment: number | null,
): boolean => typeof studentsAffected === 'number' && enrolment !== null && studentsAffected > enrolment

export const moreThanEnrolledSentence = (enrolment: number): string =>
  `The school has ${enrolment} students. Give a number up to that, or correct the school’s enrolment first.`
