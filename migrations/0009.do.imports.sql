-- Rows on their way in wait in temporary tables until all of them can be written at once.
do $$
begin
  if not has_database_privilege('common_table_app', current_database(), 'TEMP') then
    execute format('grant temporary on database %I to common_table_app', current_database());
  end if;
end $$;

-- One file brought in: what it was, how its columns were read, what it changed. Its progress is written many times while
-- it runs, so the audit has one row for the import and one for its undoing instead.
create table imports (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('schools', 'measurements', 'organizations', 'program_sites')),
  file_id uuid not null,
  file_name text not null,
  status text not null default 'uploaded' check (status in ('uploaded', 'checking', 'checked', 'queued', 'running', 'done', 'failed', 'undoing', 'undone', 'cancelled')),
  signature text not null default '',
  columns jsonb not null default '[]',
  mapping jsonb not null default '[]',
  options jsonb not null default '{}',
  scan jsonb,
  rows_total integer,
  rows_read integer not null default 0,
  rows_kept integer not null default 0,
  rows_refused integer not null default 0,
  rows_repeated integer not null default 0,
  counts jsonb not null default '{}',
  notes jsonb not null default '[]',
  failure text,
  times_interrupted smallint not null default 0,
  seconds real,
  peak_bytes bigint,
  started_by uuid,
  started_by_name text not null default '',
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
call tenant_table('imports', audited => false);

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

-- Something to know about one row: refused rows come back in the fix-and-resubmit file, the others were kept as told.
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

-- The reversible change set: what each record was before this import touched it (null: created by it) and the version it
-- had when the import ended, by which a later change by a person is known.
create table import_changes (
  district_id uuid not null,
  import_id uuid not null,
  ordinal bigint generated always as identity,
  table_name text not null,
  record_key jsonb not null,
  before jsonb,
  after_version integer,
  primary key (district_id, import_id, ordinal),
  foreign key (district_id, import_id) references imports (district_id, id) on delete cascade
);
call tenant_table('import_changes', audited => false);

-- A question only a person can answer: is this site that school, are these two one organisation? One question per
-- subject, whatever the file it came from, so that an answer is never asked for twice.
create table review_items (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  import_id uuid,
  kind text not null check (kind in ('site_school', 'organization_duplicate')),
  subject_key text not null,
  subject jsonb not null,
  candidates jsonb not null default '[]',
  confidence real not null default 0 check (confidence between 0 and 1),
  status text not null default 'open' check (status in ('open', 'accepted', 'rejected')),
  decision jsonb,
  decided_by uuid,
  decided_by_name text not null default '',
  decided_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, kind, subject_key)
);
create index review_items_by_confidence on review_items (district_id, status, confidence desc, id desc);
call tenant_table('review_items');

-- The service sites a question is about.
create table review_item_sites (
  district_id uuid not null,
  review_item_id uuid not null,
  service_site_id uuid not null,
  primary key (district_id, review_item_id, service_site_id),
  foreign key (district_id, review_item_id) references review_items (district_id, id) on delete cascade,
  foreign key (district_id, service_site_id) references service_sites (district_id, id) on delete cascade
);
create index review_item_sites_by_site on review_item_sites (district_id, service_site_id);
call tenant_table('review_item_sites', audited => false);

-- Imports that were under way in any district, for a server that starts: ids and states only. It runs as the owner
-- because no district is known yet.
create function unfinished_imports() returns table (district_id uuid, id uuid, status text)
  language sql stable security definer
  set search_path = public
  as $$
  select i.district_id, i.id, i.status from imports i where i.status in ('checking', 'queued', 'running', 'undoing')
$$;
revoke execute on function unfinished_imports() from public;
grant execute on function unfinished_imports() to common_table_app;

-- The condition that a row `t` is the one a change `c` names, by the table's primary key.
create function import_key_condition(target regclass) returns text
  language sql stable as $$
  select string_agg(format('t.%1$I = (c.record_key ->> %1$L)::%2$s', a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
  from pg_constraint k cross join unnest(k.conkey) as part (attnum)
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum
  where k.conrelid = target and k.contype = 'p' and a.attname <> 'district_id'
$$;

-- Takes back what an import did to records: those it created are removed, those it changed are what they were. A record
-- that someone changed since, or that others now depend on, stays and is counted under `kept`.
create function undo_import_changes(import uuid) returns jsonb
  language plpgsql as $$
declare
  part record;
  condition text;
  versioned boolean;
  free text;
  columns text;
  gone bigint;
  removed bigint;
  restored bigint;
  answer jsonb := '{}';
begin
  create temp table undo_plan on commit drop as
    select c.ordinal, c.table_name, c.record_key, c.before, c.after_version, false as touched, false as done
    from import_changes c where c.district_id = app_district() and c.import_id = import;
  -- Before anything is taken back: taking back one record may raise the version of another.
  for part in select distinct table_name from undo_plan loop
    condition := import_key_condition(part.table_name::regclass);
    select exists (select from pg_attribute where attrelid = part.table_name::regclass and attname = 'version' and not attisdropped) into versioned;
    if versioned then
      execute format('update undo_plan c set touched = true where c.table_name = %1$L and not exists (select from %1$I t where t.district_id = app_district() and %2$s and t.version = c.after_version)', part.table_name, condition);
    end if;
  end loop;
  -- What depends on a record goes before it, so the tables are gone through until nothing more can go.
  loop
    gone := 0;
    for part in select table_name from undo_plan group by 1 order by max(ordinal) desc loop
      -- Counters live and die with their record and keep nothing in place.
      select coalesce(string_agg(format(' and not exists (select from %1$s o where o.district_id = t.district_id and %2$s)', k.conrelid::regclass,
          (select string_agg(format('o.%I = t.%I', a.attname, b.attname), ' and ')
            from unnest(k.conkey, k.confkey) as pair (here, there)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there)), ''), '') into free
        from pg_constraint k
        where k.confrelid = part.table_name::regclass and k.contype = 'f' and k.conrelid::regclass::text !~ '_counts$';
      execute format('with removed as (delete from %1$I t using undo_plan c where c.table_name = %1$L and c.before is null and not c.touched and not c.done
          and t.district_id = app_district() and %2$s %3$s returning c.ordinal)
        update undo_plan c set done = true from removed where c.ordinal = removed.ordinal', part.table_name, import_key_condition(part.table_name::regclass), free);
      get diagnostics removed = row_count;
      gone := gone + removed;
    end loop;
    exit when gone = 0;
  end loop;
  for part in select table_name from undo_plan group by 1 loop
    select string_agg(format('%1$I = b.%1$I', attname), ', ') into columns
      from pg_attribute
      where attrelid = part.table_name::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and attname not in ('district_id', 'id', 'version', 'created_at', 'updated_at', 'service_count', 'school_count');
    execute format('update %1$I t set %3$s from undo_plan c, jsonb_populate_record(null::%1$I, c.before) b where c.table_name = %1$L and c.before is not null and not c.touched and t.district_id = app_district() and %2$s',
      part.table_name, import_key_condition(part.table_name::regclass), columns);
    get diagnostics restored = row_count;
    answer := answer || (select jsonb_build_object(part.table_name, jsonb_build_object(
        'removed', count(*) filter (where done), 'restored', restored,
        'kept', count(*) filter (where touched or (before is null and not done))))
      from undo_plan where table_name = part.table_name);
  end loop;
  drop table undo_plan;
  return answer;
end $$;
