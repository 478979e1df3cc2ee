-- Many outgoing legs in one statement; row-level security holds as in write_journal.
create function write_outgoing_legs(legs jsonb) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  owner uuid;
  mine jsonb;
begin
  for owner, mine in
    select (e.leg ->> 'customer')::uuid, jsonb_agg(e.leg)
    from jsonb_array_elements(legs) e (leg)
    group by 1
    order by 1
  loop
    perform set_config('permanence.customer', owner::text, true);
    insert into outgoing_leg (customer_id, id, subject_id, purpose, day, rate, reserved_seconds,
        started_at, answered_at, ended_at, changed_at)
      select owner, e.id, e.subject, e.purpose, e.day, e.rate, e.seconds, e.started, e.answered,
        e.ended, e.changed
      from jsonb_to_recordset(mine) e (id uuid, subject uuid, purpose text, day date, rate text,
        seconds int, started timestamptz, answered timestamptz, ended timestamptz,
        changed timestamptz)
      on conflict (customer_id, id) do update set
        answered_at = coalesce(outgoing_leg.answered_at, excluded.answered_at),
        ended_at = coalesce(outgoing_leg.ended_at, excluded.ended_at),
        changed_at = excluded.changed_at;
  end loop;
  perform set_config('permanence.customer', '', true);
end
$$;
revoke all on function write_outgoing_legs(jsonb) from public;
grant execute on function write_outgoing_legs(jsonb) to permanence_router;
