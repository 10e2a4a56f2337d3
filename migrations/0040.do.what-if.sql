-- What each site brings and which partnerships stand behind it today, so that "what if they leave" can be answered by the
-- rule the gap board counts with (shared/src/needs/in-force.ts, domain 5.2). `behind` is empty for paper supply.
create function counted_sites(district uuid, schools uuid[], categories uuid[])
  returns table (school_id uuid, category_id uuid, tier smallint, organization_id uuid, students bigint, fresh boolean,
    own boolean, behind uuid[])
  language sql stable as $$
  select t.school_id, s.category_id, s.tier, s.organization_id,
    coalesce(capacity_students(x.capacity_maximum, s.capacity_unit), x.students_served),
    x.verified_on is not null and d.today - x.verified_on between 0 and d.fresh_days,
    o.type = 'district_program',
    array(select p.id from (select * from partnerships p where p.district_id = district and p.organization_id = s.organization_id offset 0) p
      where p.stage in ('active', 'expanding', 'renewing')
        and (p.starts_on is null or p.starts_on <= d.today) and (p.ends_on is null or p.ends_on >= d.today)
        and (p.formality = 'informal' or exists (select from agreements a
          where a.district_id = district and a.partnership_id = p.id and a.stage = 'signed' and a.type <> 'data_sharing'
            and agreement_in_force(a, d.today)))
        and (p.scope = 'district' or exists (select from partnership_schools l
          where l.district_id = district and l.partnership_id = p.id and l.school_id = x.school_id))
        and (exists (select from partnership_services l
            where l.district_id = district and l.partnership_id = p.id and l.service_id = s.id)
          or not exists (select from partnership_services l where l.district_id = district and l.partnership_id = p.id)))
  from (select t.school_id, array_agg(t.category_id) as categories from unnest(schools, categories) as t (school_id, category_id)
      group by 1) t,
    lateral (select * from service_sites x where x.district_id = district and x.school_id = t.school_id offset 0) x,
    lateral (select * from services s where s.district_id = district and s.id = x.service_id offset 0) s,
    lateral (select o.type, o.status from organizations o where o.district_id = district and o.id = s.organization_id offset 0) o,
    (select (now() at time zone time_zone)::date as today, capacity_fresh_days as fresh_days from districts where id = district) d
  where x.status = 'active' and s.status = 'active' and o.status <> 'inactive' and s.category_id = any (t.categories)
$$;

-- As before, in the words of `counted_sites`: one rule of what counts, not two.
create or replace function supply_of(district uuid, schools uuid[], categories uuid[])
  returns table (school_id uuid, category_id uuid, tier smallint, verified bigint, paper bigint, unsized integer,
    providers integer, sites integer)
  language sql stable as $$
  with offered as materialized (
    select c.school_id, c.category_id, c.tier, c.organization_id, c.students,
      c.fresh and (c.own or cardinality(c.behind) > 0) as verified
    from counted_sites(district, schools, categories) c
  )
  select school_id, category_id, tier, coalesce(sum(students) filter (where verified), 0)::bigint,
    coalesce(sum(students) filter (where not verified), 0)::bigint, count(*) filter (where students is null)::integer,
    count(distinct organization_id)::integer, count(*)::integer
  from offered group by 1, 2, 3
$$;
