-- What waits for somebody, found by an index of its own: visions to confirm again, and promises that were not kept.

-- A promise that was not kept is settled too, with what was in the way: it counts as missed, which an open one does once its
-- day is over.
alter table obligation_dues
  drop constraint obligation_dues_status_check,
  add constraint obligation_dues_status_check check (status in ('open', 'kept', 'late', 'missed', 'waived', 'void')),
  add constraint obligation_dues_missed_why check (status <> 'missed' or note ~ '\S');

-- Until when both sides say yes to their vision again: a year after the older of the two newest confirmations of the version
-- they agreed on. The rule is shared/src/vision/standing.ts (domain E7); kept by the answers themselves.
create table vision_confirmations (
  district_id uuid not null,
  vision_id uuid not null,
  partnership_id uuid not null,
  number integer not null,
  confirm_by date not null,
  primary key (district_id, vision_id),
  foreign key (district_id, vision_id) references visions (district_id, id) on delete cascade
);
create index vision_confirmations_by_day on vision_confirmations (district_id, confirm_by, partnership_id);
call tenant_table('vision_confirmations', audited => false);

-- The newest version of a vision that both sides said yes to, and until when that holds.
create function confirmation_of(district uuid, vision uuid) returns table (number integer, confirm_by date)
  language sql stable as $$
  select s.number, (least(s.ours, s.theirs) + interval '1 year')::date from (
    select n.number,
      max((a.answered_at at time zone d.time_zone)::date) filter (where a.side = 'district') as ours,
      max((a.answered_at at time zone d.time_zone)::date) filter (where a.side = 'partner') as theirs
    from vision_versions n join districts d on d.id = n.district_id
      join vision_answers a on a.district_id = n.district_id and a.vision_version_id = n.id and a.answer = 'confirmed'
    where n.district_id = district and n.vision_id = vision group by n.number) s
  where s.ours is not null and s.theirs is not null order by s.number desc limit 1
$$;

create function keep_vision_confirmation() returns trigger
  language plpgsql as $$
begin
  insert into vision_confirmations (district_id, vision_id, partnership_id, number, confirm_by)
    select v.district_id, v.id, v.partnership_id, c.number, c.confirm_by
    from vision_versions n join visions v on v.district_id = n.district_id and v.id = n.vision_id,
      lateral confirmation_of(v.district_id, v.id) c
    where n.district_id = new.district_id and n.id = new.vision_version_id
    on conflict (district_id, vision_id) do update set number = excluded.number, confirm_by = excluded.confirm_by;
  return null;
end $$;
create trigger vision_answers_confirm after insert on vision_answers
  for each row when (new.answer = 'confirmed') execute function keep_vision_confirmation();
insert into vision_confirmations (district_id, vision_id, partnership_id, number, confirm_by)
  select v.district_id, v.id, v.partnership_id, c.number, c.confirm_by
  from visions v, lateral confirmation_of(v.district_id, v.id) c;

-- Changes a partner asked for in a vision, which are few beside the confirmations.
create index vision_answers_asked on vision_answers (district_id, vision_version_id) where answer = 'change_asked';

-- What is signed is on paper: an informal partnership becomes a formal one, and is no longer asked for an agreement (B11).
create function make_formal() returns trigger
  language plpgsql as $$
begin
  update partnerships set formality = 'formal'
    where district_id = new.district_id and id = new.partnership_id and formality = 'informal';
  return null;
end $$;
create trigger agreements_make_formal after update of stage on agreements
  for each row when (new.stage = 'signed' and old.stage <> 'signed') execute function make_formal();
