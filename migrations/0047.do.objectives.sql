-- What the district set itself to reach and what is computed live from its own records (issue: outcomes; domain C14–C16).

-- An objective with the rule that computes it (shared/src/outcomes/objectives.ts). Every district has one for each rule, and
-- changes its target or sets it aside. `due_on` null: the end of each school year.
create table objectives (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  rule text not null check (rule in ('seats_meet_demand')),
  baseline_value double precision,
  baseline_on date,
  target_value double precision not null check (target_value between 0 and 100),
  due_on date,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, rule),
  check ((baseline_value is null) = (baseline_on is null))
);
call tenant_table('objectives');

-- A later rule adds its own line here and for the districts that are there.
create function begin_objectives() returns trigger
  language plpgsql as $$
begin
  insert into objectives (district_id, rule, target_value) values (new.id, 'seats_meet_demand', 100);
  return null;
end $$;
create trigger districts_begin_objectives after insert on districts
  for each row execute function begin_objectives();
insert into objectives (district_id, rule, target_value) select id, 'seats_meet_demand', 100 from districts;
