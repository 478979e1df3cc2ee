-- Figures are counted from the events of calls (B11). Events and calls come in the order of time: a coarse index is enough.
create index call_event_time on call_event using brin (at);
create index call_time on call using brin (arrived_at);

grant create on schema public to permanence_across;
set role permanence_across;

-- The events since an instant that figures are counted from: teams, lines and times, nobody's name or number.
create function desk_events(since timestamptz)
  returns table (
    call_id uuid, line_id uuid, team uuid, seq int, kind text, at timestamptz, secretary text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.call_id, c.line_id, l.home_team, e.seq, e.kind, e.at, e.detail ->> 'secretary'
  from call_event e
  join call c on c.customer_id = e.customer_id and c.id = e.call_id
  join line l on l.customer_id = c.customer_id and l.id = c.line_id
  where e.at >= since and e.kind in ('arrived', 'waiting', 'offered', 'answered', 'picked-up',
    'put-through', 'lost', 'ended')
$$;

revoke all on function desk_events(timestamptz) from public;
grant execute on function desk_events(timestamptz) to permanence_router;
reset role;
revoke create on schema public from permanence_across;
