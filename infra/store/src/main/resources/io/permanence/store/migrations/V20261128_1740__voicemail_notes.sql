-- A voicemail is a note nobody took, with what was said beside it (A12, H9). Nothing was ever written to the table before.
alter table note alter column secretary_id drop not null;

alter table voicemail drop column file;
alter table voicemail add column audio bytea not null check (octet_length(audio) between 1 and 4000000);
alter table voicemail alter column audio set storage external;
alter table voicemail add foreign key (customer_id) references customer on delete cascade;
create index voicemail_recorded_at on voicemail (recorded_at);

create policy across on voicemail to permanence_across using (true);
grant select (customer_id, call_id, recorded_at), delete on voicemail to permanence_across;

grant create on schema public to permanence_across;
set role permanence_across;

-- Deletes what was said before that moment; the notes stay.
create function forget_voicemails(before timestamptz) returns bigint
  language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (delete from voicemail where recorded_at < before returning call_id)
  select count(*) from gone
$$;
revoke all on function forget_voicemails(timestamptz) from public;
grant execute on function forget_voicemails(timestamptz) to permanence_router;

-- As before, of notes that a secretary took.
create or replace function desk_work(since timestamptz)
  returns table (secretary uuid, notes bigint, missed bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select who, sum(notes)::bigint, sum(missed)::bigint from (
    select n.secretary_id as who, 1 as notes, 0 as missed from note n
    where n.sent_at >= since and n.secretary_id is not null
    union all
    select cast(e.detail ->> 'secretary' as uuid), 0, 1 from call_event e
    where e.kind = 'missed' and e.at >= since and e.detail ? 'secretary') done
  group by who
$$;

create or replace function desk_feedback(of_customer uuid, since timestamptz)
  returns table (customer_id uuid, secretary uuid, good bigint, bad bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.customer_id, n.secretary_id, count(*) filter (where s.feedback = 'GOOD'),
    count(*) filter (where s.feedback = 'BAD')
  from note_state s
  join note n on n.customer_id = s.customer_id and n.id = s.note_id
  where s.feedback is not null and n.sent_at >= since and n.secretary_id is not null
    and (of_customer is null or s.customer_id = of_customer)
  group by n.customer_id, n.secretary_id
$$;

create or replace function notes_sent(of_secretary uuid, since timestamptz, named_since timestamptz, most int)
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
    where s.state = 'SENT' and s.sent_at >= since and s.secretary_id is not null
      and (of_secretary is null or s.secretary_id = of_secretary)
    order by s.sent_at desc, s.id desc limit most) n
  join customer k on k.customer_id = n.customer_id
  order by n.sent_at desc, n.id desc
$$;

reset role;
revoke create on schema public from permanence_across;
