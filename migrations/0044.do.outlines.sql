-- The outline of a district as its administrator gave it: rings of longitude and latitude, drawn behind its schools. The
-- map has nothing else to draw: no tiles are fetched from elsewhere.
create table district_outlines (
  district_id uuid primary key references districts,
  rings jsonb not null check (jsonb_typeof(rings) = 'array' and jsonb_array_length(rings) > 0),
  given_by_name text not null default '',
  given_at timestamptz not null default now()
);
call tenant_table('district_outlines', audited => false);
