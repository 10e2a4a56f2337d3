import * as Type from 'typebox'
import { defineContract } from '../contract/route.ts'
import { MeasurementPage, MeasurementQuery } from './measurement-list-schemas.ts'
import {
  CorrectionPage,
  CorrectionQuery,
  RawFigures,
  RawQuery,
  RecordedMeasurement,
  RecordedMeasurements,
} from './record-schemas.ts'
import {
  Dashboard,
  DashboardQuery,
  MetricSchoolFilters,
  MetricSchoolPage,
  MetricSchoolQuery,
  MetricSeries,
  SchoolOutcomes,
  SeriesQuery,
} from './schemas.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const outcomesContract = defineContract({
  getDashboard: {
    method: 'GET',
    path: '/outcomes/dashboard',
    access: 'metrics:read',
    summary: 'The district at a glance: figures, trends, targets, groups and reach',
    query: DashboardQuery,
    response: Dashboard,
  },
  getSchoolOutcomes: {
    method: 'GET',
    path: '/schools/:schoolId/outcomes',
    access: 'metrics:read',
    summary: 'Every metric of one school by year, beside the district, small numbers withheld',
    response: SchoolOutcomes,
  },
  exportSchoolOutcomesCsv: {
    method: 'GET',
    path: '/schools/:schoolId/outcomes/export/csv',
    access: 'metrics:read',
    summary: 'The figures of one school as a CSV file, exactly as shown',
    download: 'text/csv',
  },
  exportSchoolOutcomesXlsx: {
    method: 'GET',
    path: '/schools/:schoolId/outcomes/export/xlsx',
    access: 'metrics:read',
    summary: 'The figures of one school as an Excel file, exactly as shown',
    download: xlsx,
  },
  getMetricSeries: {
    method: 'GET',
    path: '/metrics/:metricId/series',
    access: 'metrics:read',
    summary: 'One metric over time: the district, its student groups, and up to four schools to compare',
    query: SeriesQuery,
    response: MetricSeries,
  },
  listMetricSchools: {
    method: 'GET',
    path: '/metrics/:metricId/schools',
    access: 'metrics:read',
    summary: 'One metric school by school, filtered and sorted by what may be shown',
    query: MetricSchoolQuery,
    response: MetricSchoolPage,
  },
  exportMetricSchoolsCsv: {
    method: 'GET',
    path: '/metrics/:metricId/schools/export/csv',
    access: 'metrics:read',
    summary: 'The filtered schools with their figures as a CSV file, exactly as shown',
    query: MetricSchoolFilters,
    download: 'text/csv',
  },
  exportMetricSchoolsXlsx: {
    method: 'GET',
    path: '/metrics/:metricId/schools/export/xlsx',
    access: 'metrics:read',
    summary: 'The filtered schools with their figures as an Excel file, exactly as shown',
    query: MetricSchoolFilters,
    download: xlsx,
  },
  readRawFigures: {
    method: 'GET',
    path: '/metrics/:metricId/raw-figures',
    access: 'measurements:raw',
    summary: 'Stored figures of one metric and period without suppression; every read is recorded',
    query: RawQuery,
    response: RawFigures,
  },
  listMeasurements: {
    method: 'GET',
    path: '/measurements',
    access: 'metrics:read',
    summary: 'Every figure by metric, period, school and student group, page by page, small numbers withheld',
    query: MeasurementQuery,
    response: MeasurementPage,
  },
  recordMeasurement: {
    method: 'PUT',
    path: '/measurements',
    access: 'measurements:write',
    summary: 'Enter or correct one figure by hand',
    body: RecordedMeasurement,
  },
  recordMeasurements: {
    method: 'POST',
    path: '/measurements',
    access: 'measurements:write',
    summary: 'Enter or correct up to a thousand figures, all or none',
    body: RecordedMeasurements,
    response: Type.Object({ recorded: Type.Integer() }),
  },
  listCorrections: {
    method: 'GET',
    path: '/metrics/:metricId/corrections',
    access: 'measurements:write',
    summary: 'Which figures of a metric were corrected, when and by whom',
    query: CorrectionQuery,
    response: CorrectionPage,
  },
})
