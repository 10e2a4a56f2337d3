-- That somebody entered help beside help that looks the same, and why (domain D7): part of the partner's story.
alter table partnership_events
  drop constraint partnership_events_kind_check,
  add constraint partnership_events_kind_check check (kind in
    ('created', 'stage', 'note', 'call', 'email', 'meeting', 'visit', 'schools', 'people', 'letter', 'overlap'));
