import { hash, verify } from '@node-rs/argon2'
import type { Client } from 'pg'

/** Who can sign in to the fictional district, one of each role. */
export const demoPeople = [
  { email: 'admin@demo.example', name: 'Amara Osei', role: 'admin', title: 'District admin' },
  {
    email: 'director@demo.example',
    name: 'Daniel Whitcomb',
    role: 'director',
    title: 'Director of partnerships',
  },
  {
    email: 'coordinator@demo.example',
    name: 'Carmen Ibarra',
    role: 'coordinator',
    title: 'Partnership coordinator',
  },
  { email: 'principal@demo.example', name: 'Priya Raman', role: 'school', title: 'Principal' },
  { email: 'analyst@demo.example', name: 'Anton Lindqvist', role: 'analyst', title: 'Research analyst' },
  { email: 'steward@demo.example', name: 'Soledad Vega', role: 'steward', title: 'Data and records lead' },
  { email: 'viewer@demo.example', name: 'Victor Tan', role: 'viewer', title: 'Superintendent' },
] as const

/** Adds the demo people to their district. */
export const addDemoPeople = async (client: Client, districtId: string, password: string): Promise<void> => {
  for (const { email, name, role, title } of demoPeople)
    await client.query(
      `insert into users (district_id, email, name, title, role, status, password_hash)
       values ($1, $2, $3, $4, $5, 'active', $6)`,
      [districtId, email, name, title, role, await hash(password)],
    )
}

/** Gives those demo people this password who have another. */
export const giveDemoPassword = async (client: Client, password: string): Promise<void> => {
  const { rows } = await client.query<{ district_id: string; id: string; password_hash: string | null }>(
    `select district_id, u.id, password_hash from users u join districts d on d.id = district_id
     where is_demo and email = any($1)`,
    [demoPeople.map(({ email }) => email)],
  )
  for (const row of rows) {
    if (row.password_hash && (await verify(row.password_hash, password))) continue
    await client.query('update users set password_hash = $3 where district_id = $1 and id = $2', [
      row.district_id,
      row.id,
      await hash(password),
    ])
  }
}
