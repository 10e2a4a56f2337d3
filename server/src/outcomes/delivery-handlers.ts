import type { deliveryContract } from '@common-table/shared/outcomes/delivery-contract'
import type { DeliveryFilters, DeliveryRow } from '@common-table/shared/outcomes/delivery-schemas'
import { notFound } from '@common-table/shared/contract/problem'
import type { ListPage } from '../db/list.ts'
import type { Context, Handlers } from '../http/mount.ts'
import { listAnswer } from '../http/list-answer.ts'
import { exportDelivery } from './export.ts'
import { deliveryPeriod, metricDelivery } from './metric-delivery.ts'
import { metricWith } from './metrics-queries.ts'
import { partnershipFigures } from './partnership-figures.ts'
import { readFresh } from './publish.ts'

const none: ListPage = { items: '[]', next: null }

/** Pages of a metric's figures of delivery, screened first where figures changed. */
const pagesOf = async (
  { services, actor }: Pick<Context, 'services' | 'actor'>,
  metricId: string,
  query: DeliveryFilters,
) => {
  const db = services.read(actor.districtId)
  const { row } = await readFresh(services, actor.districtId, () =>
    deliveryPeriod(db, metricId, query.periodId),
  )
  const { period = null, before = null } = row ?? {}
  return (limit: number, after: readonly unknown[] | undefined): Promise<ListPage> =>
    period === null
      ? Promise.resolve(none)
      : metricDelivery(db, actor.schoolIds, metricId, { period, before }, { ...query, limit }, after)
}

const exported = async (
  { services, actor, db, params, query }: Context & { params: { metricId: string }; query: DeliveryFilters },
  format: 'csv' | 'xlsx',
) => {
  const found = (await metricWith(db, params.metricId)) ?? notFound('metric')
  const { code } = JSON.parse(found.metric) as { code: string } // the shape is the statement's
  const page = await pagesOf({ services, actor }, params.metricId, query)
  return exportDelivery(code, format, async (after) => {
    const { items, next } = await page(200, after)
    return { rows: JSON.parse(items) as DeliveryRow[], next } // the shape is the statement's
  })
}

export const deliveryHandlers: Handlers<typeof deliveryContract> = {
  listMetricDelivery: async ({
    services,
    actor,
    params,
    query: { cursor: _, limit = 50, ...query },
    page,
  }) => {
    const pages = await pagesOf({ services, actor }, params.metricId, query)
    return listAnswer(await pages(limit, page.after), page)
  },
  exportMetricDeliveryCsv: (request) => exported(request, 'csv'),
  exportMetricDeliveryXlsx: (request) => exported(request, 'xlsx'),
  getPartnershipFigures: ({ services, actor, params }) =>
    partnershipFigures(services, actor, params.partnershipId),
}
