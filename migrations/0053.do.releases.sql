-- Figures made public on one day, frozen: who, when, what, and from which size on groups are shown. `rules` is the version
-- of the rules of suppression. While it is checked it can be thrown away; once published it stays, even when withdrawn, for
-- what was in print can be compared with whatever follows.
create table releases (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  title text not null check (title ~ '\S' and length(title) <= 140),
  note text not null default '' check (length(note) <= 1000),
  status text not null default 'checking' check (status in ('checking', 'ready', 'refused', 'published', 'withdrawn')),
  threshold smallint not null check (threshold >= 5),
  rules smallint not null,
  findings json not null default '[]',
  checked_at timestamptz,
  made_by_name text not null,
  published_at timestamptz,
  published_by uuid,
  published_by_name text,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_because text check (length(withdrawn_because) <= 500),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((status in ('published', 'withdrawn')) = (published_at is not null)),
  check ((status = 'withdrawn') = (withdrawn_at is not null))
);
create index releases_by_day on releases (district_id, published_at desc);
call tenant_table('releases');

-- One metric and period of a release, with how much of it is shown. `given_up` cells were withheld beyond the rules, because
-- an attack on everything in print found a way to them.
create table release_tables (
  district_id uuid not null,
  release_id uuid not null,
  metric_id uuid not null,
  period_id uuid not null,
  shown integer not null default 0,
  withheld integer not null default 0,
  given_up integer not null default 0,
  primary key (district_id, release_id, metric_id, period_id),
  foreign key (district_id, release_id) references releases (district_id, id) on delete cascade,
  foreign key (district_id, metric_id) references metrics (district_id, id),
  foreign key (district_id, period_id) references periods (district_id, id)
);
create index release_tables_by_metric on release_tables (district_id, metric_id, period_id);
call tenant_table('release_tables', audited => false);
revoke delete on release_tables from common_table_app;

-- One school's figures of a release by group; without a school, the district's. The school's name is that of the day.
create table release_figures (
  district_id uuid not null,
  release_id uuid not null,
  metric_id uuid not null,
  period_id uuid not null,
  school_id uuid,
  school_name text,
  cells json not null,
  method text not null check (method in ('reported', 'sum', 'weighted', 'unweighted', 'none')),
  unique nulls not distinct (district_id, release_id, metric_id, period_id, school_id),
  foreign key (district_id, release_id, metric_id, period_id) references release_tables on delete cascade
);
create index release_figures_by_school on release_figures (district_id, school_id);
call tenant_table('release_figures', audited => false);
revoke update, delete on release_figures from common_table_app;

-- What a table of a release was made from. Nobody is ever shown it: later releases are compared with it, so that two of them
-- side by side tell no more than each alone.
create table release_sources (
  district_id uuid not null,
  release_id uuid not null,
  metric_id uuid not null,
  period_id uuid not null,
  figures json not null,
  primary key (district_id, release_id, metric_id, period_id),
  foreign key (district_id, release_id, metric_id, period_id) references release_tables on delete cascade
);
call tenant_table('release_sources', audited => false);
revoke update, delete on release_sources from common_table_app;

create function keep_released() returns trigger
  language plpgsql as $$
begin
  if old.published_at is not null and (tg_op = 'DELETE' or new.threshold <> old.threshold or new.published_at <> old.published_at) then
    raise exception 'A release stays as it was published.' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_released before update or delete on releases for each row execute function keep_released();
