-- A partner of a school is an organisation with a running partnership there. The counts are taken anew for the schools a
-- statement touched: under the lock of their rows, so that two at once both count what the other wrote.
create function recount_partners(district uuid, schools uuid[]) returns void
  language plpgsql as $$
begin
  perform from school_counts where district_id = district and school_id = any (schools) order by school_id for update;
  update school_counts c set partners = counted.n
    from (
      -- `offset 0` keeps each lookup one by its whole key: while an import fills the tables there are no statistics.
      select s.id, (
        select count(distinct p.organization_id)::integer
        from (select l.partnership_id from partnership_schools l where l.district_id = district and l.school_id = s.id offset 0) l,
          lateral (select p.organization_id, p.stage from partnerships p where p.district_id = district and p.id = l.partnership_id offset 0) p
        where p.stage in ('active', 'expanding', 'renewing')) as n
      from (select distinct id from unnest(schools) id) s
    ) counted
    where c.district_id = district and c.school_id = counted.id and c.partners <> counted.n;
end $$;

-- Open needs are those someone still works on or waits for.
create function recount_open_needs(district uuid, schools uuid[]) returns void
  language plpgsql as $$
begin
  perform from school_counts where district_id = district and school_id = any (schools) order by school_id for update;
  update school_counts c set open_needs = counted.n
    from (
      select s.id, count(n.id)::integer as n
      from (select distinct id from unnest(schools) id) s
        left join needs n on n.district_id = district and n.school_id = s.id and n.status in ('open', 'in_progress')
      group by s.id
    ) counted
    where c.district_id = district and c.school_id = counted.id and c.open_needs <> counted.n;
end $$;

create function recount_partners_of_links() returns trigger
  language plpgsql as $$
begin
  perform recount_partners(t.district_id, t.schools)
    from (select district_id, array_agg(distinct school_id) as schools from changed group by district_id) t;
  return null;
end $$;
create trigger partners_counted_added after insert on partnership_schools
  referencing new table as changed for each statement execute function recount_partners_of_links();
create trigger partners_counted_removed after delete on partnership_schools
  referencing old table as changed for each statement execute function recount_partners_of_links();

create function recount_partners_of_partnerships() returns trigger
  language plpgsql as $$
begin
  perform recount_partners(t.district_id, t.schools)
    from (
      select l.district_id, array_agg(distinct l.school_id) as schools
      from before_change b
        join after_change a on a.district_id = b.district_id and a.id = b.id
          and (a.stage, a.organization_id) is distinct from (b.stage, b.organization_id)
        join partnership_schools l on l.district_id = a.district_id and l.partnership_id = a.id
      group by l.district_id
    ) t;
  return null;
end $$;
create trigger partners_counted_changed after update on partnerships
  referencing old table as before_change new table as after_change
  for each statement execute function recount_partners_of_partnerships();

create function recount_needs() returns trigger
  language plpgsql as $$
begin
  perform recount_open_needs(t.district_id, t.schools)
    from (select district_id, array_agg(distinct school_id) as schools from changed group by district_id) t;
  return null;
end $$;
create trigger open_needs_counted_added after insert on needs
  referencing new table as changed for each statement execute function recount_needs();
create trigger open_needs_counted_removed after delete on needs
  referencing old table as changed for each statement execute function recount_needs();

create function recount_needs_changed() returns trigger
  language plpgsql as $$
begin
  perform recount_open_needs(t.district_id, t.schools)
    from (
      select a.district_id, array_agg(distinct a.school_id) || array_agg(distinct b.school_id) as schools
      from before_change b
        join after_change a on a.district_id = b.district_id and a.id = b.id
          and (a.status, a.school_id) is distinct from (b.status, b.school_id)
      group by a.district_id
    ) t;
  return null;
end $$;
create trigger open_needs_counted_changed after update on needs
  referencing old table as before_change new table as after_change
  for each statement execute function recount_needs_changed();
