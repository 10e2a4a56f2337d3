import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, inject, it, onTestFinished } from 'vitest'
import { migrate, migrations } from '../src/db/migrate.ts'

/** A database as a release left it that ended at `last`, with what was in it; then the migrations since. */
const upgraded = async (last: number, filled: string): Promise<Client> => {
  const { adminUrl, ownerUrl } = inject('database')
  const name = `upgrade_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`create database ${name} owner common_table_owner`)
  await admin.end()
  const url = Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href
  const folder = await mkdtemp(join(tmpdir(), 'common-table-upgrade-'))
  for (const file of await readdir(migrations))
    if (/^\d{4}\.do\./.test(file) && Number(file.slice(0, 4)) <= last)
      await cp(join(migrations, file), join(folder, file))
  await migrate(url, folder)
  const client = new Client({ connectionString: url })
  onTestFinished(async () => {
    await client.end()
    await rm(folder, { recursive: true, force: true })
  })
  await client.connect()
  await client.query(filled)
  await migrate(url, migrations)
  return client
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

it('a need that figures suggested loses its English title and keeps its facts; one a person wrote keeps its words', async () => {
  const ground = {
    rule: 'absence',
    metric: 'chronic_absence_rate',
    period: '2023-24',
    value: 42,
    bound: null,
    threshold: 30,
    since: null,
    words: { en: 'Chronic absence rate: 42% in 2023-24, above 30%.', es: 'Tasa: 42% en 2023-24.' },
  }
  const evidence = JSON.stringify({ text: 'a survey', grounds: [ground, { ...ground, rule: 'gone' }] })
  const client = await upgraded(
    13,
    `insert into districts (id, name) values ('${id(1)}', 'Riverbend');
     insert into schools (district_id, id, code, name) values ('${id(1)}', '${id(2)}', 'A', 'Alpha');
     insert into school_years (district_id, id, label, starts_on, ends_on) values ('${id(1)}', '${id(3)}', '2023-24', '2023-07-01', '2024-06-30');
     insert into categories (district_id, id, code, name, group_code) values ('${id(1)}', '${id(4)}', 'me_one', 'Mentoring', 'mentoring');
     insert into metrics (district_id, id, code, name, family, unit, direction)
       values ('${id(1)}', '${id(5)}', 'chronic_absence_rate', 'Chronic absence rate', 'attendance', 'percent', 'lower_is_better');
     insert into need_rules (district_id, id, code, metric_id, category_id, comparison, threshold, tier, severity_steps, students)
       values ('${id(1)}', '${id(6)}', 'absence', '${id(5)}', '${id(4)}', 'above', 30, 2, '[{"from":30,"severity":3}]', 'share');
     insert into needs (district_id, id, school_id, category_id, school_year_id, tier, severity, title, source, status, rule_id, evidence)
       values ('${id(1)}', '${id(7)}', '${id(2)}', '${id(4)}', '${id(3)}', 2, 3, '${ground.words.en}', 'data', 'suggested', '${id(6)}', '${evidence}'),
         ('${id(1)}', '${id(8)}', '${id(2)}', '${id(4)}', '${id(3)}', 3, 3, 'Mentors', 'data', 'open', '${id(6)}', '${evidence}'),
         ('${id(1)}', '${id(9)}', '${id(2)}', '${id(4)}', '${id(3)}', 1, 3, 'Said by a principal', 'principal', 'open', null, '{"text":"a survey"}');`,
  )
  const { words: _, ...facts } = ground
  const kept = {
    text: 'a survey',
    grounds: [
      { ...facts, comparison: 'above', trend: null },
      { ...facts, rule: 'gone', comparison: 'at_least', trend: null },
    ],
  }
  const { rows } = await client.query('select id, title, evidence, version from needs order by id')
  expect(rows).toEqual([
    { id: id(7), title: null, evidence: kept, version: 1 },
    { id: id(8), title: 'Mentors', evidence: kept, version: 1 },
    { id: id(9), title: 'Said by a principal', evidence: { text: 'a survey' }, version: 1 },
  ])
  const { rows: log } = await client.query(
    "select action from audit_log where table_name = 'needs' and action = 'update'",
  )
  expect(log).toEqual([])
})
