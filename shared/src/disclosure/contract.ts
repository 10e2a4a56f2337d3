import { defineContract } from '../contract/route.ts'
import { Inference, InferenceQuery } from './schemas.ts'

export const disclosureContract = defineContract({
  inferFigures: {
    method: 'GET',
    path: '/metrics/:metricId/inference',
    access: 'measurements:raw',
    summary:
      'What could be inferred of every withheld figure from everything shown, against the protection interval; every read is recorded',
    query: InferenceQuery,
    response: Inference,
  },
})
