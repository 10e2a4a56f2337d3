-- What each side puts into a partnership (domain E2, E4, E5, D8): promised, delivered, by school year, money and everything else.

-- What an hour of a volunteer is worth, and who says so; without it hours are counted and carry no value.
alter table districts
  add column volunteer_hour_cents integer check (volunteer_hour_cents between 1 and 100000),
  add column volunteer_hour_source text not null default '' check (length(volunteer_hour_source) <= 200),
  add constraint volunteer_hour_named check (volunteer_hour_cents is null or volunteer_hour_source ~ '\S');

-- One thing one side puts in during a school year. Values are whole cents; without one it still counts in its unit.
-- `delivered` of volunteer hours follows from the hours that were approved.
create table contributions (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  school_year_id uuid not null,
  side text not null check (side in ('district', 'partner')),
  type text not null check (type in ('funding', 'staff_fte', 'volunteer_hours', 'space', 'transport', 'equipment_software', 'materials', 'training_pd', 'site_visits', 'expertise', 'data', 'coordination', 'publicity')),
  title text not null check (title ~ '\S' and length(title) <= 200),
  unit text not null check (unit in ('dollars', 'hours', 'days', 'people', 'fte', 'sessions', 'visits', 'rides', 'items', 'licenses', 'rooms', 'meals')),
  planned numeric(12, 2) not null default 0 check (planned >= 0),
  delivered numeric(12, 2) not null default 0 check (delivered >= 0),
  planned_cents bigint check (planned_cents between 0 and 100000000000),
  delivered_cents bigint check (delivered_cents between 0 and 100000000000),
  currency text not null default 'USD' check (currency in ('USD')),
  note text not null default '' check (length(note) <= 1000),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, school_year_id) references school_years (district_id, id)
);
create index contributions_by_partnership on contributions (district_id, partnership_id, school_year_id);
create index contributions_by_year on contributions (district_id, school_year_id);
create unique index contributions_one_for_hours on contributions (district_id, partnership_id, school_year_id, side)
  where type = 'volunteer_hours';
call tenant_table('contributions');

-- Hours volunteers gave, as they were reported and what the district said to it. The rate is kept with the approval, so
-- that a new rate changes no year that is over.
create table volunteer_hours (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  school_year_id uuid not null,
  side text not null default 'partner' check (side in ('district', 'partner')),
  school_id uuid,
  worked_on date not null,
  hours numeric(8, 2) not null check (hours > 0 and hours <= 100000),
  people integer not null default 1 check (people between 1 and 10000),
  activity text not null check (activity ~ '\S' and length(activity) <= 300),
  status text not null default 'submitted' check (status in ('submitted', 'approved', 'rejected')),
  link_id uuid,
  submitted_by text not null,
  submitted_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  reason text not null default '' check (length(reason) <= 500),
  rate_cents integer,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((status = 'submitted') = (decided_at is null)),
  check (status <> 'rejected' or reason ~ '\S'),
  check (hours <= people * 24.0),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, school_year_id) references school_years (district_id, id),
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index volunteer_hours_by_partnership on volunteer_hours (district_id, partnership_id, school_year_id, worked_on, id);
create index volunteer_hours_waiting on volunteer_hours (district_id, partnership_id) where status = 'submitted';
create index volunteer_hours_by_year on volunteer_hours (district_id, school_year_id);
create index volunteer_hours_by_school on volunteer_hours (district_id, school_id) where school_id is not null;
call tenant_table('volunteer_hours');

-- How the partner's share of all that was put in is called. The rule is shared/src/investments/balance.ts; a test holds
-- this function to it.
create function investment_band(district_amount numeric, partner_amount numeric) returns text
  language sql immutable
  return case when district_amount + partner_amount = 0 then 'nothing_yet'
    when 100 * partner_amount < 20 * (district_amount + partner_amount) then 'carried_by_district'
    when 100 * partner_amount < 40 * (district_amount + partner_amount) then 'leans_on_district'
    when 100 * partner_amount <= 60 * (district_amount + partner_amount) then 'balanced'
    when 100 * partner_amount <= 80 * (district_amount + partner_amount) then 'leans_on_partner'
    else 'carried_by_partner' end;

-- The sums of a partnership's school year, kept by the transaction that writes the lines: lists read one row each.
create table investment_totals (
  district_id uuid not null,
  partnership_id uuid not null,
  school_year_id uuid not null,
  line_count integer not null,
  valued_count integer not null,
  district_planned_cents bigint not null,
  district_delivered_cents bigint not null,
  partner_planned_cents bigint not null,
  partner_delivered_cents bigint not null,
  volunteer_hours numeric(12, 2) not null,
  delivered_cents bigint generated always as (district_delivered_cents + partner_delivered_cents) stored,
  planned_cents bigint generated always as (district_planned_cents + partner_planned_cents) stored,
  band text generated always as (investment_band(district_delivered_cents, partner_delivered_cents)) stored,
  primary key (district_id, partnership_id, school_year_id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, school_year_id) references school_years (district_id, id)
);
create index investment_totals_by_value on investment_totals (district_id, school_year_id, delivered_cents, partnership_id);
create index investment_totals_by_plan on investment_totals (district_id, school_year_id, planned_cents, partnership_id);
create index investment_totals_by_hours on investment_totals (district_id, school_year_id, volunteer_hours, partnership_id);
call tenant_table('investment_totals', audited => false);

-- Approved hours become what is delivered on the partnership's line for volunteer hours, which begins with the first of them.
create function keep_approved_hours() returns trigger
  language plpgsql as $$
begin
  perform from partnerships p where (p.district_id, p.id) in (select district_id, partnership_id from changed)
    order by p.id for no key update;
  insert into contributions (district_id, partnership_id, school_year_id, side, type, title, unit, delivered, delivered_cents)
    select t.district_id, t.partnership_id, t.school_year_id, t.side, 'volunteer_hours', 'Volunteer hours', 'hours',
        coalesce(sum(h.hours) filter (where h.status = 'approved'), 0),
        sum(round(h.hours * h.rate_cents)) filter (where h.status = 'approved')
      from (select distinct district_id, partnership_id, school_year_id, side from changed) t
        left join volunteer_hours h using (district_id, partnership_id, school_year_id, side)
      where exists (select from partnerships p where p.district_id = t.district_id and p.id = t.partnership_id)
      group by 1, 2, 3, 4
      having count(*) filter (where h.status = 'approved') > 0 or exists (select from contributions c
        where c.district_id = t.district_id and c.partnership_id = t.partnership_id and c.school_year_id = t.school_year_id
          and c.side = t.side and c.type = 'volunteer_hours')
    on conflict (district_id, partnership_id, school_year_id, side) where type = 'volunteer_hours'
      do update set delivered = excluded.delivered, delivered_cents = excluded.delivered_cents;
  return null;
end $$;
create trigger volunteer_hours_added after insert on volunteer_hours
  referencing new table as changed for each statement execute function keep_approved_hours();
create trigger volunteer_hours_changed after update on volunteer_hours
  referencing new table as changed for each statement execute function keep_approved_hours();
create trigger volunteer_hours_removed after delete on volunteer_hours
  referencing old table as changed for each statement execute function keep_approved_hours();

create function keep_investment_totals() returns trigger
  language plpgsql as $$
begin
  -- Two people writing at once must not each count without the other's line.
  perform from partnerships p where (p.district_id, p.id) in (select district_id, partnership_id from changed)
    order by p.id for no key update;
  delete from investment_totals t using changed
    where t.district_id = changed.district_id and t.partnership_id = changed.partnership_id and t.school_year_id = changed.school_year_id
      and not exists (select from contributions c where c.district_id = t.district_id
        and c.partnership_id = t.partnership_id and c.school_year_id = t.school_year_id);
  insert into investment_totals (district_id, partnership_id, school_year_id, line_count, valued_count, district_planned_cents,
      district_delivered_cents, partner_planned_cents, partner_delivered_cents, volunteer_hours)
    select c.district_id, c.partnership_id, c.school_year_id, count(*),
        count(*) filter (where coalesce(c.delivered_cents, c.planned_cents) is not null),
        coalesce(sum(c.planned_cents) filter (where c.side = 'district'), 0),
        coalesce(sum(c.delivered_cents) filter (where c.side = 'district'), 0),
        coalesce(sum(c.planned_cents) filter (where c.side = 'partner'), 0),
        coalesce(sum(c.delivered_cents) filter (where c.side = 'partner'), 0),
        coalesce(sum(c.delivered) filter (where c.type = 'volunteer_hours'), 0)
      from (select distinct district_id, partnership_id, school_year_id from changed) t
        join contributions c using (district_id, partnership_id, school_year_id)
      group by 1, 2, 3
    on conflict (district_id, partnership_id, school_year_id) do update set
      line_count = excluded.line_count, valued_count = excluded.valued_count,
      district_planned_cents = excluded.district_planned_cents, district_delivered_cents = excluded.district_delivered_cents,
      partner_planned_cents = excluded.partner_planned_cents, partner_delivered_cents = excluded.partner_delivered_cents,
      volunteer_hours = excluded.volunteer_hours;
  return null;
end $$;
create trigger contributions_added after insert on contributions
  referencing new table as changed for each statement execute function keep_investment_totals();
create trigger contributions_changed after update on contributions
  referencing new table as changed for each statement execute function keep_investment_totals();
create trigger contributions_removed after delete on contributions
  referencing old table as changed for each statement execute function keep_investment_totals();
