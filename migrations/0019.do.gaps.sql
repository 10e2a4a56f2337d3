-- What was found missing in what stands: needs called by their figures, organisations that stopped, expiry of clients.

-- A suggested need is called by the figure that led to it until a person calls it otherwise: what was found is kept, and
-- whoever reads it says it in their own language. Expected: the needs that figures suggested, none in a new district.
alter table needs disable trigger user;
alter table needs alter column title drop not null;
update needs n set title = nullif(n.title, left(n.evidence -> 'grounds' -> 0 -> 'words' ->> 'en', 140)),
  evidence = jsonb_set(n.evidence, '{grounds}', (
    select jsonb_agg(g - 'words' || jsonb_build_object('comparison', coalesce(r.comparison, 'at_least'),
      'trend', case when jsonb_typeof(g -> 'since') = 'object' then r.trend end) order by place)
    from jsonb_array_elements(n.evidence -> 'grounds') with ordinality as found (g, place)
      left join need_rules r on r.district_id = n.district_id and r.code = g ->> 'rule'))
  where jsonb_array_length(n.evidence -> 'grounds') > 0;
alter table needs add constraint needs_called check (title is not null or evidence ? 'grounds');
alter table needs enable trigger user;

-- Which services a partnership in force stands behind: shared/src/needs/in-force.ts. Whoever stopped working offers
-- nothing, on paper neither.
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

-- The district's own programs need no partnership, and whoever stopped offers nothing: type and status matter.
create or replace function coverage_of_organizations() returns trigger
  language plpgsql as $$
begin
  perform refresh_supply_of_organizations(a.district_id, array_agg(a.id))
    from before_change b join after_change a on a.district_id = b.district_id and a.id = b.id
      and ((a.type = 'district_program') <> (b.type = 'district_program') or (a.status = 'inactive') <> (b.status = 'inactive'))
    group by a.district_id;
  return null;
end $$;
-- Expected: the cells of organisations that are inactive, none in a new district.
select refresh_supply_of_organizations(district_id, array_agg(id)) from organizations where status = 'inactive' group by district_id;

-- When credentials end is part of what an administrator changes.
drop trigger next_version on api_clients;
create trigger next_version before update of name, scopes, expires_at, revoked_at on api_clients
  for each row execute function next_version();
