-- What became of the messages of the notes that were sent, for the secretary who wrote them and for supervisors (C2).
create index note_sent_at on note (sent_at desc) where state = 'SENT';

grant create on schema public to permanence_across;
set role permanence_across;

-- A secretary's notes since an instant, everybody's for null, newest first. Addresses are masked here, devices have no name,
-- and who called is told only of notes sent since named_since. decided: which messages there are is known.
create function notes_sent(of_secretary uuid, since timestamptz, named_since timestamptz, most int)
  returns table (
    note_id uuid, secretary_id uuid, customer_name text, caller_name text, urgency text,
    sent_at timestamptz, decided boolean, deliveries jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.id, n.secretary_id, k.name,
    case when n.sent_at >= named_since then nullif(n.caller_name, '') end, n.urgency, n.sent_at,
    not exists (select from outbox o where o.customer_id = n.customer_id and o.subject_id = n.id
      and o.done_at is null
      -- the entry is written with the note; its time is what the index of open entries is sorted by
      and o.created_at between n.sent_at - interval '1 second' and n.sent_at + interval '1 second'),
    coalesce((select jsonb_agg(jsonb_build_object(
          'id', d.id, 'channel', d.channel, 'state', d.state, 'attempts', d.attempts, 'why', d.why,
          'dueAt', d.due_at, 'changedAt', d.updated_at, 'target', case
            when d.channel = 'EMAIL' then left(d.address, 1) || '***' || substr(d.address, strpos(d.address, '@'))
            when d.channel = 'SMS' then left(d.address, 3) || repeat('*', greatest(length(d.address) - 5, 0))
              || right(d.address, 2) end)
        order by d.created_at, d.id)
      from delivery d where d.customer_id = n.customer_id and d.subject_id = n.id
        and d.channel <> 'WEBHOOK'), '[]')
  from (select * from note s
    where s.state = 'SENT' and s.sent_at >= since
      and (of_secretary is null or s.secretary_id = of_secretary)
    order by s.sent_at desc, s.id desc limit most) n
  join customer k on k.customer_id = n.customer_id
  order by n.sent_at desc, n.id desc
$$;

revoke all on function notes_sent(uuid, timestamptz, timestamptz, int) from public;
grant execute on function notes_sent(uuid, timestamptz, timestamptz, int) to permanence_router;
reset role;
revoke create on schema public from permanence_across;
