-- The life of a partnership: what it takes, where it works, which years it belongs to, and how it ends.

-- When a paused partnership is expected back; says nothing in any other stage.
alter table partnerships add column resumes_on date;
create index partnerships_by_return on partnerships (district_id, resumes_on) where stage = 'paused' and resumes_on is not null;

-- How intense a partnership is, by the questions of shared/src/partnerships/rubric-questions.ts. The latest one holds;
-- `chosen` differs from `intensity` only with a reason.
create table intensity_assessments (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  answers jsonb not null,
  score smallint not null check (score >= 0),
  intensity text not null check (intensity in ('low', 'medium', 'high')),
  chosen text not null check (chosen in ('low', 'medium', 'high')),
  reason text not null default '' check (length(reason) <= 400),
  check (chosen = intensity or reason ~ '\S'),
  assessed_by uuid,
  assessed_by_name text not null default '',
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
create index intensity_assessments_by_partnership on intensity_assessments (district_id, partnership_id, id desc);
call tenant_table('intensity_assessments');

-- What a partnership does at one of its schools in one school year (A10): who looks after it, where, when, how many.
create table site_plans (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  school_id uuid not null,
  school_year_id uuid not null,
  liaison_user_id uuid,
  liaison_name text not null default '' check (length(liaison_name) <= 120),
  space text not null default '' check (length(space) <= 200),
  weekdays text[] not null default '{}' check (weekdays <@ '{MO,TU,WE,TH,FR,SA,SU}'),
  starts_at time,
  ends_at time check (ends_at > starts_at),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  students integer check (students >= 0),
  notes text not null default '' check (length(notes) <= 2000),
  rollover_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, partnership_id, school_id, school_year_id),
  foreign key (district_id, partnership_id, school_id) references partnership_schools (district_id, partnership_id, school_id) on delete cascade,
  foreign key (district_id, school_year_id) references school_years (district_id, id),
  foreign key (district_id, liaison_user_id) references users (district_id, id)
);
create index site_plans_by_school on site_plans (district_id, school_id, school_year_id);
create index site_plans_by_year on site_plans (district_id, school_year_id);
create index site_plans_by_liaison on site_plans (district_id, liaison_user_id) where liaison_user_id is not null;
call tenant_table('site_plans');

-- What is settled when a partnership ends (domain 6.3). A line that is still to do has a day it is due.
create table exit_checks (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  item text not null check (item in ('students_transferred', 'data_destroyed', 'keys_returned', 'final_report', 'thank_you')),
  position smallint not null,
  state text not null default 'to_do' check (state in ('to_do', 'done', 'not_needed')),
  due_on date,
  done_on date,
  note text not null default '' check (length(note) <= 400),
  settled_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, partnership_id, item),
  check ((state = 'done') = (done_on is not null)),
  -- A certificate that data are destroyed is kept somewhere: the note says where.
  check (item <> 'data_destroyed' or state <> 'done' or note ~ '\S'),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
create index exit_checks_open on exit_checks (district_id, due_on) where state = 'to_do';
call tenant_table('exit_checks');

-- A partnership in a school year (B6): the record that goes from year to year. `decision` is what a roll-over decided about
-- the year after.
create table partnership_years (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  school_year_id uuid not null,
  status text not null check (status in ('planned', 'running', 'completed', 'stopped')),
  decision text check (decision in ('renew', 'revise', 'end')),
  reason text,
  students_planned integer check (students_planned >= 0),
  students_served integer check (students_served >= 0),
  note text not null default '' check (length(note) <= 1000),
  rollover_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, partnership_id, school_year_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, school_year_id) references school_years (district_id, id)
);
create index partnership_years_by_year on partnership_years (district_id, school_year_id, partnership_id);
call tenant_table('partnership_years');

-- One carrying-over of partnerships into the next school year, and what it changed, so that it can be taken back.
create table rollovers (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  from_year_id uuid not null,
  to_year_id uuid not null,
  sums jsonb not null,
  applied_by uuid,
  applied_by_name text not null default '',
  undone_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, from_year_id) references school_years (district_id, id),
  foreign key (district_id, to_year_id) references school_years (district_id, id)
);
create index rollovers_by_years on rollovers (district_id, from_year_id, to_year_id);
create index rollovers_by_next_year on rollovers (district_id, to_year_id);
call tenant_table('rollovers');

-- What a roll-over did to one partnership: what it was before, and the version it had afterwards, by which a later change
-- of a person is known.
create table rollover_changes (
  district_id uuid not null,
  rollover_id uuid not null,
  partnership_id uuid not null,
  decision text not null check (decision in ('renew', 'revise', 'end')),
  stage text not null,
  stage_since date not null,
  ends_on date,
  after_version integer not null,
  primary key (district_id, rollover_id, partnership_id),
  foreign key (district_id, rollover_id) references rollovers (district_id, id) on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade
);
create index rollover_changes_by_partnership on rollover_changes (district_id, partnership_id);
call tenant_table('rollover_changes', audited => false);

-- A partnership at work belongs to the school years it has worked in so far. Row by row, because most partnerships begin
-- by being explored, and the condition costs those nothing.
create function join_school_years() returns trigger
  language plpgsql as $$
begin
  insert into partnership_years as k (district_id, partnership_id, school_year_id, status, students_planned)
    select y.district_id, new.id, y.id, case when y.ends_on < current_date then 'completed' else 'running' end,
      case when y.ends_on >= current_date then new.students_reached end
    from school_years y
    where y.district_id = new.district_id and y.starts_on <= current_date
      and y.ends_on >= least(coalesce(new.starts_on, current_date), current_date)
    on conflict (district_id, partnership_id, school_year_id) do update set status = 'running'
      where k.status in ('planned', 'stopped') and excluded.status = 'running';
  return null;
end $$;
create trigger partnerships_join_years after insert on partnerships
  for each row when (new.stage in ('active', 'expanding', 'renewing')) execute function join_school_years();
create trigger partnerships_rejoin_years after update of stage, starts_on on partnerships
  for each row when (new.stage in ('active', 'expanding', 'renewing')
    and (old.stage, old.starts_on) is distinct from (new.stage, new.starts_on)) execute function join_school_years();

-- What ends is settled: its years stop, and the exit checklist begins, due in thirty days, whichever way it was ended.
create function begin_exit() returns trigger
  language plpgsql as $$
begin
  update partnership_years set status = 'stopped'
    where district_id = new.district_id and partnership_id = new.id and status in ('planned', 'running');
  insert into exit_checks as k (district_id, partnership_id, item, position, due_on)
    select new.district_id, new.id, item, place, current_date + 30
    from unnest('{students_transferred,data_destroyed,keys_returned,final_report,thank_you}'::text[]) with ordinality as list (item, place)
    on conflict (district_id, partnership_id, item) do nothing;
  return null;
end $$;
create trigger partnerships_exit after update of stage on partnerships
  for each row when (new.stage = 'ended' and old.stage in ('active', 'expanding', 'renewing', 'paused')) execute function begin_exit();

-- One that is taken up again has nothing to settle; what was settled before stays in the audit.
create function forget_exit() returns trigger
  language plpgsql as $$
begin
  delete from exit_checks where district_id = new.district_id and partnership_id = new.id;
  return null;
end $$;
create trigger partnerships_return after update of stage on partnerships
  for each row when (old.stage = 'ended' and new.stage <> 'ended') execute function forget_exit();

-- Why an informal partnership in force should be put on paper (B11); empty when it need not. The rule is
-- shared/src/lifecycle/formalise.ts; a test holds this function to it.
create function formalise_reasons(district uuid, partnership uuid) returns text[]
  language sql stable as $$
  select case when p.formality <> 'informal' or p.stage not in ('active', 'expanding', 'renewing') then '{}'::text[]
    else array_remove(array[
      case when f.on_campus and f.recurring then 'recurring_on_campus' end,
      case when a.answers ->> 'contact' = 'unsupervised' then 'unsupervised' end,
      case when a.answers ->> 'data' = 'student_level' then 'student_data' end,
      case when a.answers ->> 'money' = 'district_pays' then 'district_pays' end,
      case when p.intensity <> 'low' then 'intensity' end
    ], null) end
  from partnerships p
    left join lateral (select answers from intensity_assessments i where i.district_id = p.district_id and i.partnership_id = p.id
      order by i.id desc limit 1) a on true,
    lateral (select
      coalesce(a.answers ->> 'place' <> 'elsewhere', exists (select from site_plans s
          where s.district_id = p.district_id and s.partnership_id = p.id and s.weekdays <> '{}')
        or exists (select from partnership_services l join services v on v.district_id = l.district_id and v.id = l.service_id
          join service_sites t on t.district_id = v.district_id and t.service_id = v.id and t.school_id is not null and t.status = 'active'
          where l.district_id = p.district_id and l.partnership_id = p.id and v.setting in ('in_school', 'after_school'))) as on_campus,
      coalesce(a.answers ->> 'frequency' <> 'once', exists (select from site_plans s
          where s.district_id = p.district_id and s.partnership_id = p.id and s.weekdays <> '{}')
        or exists (select from partnership_services l join schedules d on d.district_id = l.district_id and d.service_id = l.service_id
          where l.district_id = p.district_id and l.partnership_id = p.id and d.weekdays <> '{}')) as recurring) f
  where p.district_id = district and p.id = partnership
$$;

-- The years of the partnerships that are there already.
insert into partnership_years (district_id, partnership_id, school_year_id, status, students_planned)
  select p.district_id, p.id, y.id,
    case when y.ends_on < current_date then 'completed' when p.stage in ('active', 'expanding', 'renewing') then 'running' else 'stopped' end,
    case when y.ends_on >= current_date then p.students_reached end
  from partnerships p join school_years y on y.district_id = p.district_id and y.starts_on <= current_date
    and y.starts_on <= coalesce(p.ends_on, current_date)
    and y.ends_on >= least(coalesce(p.starts_on, current_date), current_date)
  where p.stage in ('active', 'expanding', 'renewing', 'paused') or (p.stage = 'ended' and p.starts_on is not null);
