-- Reports as they were on the day they were made (domain B20, section 5): a board's quarter, a coordinator's month, a funder's
-- year. The rules are shared/src/reports.

-- A report with everything it says. `body` is written once, when it is ready, and never again: what a board has seen stays
-- what it has seen. `lead_user_id` narrows a coordinator's month to what that person leads; `funder` is a funding's name.
create table reports (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('board_quarter', 'coordinator_month', 'funder_year')),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  lead_user_id uuid,
  funder text check (length(funder) <= 140),
  status text not null default 'waiting' check (status in ('waiting', 'working', 'ready', 'failed')),
  progress double precision not null default 0 check (progress between 0 and 1),
  body jsonb check (jsonb_typeof(body) = 'object'),
  ready_at timestamptz,
  created_by uuid,
  created_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, lead_user_id) references users (district_id, id),
  check ((status = 'ready') = (body is not null and ready_at is not null)),
  check ((kind = 'funder_year') = (funder is not null)),
  check (lead_user_id is null or kind = 'coordinator_month')
);
call tenant_table('reports');
