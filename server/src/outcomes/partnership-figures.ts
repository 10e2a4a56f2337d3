import type {
  DeliveryKind,
  FigureOrigin,
  PartnershipFigures,
} from '@common-table/shared/outcomes/delivery-schemas'
import type { MetricHead, PeriodHead } from '@common-table/shared/outcomes/schemas'
import { notFound } from '@common-table/shared/contract/problem'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import { statement } from '../db/statement.ts'
import { deliveryPlace, originOf, placeFacts } from './metric-delivery.ts'
import { readFresh } from './publish.ts'
import { cellAt, type Cells } from './series-parts.ts'
import { anyStale, head, joinPeriod, periodFacts } from './sql-parts.ts'

const figures = statement<{ stale: boolean; body: string }>(`select ${anyStale} as stale, json_build_object(
    'partnership', json_build_object('id', q.id, 'name', q.name), 'threshold', d.suppression_threshold,
    'metrics', (select coalesce(json_agg(json_build_object('metric', ${head}, 'rows', f.rows) order by m.level desc, m.name), '[]')
      from (select x.metric_id, json_agg(json_build_object('period', json_build_object(${periodFacts}), 'cells', x.cells, ${placeFacts},
            'origin', ${originOf}) order by p.starts_on, x.service_id nulls first, v.name) as rows
        from published_delivery x ${deliveryPlace} ${joinPeriod('x')}
        where x.district_id = q.district_id and (x.partnership_id = q.id or x.service_id in (select l.service_id
          from partnership_services l where l.district_id = q.district_id and l.partnership_id = q.id))
        group by x.metric_id) f
      join metrics m on m.district_id = q.district_id and m.id = f.metric_id and m.active))::text as body
  from partnerships q join districts d on d.id = q.district_id
  where q.district_id = app_district() and q.id = $2 and ($1::uuid[] is null or exists (select from partnership_schools s
    where s.district_id = q.district_id and s.partnership_id = q.id and s.school_id = any ($1)))`)

interface StoredRow {
  period: PeriodHead
  cells: Cells
  kind: DeliveryKind
  id: string
  name: string
  organization: { id: string; name: string }
  origin: FigureOrigin | null
}
interface Stored extends Pick<PartnershipFigures, 'partnership' | 'threshold'> {
  metrics: { metric: MetricHead; rows: StoredRow[] }[]
}

/** Every metric of a partnership and its services over time, as anybody may see it. */
export const partnershipFigures = async (
  services: Services,
  { districtId, schoolIds }: Actor,
  partnershipId: string,
): Promise<PartnershipFigures> => {
  const read = () => services.read(districtId).one(figures, [schoolIds, partnershipId])
  const { row, preparing } = await readFresh(services, districtId, read)
  const { metrics, ...told } = JSON.parse((row ?? notFound('partnership')).body) as Stored // the statement's shape
  return {
    ...told,
    preparing,
    metrics: metrics.map(({ metric, rows }) => {
      const periods = [...new Map(rows.map(({ period }) => [period.id, period])).values()]
      const places = [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => {
        const { kind, id, name, organization, origin } = own.at(-1)! // a group has a row
        const at = new Map(own.map(({ period, cells }) => [period.id, cells]))
        const cells = periods.map((period) => cellAt(at.get(period.id) ?? null))
        return { kind, id, name, organization, origin, cells }
      })
      return { metric, periods, places }
    }),
  }
}
