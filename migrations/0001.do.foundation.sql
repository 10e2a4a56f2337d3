-- What every other file stands on: the role the server runs as, the current district, and the one procedure that
-- turns a table into a tenant table (row-level security, audit, versions).

create extension if not exists pg_trgm;
create extension if not exists unaccent;

do $$
begin
  if not exists (select from pg_roles where rolname = 'common_table_app') then
    create role common_table_app nologin;
  end if;
end $$;
grant usage on schema public to common_table_app;

-- The district this connection speaks for; null shows nothing.
create function app_district() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.district_id', true), '')::uuid;

-- Lower case without accents, for searching as people type. Immutable on purpose: the dictionary never changes here.
create function plain_text(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- A school district (or agency) that runs its partnerships here. Settings are columns, so each has a type and a check.
create table districts (
  id uuid primary key default uuidv7(),
  name text not null check (name ~ '\S' and length(name) <= 120),
  short_name text check (length(short_name) <= 40),
  website text,
  contact_email text,
  contact_phone text,
  time_zone text not null default 'America/New_York',
  languages text[] not null default '{en,es}',
  logo_file_id uuid,
  brand_hue smallint check (brand_hue between 0 and 359),
  suppression_threshold smallint not null default 10 check (suppression_threshold between 5 and 30),
  capacity_fresh_days smallint not null default 90 check (capacity_fresh_days between 1 and 730),
  going_cold_days smallint not null default 60 check (going_cold_days between 1 and 730),
  over_supply_percent smallint not null default 120 check (over_supply_percent between 100 and 500),
  school_year_start_month smallint not null default 7 check (school_year_start_month between 1 and 12),
  is_demo boolean not null default false,
  demo_filled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Who changed what, from what, to what. Written by triggers only; nobody can change it afterwards.
create table audit_log (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('user', 'client', 'link', 'system')),
  actor_id uuid,
  actor_name text not null,
  request_id text,
  action text not null check (action in ('insert', 'update', 'delete', 'import', 'undo', 'read_raw', 'sign_in', 'export')),
  table_name text not null,
  record_id uuid,
  changes jsonb not null default '{}',
  primary key (district_id, id)
);
create index audit_log_by_record on audit_log (district_id, table_name, record_id, id desc);
create index audit_log_by_actor on audit_log (district_id, actor_id, id desc);

-- Writes the audit row of one changed row. Bulk imports set app.import_id and are recorded once per batch instead.
-- The trigger's arguments name columns whose content must never be copied (secrets).
create function record_audit() returns trigger
  language plpgsql as $$
declare
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  kept jsonb := coalesce(after, before);
  hidden text[] := array['version', 'updated_at', 'search_text', 'district_id'] || tg_argv[:];
  changes jsonb;
begin
  if coalesce(current_setting('app.import_id', true), '') <> '' then
    return null;
  end if;
  -- A sum that a trigger keeps is nobody's edit.
  if tg_op = 'UPDATE' and pg_trigger_depth() > 1 then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(n.key, jsonb_build_array(o.value, n.value))
      into changes
      from jsonb_each(after) n join jsonb_each(before) o using (key)
      where n.value is distinct from o.value and n.key <> all (hidden);
    if changes is null then
      return null;
    end if;
  else
    changes := jsonb_strip_nulls(kept - hidden);
  end if;
  insert into audit_log (district_id, actor_kind, actor_id, actor_name, request_id, action, table_name, record_id, changes)
  values (
    coalesce(nullif(kept ->> 'district_id', '')::uuid, (kept ->> 'id')::uuid),
    coalesce(nullif(current_setting('app.actor_kind', true), ''), 'system'),
    nullif(current_setting('app.actor_id', true), '')::uuid,
    coalesce(nullif(current_setting('app.actor_name', true), ''), 'system'),
    nullif(current_setting('app.request_id', true), ''),
    lower(tg_op), tg_table_name, (kept ->> 'id')::uuid, changes
  );
  return null;
end $$;

-- Every change of a versioned row raises its version; the version is the ETag.
create function next_version() returns trigger
  language plpgsql as $$
begin
  -- A sum that a trigger keeps is nobody's edit: the version people hold stays good.
  if pg_trigger_depth() > 1 then
    return new;
  end if;
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;

-- Makes a table a tenant table: only the current district's rows exist for the server, every change is audited,
-- every update raises the version. `secrets` are columns the audit must not copy.
create procedure tenant_table(target regclass, audited boolean default true, secrets text[] default '{}')
  language plpgsql as $$
declare
  name text := target::text;
  owner_column text := case when target::text = 'districts' then 'id' else 'district_id' end;
  secret_list text := (select string_agg(quote_literal(s), ', ') from unnest(secrets) s);
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy own_district on %s to common_table_app using (%I = app_district()) with check (%I = app_district())', name, owner_column, owner_column);
  execute format('create policy upkeep on %s to current_user using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on %s to common_table_app', name);
  if exists (select from pg_attribute where attrelid = target and attname = 'version' and not attisdropped) then
    execute format('create trigger next_version before update on %s for each row execute function next_version()', name);
  end if;
  if audited then
    execute format('create trigger record_audit after insert or update or delete on %s for each row execute function record_audit(%s)', name, coalesce(secret_list, ''));
  end if;
end $$;

call tenant_table('districts');
revoke insert, delete on districts from common_table_app;
call tenant_table('audit_log', audited => false);
revoke update, delete on audit_log from common_table_app;

-- Answers kept for Idempotency-Key: the same key and request get the same answer, and the work is done once.
create table idempotency_keys (
  district_id uuid not null references districts,
  actor_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  request_hash text not null,
  status smallint not null default 0,
  answer text,
  created_at timestamptz not null default now(),
  primary key (district_id, actor_id, key)
);
call tenant_table('idempotency_keys', audited => false);

-- A file a person handed in. The bytes are outside the database, named by their hash.
create table files (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  name text not null check (length(name) <= 255),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (district_id, id)
);
call tenant_table('files');
