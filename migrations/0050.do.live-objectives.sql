-- Two more objectives that are computed live (domain C14, C15): engagement builds all four Cs, families respond favorably.
alter table objectives drop constraint objectives_rule_check;
alter table objectives add constraint objectives_rule_check
  check (rule in ('seats_meet_demand', 'activities_build_four_cs', 'families_respond_favorably'));

create or replace function begin_objectives() returns trigger
  language plpgsql as $$
begin
  insert into objectives (district_id, rule, target_value) values (new.id, 'seats_meet_demand', 100),
    (new.id, 'activities_build_four_cs', 90), (new.id, 'families_respond_favorably', 95);
  return null;
end $$;
insert into objectives (district_id, rule, target_value)
  select d.id, r.rule, r.target from districts d
    cross join (values ('activities_build_four_cs', 90), ('families_respond_favorably', 95)) r (rule, target);
