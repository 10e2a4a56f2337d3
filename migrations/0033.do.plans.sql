-- One prong of the plan that answers a need (D12): what is done, by which side, until when, and what it should move.
create table need_prongs (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  need_id uuid not null,
  what text not null check (what ~ '\S' and length(what) <= 200),
  side text not null check (side in ('school', 'partner', 'district')),
  owner text not null default '' check (length(owner) <= 120),
  kind text not null check (kind in ('service', 'own_means', 'training', 'space_and_goods', 'outreach', 'policy')),
  due_on date,
  status text not null default 'planned' check (status in ('planned', 'under_way', 'done', 'dropped')),
  done_on date,
  partnership_id uuid,
  service_id uuid,
  metric_id uuid,
  created_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'done') = (done_on is not null)),
  primary key (district_id, id),
  foreign key (district_id, need_id) references needs (district_id, id) on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete set null (partnership_id),
  foreign key (district_id, service_id) references services (district_id, id) on delete set null (service_id),
  foreign key (district_id, metric_id) references metrics (district_id, id) on delete set null (metric_id)
);
create index need_prongs_by_need on need_prongs (district_id, need_id, id);
create index need_prongs_by_due on need_prongs (district_id, due_on, id) where status in ('planned', 'under_way');
create index need_prongs_by_partnership on need_prongs (district_id, partnership_id) where partnership_id is not null;
create index need_prongs_by_service on need_prongs (district_id, service_id) where service_id is not null;
create index need_prongs_by_metric on need_prongs (district_id, metric_id) where metric_id is not null;
call tenant_table('need_prongs');

-- What keeps students from coming (B4, domain 6.2), where the district says it otherwise than the standard list in
-- shared/src/barriers/standard.ts, or adds its own: the kinds of help that answer it and the metric it should move.
create table barriers (
  district_id uuid not null references districts,
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  family text not null check (family in ('barriers', 'aversion', 'disengagement', 'misconceptions')),
  name text not null check (name ~ '\S' and length(name) <= 120),
  name_es text not null default '' check (length(name_es) <= 120),
  category_codes text[] not null default '{}',
  metric_code text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, code)
);
call tenant_table('barriers');

-- Which barriers stand behind a need, by their code.
create table need_barriers (
  district_id uuid not null,
  need_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  primary key (district_id, need_id, code),
  foreign key (district_id, need_id) references needs (district_id, id) on delete cascade
);
create index need_barriers_by_code on need_barriers (district_id, code, need_id);
call tenant_table('need_barriers');
