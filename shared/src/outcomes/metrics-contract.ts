import * as Type from 'typebox'
import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Metric, MetricChange, MetricQuery, NewMetric, StudentGroupItem } from './metric-schemas.ts'

export const metricsContract = defineContract({
  listMetrics: {
    method: 'GET',
    path: '/metrics',
    access: 'metrics:read',
    summary: 'The metric dictionary: what is counted, over what, and what better means',
    query: MetricQuery,
    response: Page(Metric),
  },
  getMetric: {
    method: 'GET',
    path: '/metrics/:metricId',
    access: 'metrics:read',
    summary: 'One metric with its definition',
    response: Metric,
  },
  addMetric: {
    method: 'POST',
    path: '/metrics',
    access: 'metrics:write',
    summary: 'Define a metric of the district’s own',
    body: NewMetric,
    response: Metric,
  },
  changeMetric: {
    method: 'PATCH',
    path: '/metrics/:metricId',
    access: 'metrics:write',
    summary: 'Change the definition of a metric, show it on the dashboard, or retire it',
    body: MetricChange,
    response: Metric,
    ifMatch: true,
  },
  listStudentGroups: {
    method: 'GET',
    path: '/student-groups',
    access: 'metrics:read',
    summary: 'The student groups figures are broken down by',
    response: Type.Object({ items: Type.Array(StudentGroupItem) }),
  },
})
