-- How long a secretary talked is counted from when she had the caller: holds, consultations and parking are told, too.
grant create on schema public to permanence_across;
set role permanence_across;
create or replace function desk_events(since timestamptz)
  returns table (
    call_id uuid, line_id uuid, team uuid, seq int, kind text, at timestamptz, secretary text)
language sql stable security definer set search_path = public, pg_temp as $$
  with recent as materialized (
    select e.customer_id, e.call_id, e.seq, e.kind, e.at, e.detail ->> 'secretary' as secretary
    from call_event e
    where e.at >= since and e.kind in ('arrived', 'waiting', 'offered', 'answered', 'held',
      'resumed', 'consulting', 'conferenced', 'parked', 'picked-up', 'put-through', 'voicemail',
      'lost', 'ended'))
  select e.call_id, c.line_id, l.home_team, e.seq, e.kind, e.at, e.secretary
  from recent e
  join call c on c.customer_id = e.customer_id and c.id = e.call_id
  join line l on l.customer_id = c.customer_id and l.id = c.line_id
$$;
reset role;
revoke create on schema public from permanence_across;
