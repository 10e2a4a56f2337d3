-- A formal partnership stands behind its services only while a signed agreement is in force; an informal one needs none
-- (domain 5.2, B11). Until then its places stand on paper. The rule is shared/src/needs/in-force.ts.

create or replace function supply_of(district uuid, schools uuid[], categories uuid[])
  returns table (school_id uuid, category_id uuid, tier smallint, verified bigint, paper bigint, unsized integer,
    providers integer, sites integer)
  language sql stable as $$
  with offered as materialized (
    select t.school_id, s.category_id, s.tier, s.organization_id,
      coalesce(capacity_students(x.capacity_maximum, s.capacity_unit), x.students_served) as students,
      x.verified_on is not null and d.today - x.verified_on between 0 and d.fresh_days
        and (o.type = 'district_program' or exists (
          select from (select * from partnerships p where p.district_id = district and p.organization_id = s.organization_id offset 0) p
          where p.stage in ('active', 'expanding', 'renewing')
            and (p.starts_on is null or p.starts_on <= d.today) and (p.ends_on is null or p.ends_on >= d.today)
            and (p.formality = 'informal' or exists (select from agreements a
              where a.district_id = district and a.partnership_id = p.id and a.stage = 'signed' and a.type <> 'data_sharing'
                and agreement_in_force(a, d.today)))
            and (p.scope = 'district' or exists (select from partnership_schools l
              where l.district_id = district and l.partnership_id = p.id and l.school_id = x.school_id))
            and (exists (select from partnership_services l
                where l.district_id = district and l.partnership_id = p.id and l.service_id = s.id)
              or not exists (select from partnership_services l where l.district_id = district and l.partnership_id = p.id)))) as verified
    from (select t.school_id, array_agg(t.category_id) as categories from unnest(schools, categories) as t (school_id, category_id)
        group by 1) t,
      lateral (select * from service_sites x where x.district_id = district and x.school_id = t.school_id offset 0) x,
      lateral (select * from services s where s.district_id = district and s.id = x.service_id offset 0) s,
      lateral (select o.type, o.status from organizations o where o.district_id = district and o.id = s.organization_id offset 0) o,
      (select (now() at time zone time_zone)::date as today, capacity_fresh_days as fresh_days from districts where id = district) d
    where x.status = 'active' and s.status = 'active' and o.status <> 'inactive' and s.category_id = any (t.categories)
  )
  select school_id, category_id, tier, coalesce(sum(students) filter (where verified), 0)::bigint,
    coalesce(sum(students) filter (where not verified), 0)::bigint, count(*) filter (where students is null)::integer,
    count(distinct organization_id)::integer, count(*)::integer
  from offered group by 1, 2, 3
$$;

-- As before, and a change of formality counts.
create or replace function coverage_of_partnerships() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform refresh_supply_of_organizations(district_id, array_agg(distinct organization_id))
      from after_change where stage_in_force(stage) group by district_id;
  elsif tg_op = 'DELETE' then
    perform refresh_supply_of_organizations(district_id, array_agg(distinct organization_id))
      from before_change where stage_in_force(stage) group by district_id;
  else
    perform refresh_supply_of_organizations(t.district_id, array_agg(distinct u.organization_id))
      from (
        select a.district_id, a.organization_id, b.organization_id as former
        from before_change b join after_change a on a.district_id = b.district_id and a.id = b.id
          and (stage_in_force(a.stage) or stage_in_force(b.stage))
          and (a.organization_id, a.stage, a.scope, a.formality, a.starts_on, a.ends_on)
            is distinct from (b.organization_id, b.stage, b.scope, b.formality, b.starts_on, b.ends_on)
      ) t, lateral (values (t.organization_id), (t.former)) u (organization_id)
      group by t.district_id;
  end if;
  return null;
end $$;

-- An agreement that is signed, ends or is replaced changes what a school can count on, in the same transaction.
create function coverage_of_agreements() returns trigger
  language plpgsql as $$
begin
  perform refresh_supply_of_organizations(t.district_id, array_agg(distinct p.organization_id))
    from (
      select a.district_id, a.partnership_id
      from before_change b join after_change a on a.district_id = b.district_id and a.id = b.id
      where 'signed' in (a.stage, b.stage)
        and (a.partnership_id, a.stage, a.type, a.starts_on, a.ends_on, a.renews, a.last_day)
          is distinct from (b.partnership_id, b.stage, b.type, b.starts_on, b.ends_on, b.renews, b.last_day)
    ) t join partnerships p on p.district_id = t.district_id and p.id = t.partnership_id
    group by t.district_id;
  return null;
end $$;
create trigger coverage_changed after update on agreements
  referencing old table as before_change new table as after_change for each statement execute function coverage_of_agreements();

-- What was signed stays: an agreement is withdrawn, ended or replaced, never deleted.
revoke delete on agreements from common_table_app;

-- Expected: the organisations with a formal partnership, none in a new district.
select refresh_supply_of_organizations(district_id, array_agg(distinct organization_id))
  from partnerships where formality = 'formal' group by district_id;
