import type { Term } from '../vocabulary/terms.ts'

/** What a partner says when it is asked whether it can still deliver. */
export const deliveryAnswers = [
  { code: 'yes', en: 'Yes, as usual', es: 'Sí, como siempre' },
  { code: 'partly', en: 'Only in part', es: 'Solo en parte' },
  { code: 'no', en: 'No', es: 'No' },
] as const satisfies readonly Term[]
export type DeliveryAnswer = (typeof deliveryAnswers)[number]['code']
