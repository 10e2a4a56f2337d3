import { createServer } from 'node:http'
import pg from 'pg'
import { districtId } from './load.ts'

/**
 * The floor every figure is compared with: node:http, pg with a pool of 8 and named prepared statements, JSON built by
 * PostgreSQL. No sign-in, no validation, no row-level security, no audit: the least that gives the same answer.
 */
const pool = new pg.Pool({ connectionString: process.argv[2]!, max: 8 })

const item = `json_build_object('id', p.id, 'name', p.name, 'organization', json_build_object('id', o.id, 'name', o.name),
  'stage', p.stage, 'stageSince', p.stage_since, 'scope', p.scope, 'formality', p.formality, 'intensity', p.intensity,
  'startsOn', p.starts_on, 'endsOn', p.ends_on, 'schoolCount', (select count(*) from partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id),
  'studentsReached', p.students_reached, 'lastContactOn', p.last_contact_on, 'version', p.version)`

const statements = {
  list: `select coalesce(json_agg(${item}), '[]')::text as json from (
      select * from partnerships where district_id = $1 and stage = $2 order by name, id limit 50 offset $3) p
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id`,
  one: `select json_build_object('id', p.id, 'name', p.name, 'stage', p.stage, 'summary', p.summary, 'version', p.version,
      'organization', json_build_object('id', o.id, 'name', o.name, 'type', o.type),
      'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'code', s.code)), '[]') from partnership_schools l
        join schools s on s.district_id = l.district_id and s.id = l.school_id where l.district_id = p.district_id and l.partnership_id = p.id),
      'categories', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name)), '[]') from partnership_categories l
        join categories c on c.district_id = l.district_id and c.id = l.category_id where l.district_id = p.district_id and l.partnership_id = p.id),
      'priorities', (select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title)), '[]') from partnership_priorities l
        join priorities r on r.district_id = l.district_id and r.id = l.priority_id where l.district_id = p.district_id and l.partnership_id = p.id),
      'services', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name)), '[]') from partnership_services l
        join services s on s.district_id = l.district_id and s.id = l.service_id where l.district_id = p.district_id and l.partnership_id = p.id),
      'timeline', (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind)), '[]') from partnership_events e
        where e.district_id = p.district_id and e.partnership_id = p.id))::text as json
    from partnerships p join organizations o on o.district_id = p.district_id and o.id = p.organization_id
    where p.district_id = $1 and p.id = $2`,
  create: `insert into partnerships (district_id, organization_id, name) values ($1, $2, $3)
    returning json_build_object('id', id, 'name', name, 'stage', stage, 'version', version)::text as json`,
  search: `select coalesce(json_agg(json_build_object('id', id, 'name', name, 'type', type) order by near desc, name), '[]')::text as json from (
      select id, name, type, word_similarity($2, search_text) as near from organizations
      where district_id = $1 and $2 <% search_text order by near desc, name limit 20) o`,
}

const ask = async (name: keyof typeof statements, values: unknown[]): Promise<string> =>
  (await pool.query({ name, text: statements[name], values: [districtId, ...values] })).rows[0]?.json ??
  'null'

createServer((request, response) => {
  const url = new URL(request.url!, 'http://x')
  const get = (name: string): string | null => url.searchParams.get(name)
  const answer = (work: Promise<string>, status = 200): void =>
    void work.then(
      (json) => response.writeHead(status, { 'content-type': 'application/json' }).end(json),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  if (url.pathname === '/list') return answer(ask('list', [get('stage'), get('offset') ?? 0]))
  if (url.pathname === '/one') return answer(ask('one', [get('id')]))
  if (url.pathname === '/search') return answer(ask('search', [get('q')]))
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    const { organizationId, name } = JSON.parse(body) as { organizationId: string; name: string }
    answer(ask('create', [organizationId, name]), 201)
  })
}).listen(0, '127.0.0.1', function (this: { address(): unknown }) {
  console.log(JSON.stringify(this.address()))
})
