-- One file brought in: what it was, how its columns were read, what it changed. Undo reads import_changes back.
create table imports (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null,
  file_id uuid not null,
  status text not null default 'uploaded' check (status in ('uploaded', 'checking', 'checked', 'queued', 'running', 'done', 'failed', 'undoing', 'undone', 'cancelled')),
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  columns jsonb not null default '[]',
  rows_total integer,
  rows_read integer not null default 0,
  rows_kept integer not null default 0,
  rows_refused integer not null default 0,
  counts jsonb not null default '{}',
  failure text,
  started_by uuid,
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, file_id) references files (district_id, id)
);
create index imports_by_time on imports (district_id, id desc);
call tenant_table('imports');

-- How a file with these headers was mapped last time.
create table import_mappings (
  district_id uuid not null references districts,
  kind text not null,
  signature text not null,
  mapping jsonb not null,
  options jsonb not null default '{}',
  used_at timestamptz not null default now(),
  primary key (district_id, kind, signature)
);
call tenant_table('import_mappings', audited => false);

-- A row that could not be kept as it was, and why.
create table import_problems (
  district_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  ordinal smallint not null default 0,
  column_name text not null default '',
  code text not null,
  refused boolean not null default true,
  value text not null default '',
  facts jsonb not null default '{}',
  primary key (district_id, import_id, row_number, ordinal),
  foreign key (district_id, import_id) references imports (district_id, id) on delete cascade
);
call tenant_table('import_problems', audited => false);

-- The reversible change set: what each record was before this import touched it (null: it was created by it).
create table import_changes (
  district_id uuid not null,
  import_id uuid not null,
  ordinal bigint generated always as identity,
  table_name text not null,
  record_key jsonb not null,
  before jsonb,
  primary key (district_id, import_id, ordinal),
  foreign key (district_id, import_id) references imports (district_id, id) on delete cascade
);
call tenant_table('import_changes', audited => false);

-- A question only a person can answer: is this site that school, are these two one organisation?
create table review_items (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  import_id uuid,
  kind text not null check (kind in ('site_school', 'organization_duplicate', 'school_match')),
  subject jsonb not null,
  subject_id uuid,
  candidates jsonb not null default '[]',
  confidence real not null default 0,
  status text not null default 'open' check (status in ('open', 'accepted', 'rejected')),
  decision jsonb,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id)
);
create index review_items_open on review_items (district_id, status, confidence desc, id);
call tenant_table('review_items');
