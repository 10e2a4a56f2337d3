import { defineContract } from '../contract/route.ts'
import { DeliveryFilters, DeliveryPage, DeliveryQuery, PartnershipFigures } from './delivery-schemas.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const access = 'metrics:read'

/** Figures of what partnerships and services deliver to their own students. */
export const deliveryContract = defineContract({
  listMetricDelivery: {
    method: 'GET',
    path: '/metrics/:metricId/delivery',
    access,
    summary: 'One metric partnership by partnership and service by service, small numbers withheld',
    query: DeliveryQuery,
    response: DeliveryPage,
  },
  exportMetricDeliveryCsv: {
    method: 'GET',
    path: '/metrics/:metricId/delivery/export/csv',
    access,
    summary: 'The figures of partnerships and services as a CSV file, exactly as shown',
    query: DeliveryFilters,
    download: 'text/csv',
  },
  exportMetricDeliveryXlsx: {
    method: 'GET',
    path: '/metrics/:metricId/delivery/export/xlsx',
    access,
    summary: 'The figures of partnerships and services as an Excel file, exactly as shown',
    query: DeliveryFilters,
    download: xlsx,
  },
  getPartnershipFigures: {
    method: 'GET',
    path: '/partnerships/:partnershipId/figures',
    access,
    summary: 'Every metric of a partnership and of its services over time, small numbers withheld',
    response: PartnershipFigures,
  },
})
