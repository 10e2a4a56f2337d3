-- What a need asks of whoever serves it, empty where anything will do; and a group that is not to be divided.
alter table needs
  add column languages text[] not null default '{}',
  add column settings text[] not null default '{}'
    check (settings <@ '{in_school,after_school,weekend,summer,community_site,virtual}'),
  add column weekdays text[] not null default '{}' check (weekdays <@ '{MO,TU,WE,TH,FR,SA,SU}'),
  add column one_provider boolean not null default false;

-- How far a service goes from its places; null where nobody said.
alter table services add column reach_km smallint check (reach_km between 1 and 1000);

-- A computed way of placing the free places of partners over the open needs, with how good it is proved to be.
create table placement_plans (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  status text not null default 'waiting' check (status in ('waiting', 'computing', 'ready', 'failed', 'cancelled')),
  settings jsonb not null,
  size jsonb,
  data_as_of timestamptz,
  computed_at timestamptz,
  seconds double precision,
  value double precision,
  bound double precision,
  gap double precision,
  proved boolean,
  comparison jsonb,
  failure text,
  created_by uuid,
  created_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check (status <> 'ready' or (value is not null and bound >= value and comparison is not null))
);
create unique index placement_plans_one_under_way on placement_plans (district_id) where status in ('waiting', 'computing');
call tenant_table('placement_plans');

-- So many students of a need placed with a service, as a plan proposes it, and what became of the proposal. `moves` says
-- where accepted places came from, in the service's capacity unit; `moved_at` when it last changed other records.
create table placement_rows (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  need_id uuid not null,
  service_id uuid not null,
  organization_id uuid not null,
  school_id uuid not null,
  category_id uuid not null,
  equity_tier text check (equity_tier in ('highest', 'high', 'moderate', 'low', 'lowest')),
  students integer not null check (students > 0),
  unmet integer not null check (unmet >= students),
  weight double precision not null check (weight > 0),
  metres integer,
  score integer not null check (score between 0 and 100),
  reasons jsonb not null,
  decision text not null default 'open' check (decision in ('open', 'accepted', 'skipped')),
  accepted integer check (accepted between 1 and students),
  reason text check (length(reason) <= 500),
  moves jsonb,
  moved_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, plan_id, need_id, service_id),
  check ((decision = 'accepted') = (accepted is not null and moves is not null)),
  check ((decision = 'skipped') = (reason is not null)),
  foreign key (district_id, plan_id) references placement_plans (district_id, id) on delete cascade,
  foreign key (district_id, need_id) references needs (district_id, id) on delete cascade,
  foreign key (district_id, service_id) references services (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id) on delete cascade
);
create index placement_rows_by_weight on placement_rows (district_id, plan_id, (weight * students), id);
create index placement_rows_by_need on placement_rows (district_id, need_id) where decision = 'accepted';
create index placement_rows_by_service on placement_rows (district_id, service_id);
create index placement_rows_by_school on placement_rows (district_id, school_id);
create index placement_rows_moved on placement_rows (district_id, plan_id, moved_at) where moved_at is not null;
-- A plan of thousands of rows is no deed; what people decide about a row is.
call tenant_table('placement_rows', audited => false);
create trigger record_audit after update on placement_rows for each row execute function record_audit();
revoke delete on placement_plans, placement_rows from common_table_app;
