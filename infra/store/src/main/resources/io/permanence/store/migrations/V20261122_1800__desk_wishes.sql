-- What a line and its customer wish of whoever answers (B3).

alter table line add column preferred_skills text[] not null default '{}';

-- Further teams whose calls a secretary takes like her own team's.
alter table secretary add column also_in uuid[] not null default '{}';

create trigger announce after insert or update or delete on secretary
  for each row execute function announce_change('account_id');
create trigger announce after insert or update or delete on team
  for each row execute function announce_change('id');

create index note_state_feedback on note_state (customer_id, note_id) where feedback is not null;

-- Reading across customers ----------------------------------------------------------------------------

create policy across on note_state for select to permanence_across using (true);
grant select on note_state to permanence_across;

grant create on schema public to permanence_across;
set role permanence_across;

-- Overflow teams, languages and skills of the lines of one customer, or of all.
create function desk_lines(of_customer uuid)
  returns table (
    customer_id uuid, line_id uuid, overflow_teams uuid[], languages text[], skills text[],
    preferred_skills text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.customer_id, l.id, l.overflow_teams, l.languages, l.skills, l.preferred_skills
  from line l where of_customer is null or l.customer_id = of_customer
$$;

-- Feedback to notes since an instant, counted: who took them, for whom, how many of each.
create function desk_feedback(of_customer uuid, since timestamptz)
  returns table (customer_id uuid, secretary uuid, good bigint, bad bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.customer_id, n.secretary_id, count(*) filter (where s.feedback = 'GOOD'),
    count(*) filter (where s.feedback = 'BAD')
  from note_state s
  join note n on n.customer_id = s.customer_id and n.id = s.note_id
  where s.feedback is not null and n.sent_at >= since
    and (of_customer is null or s.customer_id = of_customer)
  group by n.customer_id, n.secretary_id
$$;

revoke all on function desk_lines(uuid), desk_feedback(uuid, timestamptz) from public;
grant execute on function desk_lines(uuid), desk_feedback(uuid, timestamptz) to permanence_router;
reset role;
revoke create on schema public from permanence_across;
