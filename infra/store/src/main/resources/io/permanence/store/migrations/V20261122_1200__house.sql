-- The first schema. Reading guide:
--   tables named directory_*   what must be found before the customer is known; no other personal data
--   tables without customer_id the company's own: teams, secretaries, texts
--   all others                 one customer's: customer_id first in every key, row-level security forced
-- Who writes which table is granted at the end and nowhere else.

grant usage on schema public to permanence_across, permanence_router, permanence_portal,
  permanence_sync, permanence_push, permanence_identity;
grant create on schema public to permanence_across;

create function current_customer() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('permanence.customer', true), '')::uuid;

-- Forces row-level security: a row is seen and written only by its customer's transaction.
create procedure protect(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy customer on %s using (customer_id = current_customer())', guarded);
end
$$;

-- Tells listeners which row changed: table, customer, id, operation. The truth stays in the table.
-- The trigger's argument names the column with the id.
create function announce_change() returns trigger language plpgsql as $$
declare
  changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  perform pg_notify('permanence', concat_ws(' ', tg_table_name,
    coalesce(changed ->> 'customer_id', '-'), changed ->> tg_argv[0], lower(tg_op)));
  return null;
end
$$;

-- The company -------------------------------------------------------------------------------------

create table team (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 80),
  position int not null default 0
);

create table secretary (
  account_id uuid primary key,
  display_name text not null check (length(display_name) between 1 and 80),
  team_id uuid not null references team (id),
  languages text[] not null default '{fr}',
  skills text[] not null default '{}'
);

create table secretary_state (
  account_id uuid primary key,
  state text not null check (state in
    ('SIGNED_OUT', 'READY', 'OFFERED', 'TALKING', 'WRAP_UP', 'BREAK', 'UNREACHABLE')),
  reason text check (length(reason) <= 80),
  since timestamptz not null
);

-- Telephones; the router writes them into the file Asterisk reads. Secrets live a shift at most.
create table telephone (
  id text primary key check (id ~ '^[a-z0-9-]{3,40}$'),
  account_id uuid not null,
  kind text not null check (kind in ('BROWSER', 'DESK')),
  secret text not null check (length(secret) between 8 and 128),
  valid_until timestamptz,
  unique (account_id, kind)
);

create table unrouted_call (
  id uuid primary key,
  at timestamptz not null,
  reason text not null check (length(reason) <= 40)
);

create table consent_text (
  purpose text not null check (purpose in
    ('push', 'google-contacts', 'google-calendar', 'optional-email', 'device-contacts')),
  version int not null,
  language text not null check (language in ('fr', 'en')),
  body text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (purpose, version, language)
);

-- Directories -------------------------------------------------------------------------------------

create table directory_account (
  id uuid primary key,
  sign_in text not null unique check (sign_in = lower(sign_in) and length(sign_in) between 3 and 254),
  password_hash text not null,
  must_change_password boolean not null default false,
  totp_secret bytea,
  role text not null check (role in ('CUSTOMER_OWNER', 'CUSTOMER_COLLEAGUE', 'CUSTOMER_READ_ONLY',
    'SECRETARY', 'SUPERVISOR', 'OPERATOR', 'PRIVACY_OFFICER')),
  customer_id uuid,
  language text not null default 'fr' check (language in ('fr', 'en')),
  created_at timestamptz not null,
  disabled_at timestamptz,
  check ((customer_id is not null) = (role like 'CUSTOMER%'))
);

create table directory_session (
  token_hash bytea primary key,
  account_id uuid not null references directory_account (id) on delete cascade,
  realm text not null check (realm in ('CONSOLE', 'APP')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index on directory_session (account_id);
create index on directory_session (expires_at);

-- Failed sign-ins by a hash of the name typed, known or not, so that guessing is slowed alike.
create table directory_sign_in_failure (
  name_hash bytea not null,
  at timestamptz not null
);
create index on directory_sign_in_failure (name_hash, at);

create table directory_line (
  number text primary key check (number ~ '^\+[1-9][0-9]{4,14}$'),
  customer_id uuid not null,
  line_id uuid not null unique
);

-- One row a customer whose routing data exists; version grows with every change (A9).
create table directory_routing_version (
  customer_id uuid primary key,
  version bigint not null,
  changed xid8 not null
);
create index on directory_routing_version (changed);

-- Customers, lines, instructions -------------------------------------------------------------------

create table customer (
  customer_id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  trade text not null default '' check (length(trade) <= 120),
  zone text not null default 'Europe/Paris',
  language text not null default 'fr' check (language in ('fr', 'en')),
  knowledge text not null default '' check (length(knowledge) <= 4000),
  created_at timestamptz not null,
  closed_at timestamptz
);
call protect('customer');

-- People of the customer who sign in.
create table person (
  customer_id uuid not null references customer on delete cascade,
  account_id uuid not null,
  display_name text not null check (length(display_name) between 1 and 120),
  primary key (customer_id, account_id)
);
call protect('person');

create table line (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  number text not null check (number ~ '^\+[1-9][0-9]{4,14}$'),
  name text not null check (length(name) between 1 and 80),
  home_team uuid not null references team (id),
  overflow_teams uuid[] not null default '{}',
  languages text[] not null default '{fr}',
  skills text[] not null default '{}',
  open_hours jsonb,
  out_of_hours text not null default 'VOICEMAIL' check (out_of_hours in ('VOICEMAIL', 'MESSAGE')),
  blocked_callers text not null default 'MESSAGE' check (blocked_callers in ('MESSAGE', 'VOICEMAIL')),
  demo boolean not null default false,
  created_at timestamptz not null,
  primary key (customer_id, id)
);
call protect('line');

create table forwarding_number (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  number text not null check (number ~ '^\+[1-9][0-9]{4,14}$'),
  label text not null default '' check (length(label) <= 60),
  proven_at timestamptz,
  created_at timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, number)
);
call protect('forwarding_number');

-- The standing default of a line is its instruction of kind STANDING: exactly one a line.
create table instruction (
  customer_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  version int not null default 1,
  window_kind text not null check (window_kind in ('STANDING', 'ONE_OFF', 'WEEKLY', 'OPEN')),
  starts_at timestamptz,
  ends_at timestamptz,
  weekly jsonb,
  put_through text not null check (put_through in ('ALL', 'VIP', 'NONE')),
  mode text not null default 'ANNOUNCED' check (mode in ('ANNOUNCED', 'DIRECT')),
  greeting text not null check (length(greeting) between 1 and 500),
  message text check (length(message) between 1 and 1000),
  notes text check (length(notes) <= 2000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (customer_id, id),
  foreign key (customer_id, line_id) references line (customer_id, id) on delete cascade,
  check (put_through = 'ALL' or message is not null),
  check (case window_kind
    when 'ONE_OFF' then starts_at is not null and ends_at > starts_at and weekly is null
    when 'WEEKLY' then weekly is not null and starts_at is null and ends_at is null
    when 'OPEN' then ends_at is null and weekly is null
    else starts_at is null and ends_at is null and weekly is null and deleted_at is null end)
);
create unique index instruction_standing on instruction (customer_id, line_id)
  where window_kind = 'STANDING';
create index on instruction (customer_id, line_id) where deleted_at is null;
call protect('instruction');

create table ladder_step (
  customer_id uuid not null,
  instruction_id uuid not null,
  position int not null check (position between 0 and 9),
  forwarding_number_id uuid not null,
  ring_seconds int not null check (ring_seconds between 5 and 60),
  on_no_answer text not null default 'NEXT' check (on_no_answer in ('NEXT', 'DESK', 'VOICEMAIL')),
  on_busy text not null default 'NEXT' check (on_busy in ('NEXT', 'DESK', 'VOICEMAIL')),
  primary key (customer_id, instruction_id, position),
  foreign key (customer_id, instruction_id) references instruction (customer_id, id) on delete cascade,
  foreign key (customer_id, forwarding_number_id) references forwarding_number (customer_id, id)
);
call protect('ladder_step');

-- Contacts -----------------------------------------------------------------------------------------

create table contact (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  display_name text not null check (length(display_name) between 1 and 200),
  company text not null default '' check (length(company) <= 200),
  email text check (length(email) <= 254),
  note text not null default '' check (length(note) <= 2000),
  mark text not null default 'NONE' check (mark in ('NONE', 'VIP', 'BLOCKED')),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (customer_id, id)
);
create index on contact (customer_id, lower(display_name));
call protect('contact');

create table contact_number (
  customer_id uuid not null,
  contact_id uuid not null,
  number text not null check (number ~ '^\+[1-9][0-9]{4,14}$'),
  label text not null default '' check (length(label) <= 40),
  primary key (customer_id, contact_id, number),
  foreign key (customer_id, contact_id) references contact (customer_id, id) on delete cascade
);
create index on contact_number (customer_id, number);
call protect('contact_number');

-- Contacts as Google has them, kept only while its consent holds (E4).
create table google_contact (
  customer_id uuid not null references customer on delete cascade,
  resource_name text not null check (length(resource_name) <= 200),
  etag text not null check (length(etag) <= 200),
  display_name text not null check (length(display_name) between 1 and 200),
  company text not null default '' check (length(company) <= 200),
  consent_id uuid not null,
  synced_at timestamptz not null,
  primary key (customer_id, resource_name)
);
call protect('google_contact');

create table google_contact_number (
  customer_id uuid not null,
  resource_name text not null,
  number text not null check (number ~ '^\+[1-9][0-9]{4,14}$'),
  primary key (customer_id, resource_name, number),
  foreign key (customer_id, resource_name)
    references google_contact (customer_id, resource_name) on delete cascade
);
create index on google_contact_number (customer_id, number);
call protect('google_contact_number');

-- The customer's mark on a mirrored contact; the mirror itself belongs to sync.
create table mirror_mark (
  customer_id uuid not null references customer on delete cascade,
  resource_name text not null check (length(resource_name) <= 200),
  mark text not null check (mark in ('VIP', 'BLOCKED')),
  primary key (customer_id, resource_name)
);
call protect('mirror_mark');

create view known_caller with (security_invoker = true) as
  select n.customer_id, n.number, c.display_name, c.company, c.mark, 'OWN' as source,
    c.id::text as source_id
  from contact_number n join contact c on c.customer_id = n.customer_id and c.id = n.contact_id
  union all
  select n.customer_id, n.number, g.display_name, g.company, coalesce(m.mark, 'NONE'), 'GOOGLE',
    g.resource_name
  from google_contact_number n
  join google_contact g on g.customer_id = n.customer_id and g.resource_name = n.resource_name
  left join mirror_mark m on m.customer_id = g.customer_id and m.resource_name = g.resource_name;

-- Consents -----------------------------------------------------------------------------------------

create table consent (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  account_id uuid not null,
  purpose text not null,
  text_version int not null,
  text_language text not null,
  text_hash text not null,
  given_at timestamptz not null,
  given_how text not null check (given_how in ('APP', 'STAFF', 'PAPER')),
  given_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_how text check (withdrawn_how in ('APP', 'STAFF', 'PAPER')),
  withdrawn_by uuid,
  primary key (customer_id, id),
  foreign key (purpose, text_version, text_language)
    references consent_text (purpose, version, language),
  check ((withdrawn_at is null) = (withdrawn_how is null) and (withdrawn_at is null) = (withdrawn_by is null))
);
create unique index consent_in_force on consent (customer_id, account_id, purpose)
  where withdrawn_at is null;
call protect('consent');

-- Calls and notes ----------------------------------------------------------------------------------

create table call (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  line_id uuid not null,
  caller text check (caller ~ '^\+[1-9][0-9]{4,14}$'),
  arrived_at timestamptz not null,
  decision text not null check (length(decision) <= 40),
  reason text not null check (length(reason) <= 60),
  reason_arguments jsonb not null default '{}',
  instruction_id uuid,
  instruction_version int,
  snapshot_at timestamptz,
  answered_by uuid,
  answered_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in
    ('TAKEN', 'PUT_THROUGH', 'VOICEMAIL', 'LOST', 'MESSAGE', 'FALLBACK', 'BROKEN')),
  primary key (customer_id, id)
);
create index on call (customer_id, arrived_at desc, id desc);
create index on call (customer_id, caller, arrived_at desc);
create index call_open on call (customer_id) where ended_at is null;
call protect('call');

create table call_event (
  customer_id uuid not null,
  call_id uuid not null,
  seq int not null check (seq >= 0),
  at timestamptz not null,
  kind text not null check (length(kind) <= 20),
  detail jsonb not null default '{}',
  primary key (customer_id, call_id, seq),
  foreign key (customer_id, call_id) references call (customer_id, id) on delete cascade
);
call protect('call_event');

create table note (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  call_id uuid,
  secretary_id uuid not null,
  version int not null default 1,
  state text not null check (state in ('DRAFT', 'SENT')),
  caller_name text not null default '' check (length(caller_name) <= 200),
  caller_number text check (caller_number ~ '^\+[1-9][0-9]{4,14}$'),
  number_confirmed boolean not null default false,
  request text not null default '' check (length(request) <= 8000),
  urgency text not null default 'NORMAL' check (urgency in ('NORMAL', 'URGENT')),
  answers jsonb not null default '{}',
  created_at timestamptz not null,
  saved_at timestamptz not null,
  sent_at timestamptz,
  primary key (customer_id, id),
  check ((state = 'SENT') = (sent_at is not null))
);
create index on note (customer_id, call_id);
create index on note (customer_id, sent_at desc, id desc) where state = 'SENT';
create index note_drafts on note (secretary_id) where state = 'DRAFT';
call protect('note');

-- What the customer did with a note: read, bin, feedback.
create table note_state (
  customer_id uuid not null,
  note_id uuid not null,
  read_at timestamptz,
  binned_at timestamptz,
  feedback text check (feedback in ('GOOD', 'BAD')),
  feedback_text text check (length(feedback_text) <= 1000),
  primary key (customer_id, note_id),
  foreign key (customer_id, note_id) references note (customer_id, id) on delete cascade
);
call protect('note_state');

create table task (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('LOST', 'CALLBACK', 'VOICEMAIL', 'UNSAVED_NOTE')),
  call_id uuid,
  note_id uuid,
  team_id uuid not null,
  owner_id uuid,
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  outcome text check (length(outcome) <= 500),
  primary key (customer_id, id)
);
create index task_open on task (team_id, created_at) where closed_at is null;
call protect('task');

create table voicemail (
  customer_id uuid not null,
  call_id uuid not null,
  file text not null check (length(file) <= 200),
  seconds int not null check (seconds between 0 and 3600),
  recorded_at timestamptz not null,
  primary key (customer_id, call_id)
);
call protect('voicemail');

-- Telling the customer -------------------------------------------------------------------------------

create table notification_preference (
  customer_id uuid not null references customer on delete cascade,
  account_id uuid not null,
  channel text not null check (channel in ('PUSH', 'EMAIL', 'SMS')),
  urgency text not null check (urgency in ('NORMAL', 'URGENT')),
  enabled boolean not null,
  address text check (length(address) <= 254),
  quiet_from time,
  quiet_to time,
  version int not null default 1,
  primary key (customer_id, account_id, channel, urgency),
  check ((quiet_from is null) = (quiet_to is null))
);
call protect('notification_preference');

create table device (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  account_id uuid not null,
  token text not null check (length(token) between 8 and 4096),
  label text not null default '' check (length(label) <= 120),
  consent_id uuid not null,
  registered_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, token)
);
call protect('device');

-- Push tokens the provider refused for good; written by push, so that device stays the portal's.
create table retired_address (
  customer_id uuid not null references customer on delete cascade,
  device_id uuid not null,
  at timestamptz not null,
  why text not null check (length(why) <= 200),
  primary key (customer_id, device_id)
);
call protect('retired_address');

-- Anyone appends in the transaction of what is told; only push claims and closes.
create table outbox (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('NOTE', 'INCOMING_CALL', 'VOICEMAIL', 'LOST_CALL')),
  subject_id uuid not null,
  created_at timestamptz not null,
  claimed_until timestamptz,
  attempts int not null default 0,
  done_at timestamptz,
  parked_why text check (length(parked_why) <= 500),
  primary key (customer_id, id)
);
create index outbox_due on outbox (created_at) where done_at is null;
call protect('outbox');

create table delivery (
  customer_id uuid not null,
  id uuid not null,
  outbox_id uuid not null,
  subject_id uuid not null,
  account_id uuid not null,
  channel text not null check (channel in ('PUSH', 'EMAIL', 'SMS', 'WEBHOOK')),
  device_id uuid,
  address text check (length(address) <= 254),
  state text not null check (state in ('QUEUED', 'SENT', 'DELIVERED', 'FAILED')),
  attempts int not null default 0,
  due_at timestamptz not null,
  claimed_until timestamptz,
  provider_ref text check (length(provider_ref) <= 300),
  why text check (length(why) <= 500),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (customer_id, id),
  foreign key (customer_id, outbox_id) references outbox (customer_id, id) on delete cascade
);
create index on delivery (customer_id, subject_id);
create unique index delivery_once on delivery
  (customer_id, outbox_id, account_id, channel, coalesce(device_id, '00000000-0000-0000-0000-000000000000'));
create index delivery_due on delivery (channel, due_at) where state = 'QUEUED';
call protect('delivery');

-- Google ---------------------------------------------------------------------------------------------

-- What the customer asked of the Google link; the portal appends, sync carries out and closes.
create table google_request (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('CONNECT', 'WITHDRAW', 'SYNC')),
  consent_id uuid,
  sealed bytea,
  created_at timestamptz not null,
  done_at timestamptz,
  outcome text check (length(outcome) <= 200),
  primary key (customer_id, id)
);
create index google_request_open on google_request (created_at) where done_at is null;
call protect('google_request');

create table google_link (
  customer_id uuid primary key references customer on delete cascade,
  account_id uuid not null,
  state text not null check (state in ('LINKED', 'NEEDS_CONSENT')),
  refresh_token_sealed bytea not null,
  scopes text[] not null,
  consent_id uuid not null,
  contacts_sync_token text,
  linked_at timestamptz not null,
  synced_at timestamptz,
  last_error text check (length(last_error) <= 200)
);
call protect('google_link');

create table sync_run (
  customer_id uuid not null references customer on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('CONTACTS')),
  started_at timestamptz not null,
  ended_at timestamptz,
  added int not null default 0,
  changed int not null default 0,
  removed int not null default 0,
  outcome text check (length(outcome) <= 200),
  primary key (customer_id, id)
);
call protect('sync_run');

-- Versions of routing data ---------------------------------------------------------------------------

create function touch_routing() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid := case when tg_op = 'DELETE' then old.customer_id else new.customer_id end;
begin
  insert into directory_routing_version as v (customer_id, version, changed)
    values (touched, 1, pg_current_xact_id())
    on conflict (customer_id) do update
      set version = v.version + 1, changed = excluded.changed
      where v.changed <> excluded.changed;
  perform pg_notify('permanence', concat_ws(' ', 'routing', touched, touched, 'update'));
  return null;
end
$$;

create function line_directory() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from directory_line where line_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into directory_line (number, customer_id, line_id)
      values (new.number, new.customer_id, new.id);
  end if;
  return null;
end
$$;

do $$
declare
  routed text;
begin
  foreach routed in array array['customer', 'line', 'forwarding_number', 'instruction', 'ladder_step',
      'contact', 'contact_number', 'google_contact', 'google_contact_number', 'mirror_mark'] loop
    execute format('create trigger touch_routing after insert or update or delete on %I
      for each row execute function touch_routing()', routed);
  end loop;
end
$$;
create trigger line_directory after insert or update or delete on line
  for each row execute function line_directory();

create trigger announce after insert or update or delete on note
  for each row execute function announce_change('id');
create trigger announce after insert or update on note_state
  for each row execute function announce_change('note_id');
create trigger announce after insert or update on call
  for each row execute function announce_change('id');
create trigger announce after insert or update on task
  for each row execute function announce_change('id');
create trigger announce after insert on outbox
  for each row execute function announce_change('id');
create trigger announce after insert or update on delivery
  for each row execute function announce_change('subject_id');
create trigger announce after insert or update on consent
  for each row execute function announce_change('id');
create trigger announce after insert on google_request
  for each row execute function announce_change('id');
create trigger announce after insert or update or delete on google_link
  for each row execute function announce_change('customer_id');

-- Reading across customers: these functions and no others ---------------------------------------------

-- Routing data of every line changed at or after a transaction; null reads all. One row a line.
create function routing_lines(since xid8)
  returns table (
    number text, line_id uuid, customer_id uuid, zone text, version bigint, home_team uuid,
    open_hours jsonb, out_of_hours text, blocked_callers text, demo boolean, instructions jsonb,
    marks jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.number, l.id, l.customer_id, c.zone, v.version, l.home_team, l.open_hours,
    l.out_of_hours, l.blocked_callers, l.demo,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', i.id, 'version', i.version, 'kind', i.window_kind, 'from', i.starts_at,
        'to', i.ends_at, 'weekly', i.weekly, 'putThrough', i.put_through, 'mode', i.mode,
        'greeting', i.greeting, 'message', i.message, 'notes', i.notes, 'createdAt', i.created_at,
        'ladder', (select coalesce(jsonb_agg(jsonb_build_object(
            'numberId', f.id, 'number', f.number, 'ringSeconds', s.ring_seconds,
            'onNoAnswer', s.on_no_answer, 'onBusy', s.on_busy) order by s.position), '[]')
          from ladder_step s
          join forwarding_number f
            on f.customer_id = s.customer_id and f.id = s.forwarding_number_id
          where s.customer_id = i.customer_id and s.instruction_id = i.id
            and f.proven_at is not null))), '[]')
      from instruction i
      where i.customer_id = l.customer_id and i.line_id = l.id and i.deleted_at is null),
    (select coalesce(jsonb_object_agg(k.number, k.mark), '{}')
      from (select n.number, min(n.mark) as mark
            from (select cn.number, ct.mark
                  from contact ct
                  join contact_number cn
                    on cn.customer_id = ct.customer_id and cn.contact_id = ct.id
                  where ct.customer_id = l.customer_id and ct.mark <> 'NONE'
                  union all
                  select gn.number, m.mark
                  from mirror_mark m
                  join google_contact_number gn
                    on gn.customer_id = m.customer_id and gn.resource_name = m.resource_name
                  where m.customer_id = l.customer_id) n
            group by n.number) k)
  from line l
  join customer c on c.customer_id = l.customer_id
  join directory_routing_version v on v.customer_id = l.customer_id
  where since is null or v.changed >= since
$$;

-- Where the next routing_lines(since) has to begin so that nothing committed late is missed.
create function routing_horizon() returns xid8
  language sql volatile return pg_snapshot_xmin(pg_current_snapshot());

-- Calls that had not ended when the router last wrote: what a restart compares with Asterisk.
create function open_calls() returns table (customer_id uuid, call_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.customer_id, c.id from call c where c.ended_at is null
$$;

create function open_tasks(team uuid) returns setof task
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from task t where t.closed_at is null and (team is null or t.team_id = team)
  order by t.created_at limit 500
$$;

create function drafts_of(secretary uuid) returns table (customer_id uuid, note_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.customer_id, n.id from note n where n.secretary_id = secretary and n.state = 'DRAFT'
$$;

-- Figures of the desk since an instant: counts only, no person in them.
create function desk_figures(since timestamptz)
  returns table (arrived bigint, answered bigint, lost bigint, answered_in_time bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*), count(answered_at), count(*) filter (where outcome = 'LOST'),
    count(*) filter (where answered_at <= arrived_at + interval '15 seconds')
  from call where arrived_at >= since
$$;

create function claim_outbox(at timestamptz, lease_until timestamptz, most int)
  returns setof outbox
  language sql volatile security definer set search_path = public, pg_temp as $$
  update outbox o set claimed_until = lease_until, attempts = o.attempts + 1
  from (select customer_id, id from outbox
        where done_at is null and (claimed_until is null or claimed_until < at)
        order by created_at limit most for update skip locked) due
  where o.customer_id = due.customer_id and o.id = due.id
  returning o.*
$$;

create function claim_deliveries(of_channel text, at timestamptz, lease_until timestamptz, most int)
  returns setof delivery
  language sql volatile security definer set search_path = public, pg_temp as $$
  update delivery d set claimed_until = lease_until, attempts = d.attempts + 1
  from (select customer_id, id from delivery
        where state = 'QUEUED' and channel = of_channel and due_at <= at
          and (claimed_until is null or claimed_until < at)
        order by due_at limit most for update skip locked) due
  where d.customer_id = due.customer_id and d.id = due.id
  returning d.*
$$;

create function open_google_requests() returns table (customer_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.customer_id, r.id from google_request r where r.done_at is null order by r.created_at
$$;

create function google_links_due(synced_before timestamptz) returns table (customer_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.customer_id from google_link l
  where l.state = 'LINKED' and (l.synced_at is null or l.synced_at < synced_before)
$$;

-- True when the consent is in force, and keeps it so until this transaction ends (E6).
create function consent_holds(consent_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform 1 from consent c
    where c.customer_id = current_customer() and c.id = consent_id and c.withdrawn_at is null
    for share;
  return found;
end
$$;

do $$
declare
  seen text;
  fn regprocedure;
begin
  foreach seen in array array['customer', 'line', 'forwarding_number', 'instruction', 'ladder_step',
      'contact', 'contact_number', 'google_contact_number', 'mirror_mark', 'call', 'task', 'note',
      'google_request', 'google_link'] loop
    execute format('create policy across on %I for select to permanence_across using (true)', seen);
    execute format('grant select on %I to permanence_across', seen);
  end loop;
  foreach seen in array array['outbox', 'delivery'] loop
    execute format('create policy across on %I to permanence_across using (true)', seen);
    execute format('grant select, update on %I to permanence_across', seen);
  end loop;
  create policy across on consent to permanence_across
    using (customer_id = current_customer());
  grant select, update on consent to permanence_across;
  grant select, insert, update, delete on directory_line, directory_routing_version
    to permanence_across;

  foreach fn in array array[
      'routing_lines(xid8)', 'open_calls()', 'open_tasks(uuid)', 'drafts_of(uuid)',
      'desk_figures(timestamptz)', 'claim_outbox(timestamptz,timestamptz,int)',
      'claim_deliveries(text,timestamptz,timestamptz,int)', 'open_google_requests()',
      'google_links_due(timestamptz)', 'consent_holds(uuid)', 'touch_routing()',
      'line_directory()']::regprocedure[] loop
    execute format('revoke all on function %s from public', fn);
    execute format('alter function %s owner to permanence_across', fn);
  end loop;
end
$$;
revoke create on schema public from permanence_across;

set role permanence_across;
grant execute on function routing_lines(xid8), open_calls(), open_tasks(uuid), drafts_of(uuid),
  desk_figures(timestamptz) to permanence_router;
grant execute on function claim_outbox(timestamptz, timestamptz, int),
  claim_deliveries(text, timestamptz, timestamptz, int) to permanence_push;
grant execute on function open_google_requests(), google_links_due(timestamptz) to permanence_sync;
grant execute on function consent_holds(uuid) to permanence_sync, permanence_push;
reset role;

-- Who writes what --------------------------------------------------------------------------------------

grant select on all tables in schema public
  to permanence_router, permanence_portal, permanence_sync, permanence_push;
revoke select on directory_account, directory_session, directory_sign_in_failure, telephone,
  google_link from permanence_router, permanence_portal, permanence_sync, permanence_push;
grant select on google_link to permanence_sync;
grant select (customer_id, account_id, state, scopes, consent_id, linked_at, synced_at, last_error)
  on google_link to permanence_portal;

grant select, insert, update, delete on directory_account, directory_session,
  directory_sign_in_failure to permanence_identity;
grant select on secretary, team to permanence_identity;

grant insert, update, delete on customer, person, line, forwarding_number, instruction, ladder_step,
  contact, contact_number, mirror_mark, note_state, notification_preference, device, consent, team,
  secretary, consent_text to permanence_portal;
grant delete on note, delivery, voicemail to permanence_portal;
grant insert on google_request to permanence_portal;

grant insert, update on call, note, task, voicemail, secretary_state to permanence_router;
grant insert on call_event, unrouted_call to permanence_router;
grant select, insert, update, delete on telephone to permanence_router;

grant insert, update, delete on google_contact, google_contact_number, google_link to permanence_sync;
grant insert, update on sync_run to permanence_sync;
grant update on google_request to permanence_sync;

grant update on outbox to permanence_push;
grant insert, update on delivery, retired_address to permanence_push;

grant insert on outbox to permanence_router, permanence_portal, permanence_sync, permanence_push;
