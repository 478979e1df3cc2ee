call.customer_id uuid not null
call.id uuid not null
call.line_id uuid not null
call.caller text
call.arrived_at timestamp with time zone not null
call.decision text not null
call.reason text not null
call.reason_arguments jsonb not null default '{}'::jsonb
call.instruction_id uuid
call.instruction_version integer
call.snapshot_at timestamp with time zone
call.answered_by uuid
call.answered_at timestamp with time zone
call.ended_at timestamp with time zone
call.outcome text
call_event.customer_id uuid not null
call_event.call_id uuid not null
call_event.seq integer not null
call_event.at timestamp with time zone not null
call_event.kind text not null
call_event.detail jsonb not null default '{}'::jsonb
consent.customer_id uuid not null
consent.id uuid not null
consent.account_id uuid not null
consent.purpose text not null
consent.text_version integer not null
consent.text_language text not null
consent.text_hash text not null
consent.given_at timestamp with time zone not null
consent.given_how text not null
consent.given_by uuid not null
consent.withdrawn_at timestamp with time zone
consent.withdrawn_how text
consent.withdrawn_by uuid
consent_text.purpose text not null
consent_text.version integer not null
consent_text.language text not null
consent_text.body text not null
consent_text.hash text not null
consent_text.published_at timestamp with time zone not null
consent_text.unpublished_at timestamp with time zone
contact.customer_id uuid not null
contact.id uuid not null
contact.display_name text not null
contact.company text not null default ''::text
contact.email text
contact.note text not null default ''::text
contact.mark text not null default 'NONE'::text
contact.version integer not null default 1
contact.created_at timestamp with time zone not null
contact.updated_at timestamp with time zone not null
contact.vip_mode text
contact_number.customer_id uuid not null
contact_number.contact_id uuid not null
contact_number.number text not null
contact_number.label text not null default ''::text
customer.customer_id uuid not null
customer.name text not null
customer.trade text not null default ''::text
customer.zone text not null default 'Europe/Paris'::text
customer.language text not null default 'fr'::text
customer.knowledge text not null default ''::text
customer.created_at timestamp with time zone not null
customer.closed_at timestamp with time zone
delivery.customer_id uuid not null
delivery.id uuid not null
delivery.outbox_id uuid not null
delivery.subject_id uuid not null
delivery.account_id uuid not null
delivery.channel text not null
delivery.device_id uuid
delivery.address text
delivery.state text not null
delivery.attempts integer not null default 0
delivery.due_at timestamp with time zone not null
delivery.claimed_until timestamp with time zone
delivery.provider_ref text
delivery.why text
delivery.created_at timestamp with time zone not null
delivery.updated_at timestamp with time zone not null
delivery.unsure integer not null default 0
delivery.abandoned integer not null default 0
device.customer_id uuid not null
device.id uuid not null
device.account_id uuid not null
device.token text not null
device.label text not null default ''::text
device.consent_id uuid not null
device.registered_at timestamp with time zone not null
device.seen_at timestamp with time zone not null
device.session_id uuid
directory_account.id uuid not null
directory_account.sign_in text not null
directory_account.password_hash text not null
directory_account.must_change_password boolean not null default false
directory_account.totp_secret bytea
directory_account.role text not null
directory_account.customer_id uuid
directory_account.language text not null default 'fr'::text
directory_account.created_at timestamp with time zone not null
directory_account.disabled_at timestamp with time zone
directory_account.totp_last_step bigint
directory_line.number text not null
directory_line.customer_id uuid not null
directory_line.line_id uuid not null
directory_routing_version.customer_id uuid not null
directory_routing_version.version bigint not null
directory_routing_version.changed xid8 not null
directory_session.token_hash bytea not null
directory_session.account_id uuid not null
directory_session.realm text not null
directory_session.created_at timestamp with time zone not null
directory_session.seen_at timestamp with time zone not null
directory_session.expires_at timestamp with time zone not null
directory_sign_in_failure.name_hash bytea not null
directory_sign_in_failure.at timestamp with time zone not null
directory_sign_in_failure.id uuid not null default gen_random_uuid()
forwarding_number.customer_id uuid not null
forwarding_number.id uuid not null
forwarding_number.number text not null
forwarding_number.label text not null default ''::text
forwarding_number.proven_at timestamp with time zone
forwarding_number.created_at timestamp with time zone not null
google_authorization.customer_id uuid not null
google_authorization.id uuid not null
google_authorization.account_id uuid not null
google_authorization.session_id uuid not null
google_authorization.state_hash bytea not null
google_authorization.verifier_sealed bytea not null
google_authorization.purposes text[] not null
google_authorization.created_at timestamp with time zone not null
google_authorization.expires_at timestamp with time zone not null
google_busy.customer_id uuid not null
google_busy.event_key text not null
google_busy.starts_at timestamp with time zone not null
google_busy.ends_at timestamp with time zone not null
google_busy.consent_id uuid not null
google_busy.synced_at timestamp with time zone not null
google_contact.customer_id uuid not null
google_contact.resource_name text not null
google_contact.etag text not null
google_contact.display_name text not null
google_contact.company text not null default ''::text
google_contact.consent_id uuid not null
google_contact.synced_at timestamp with time zone not null
google_contact_number.customer_id uuid not null
google_contact_number.resource_name text not null
google_contact_number.number text not null
google_link.customer_id uuid not null
google_link.account_id uuid not null
google_link.state text not null
google_link.refresh_token_sealed bytea not null
google_link.scopes text[] not null
google_link.consent_id uuid not null
google_link.contacts_sync_token text
google_link.linked_at timestamp with time zone not null
google_link.synced_at timestamp with time zone
google_link.last_error text
google_link.busy_until timestamp with time zone
google_link.purpose text not null
google_request.customer_id uuid not null
google_request.id uuid not null
google_request.account_id uuid not null
google_request.kind text not null
google_request.consent_id uuid
google_request.sealed bytea
google_request.created_at timestamp with time zone not null
google_request.done_at timestamp with time zone
google_request.outcome text
google_request.claimed_until timestamp with time zone
instruction.customer_id uuid not null
instruction.id uuid not null
instruction.line_id uuid not null
instruction.version integer not null default 1
instruction.window_kind text not null
instruction.starts_at timestamp with time zone
instruction.ends_at timestamp with time zone
instruction.weekly jsonb
instruction.put_through text not null
instruction.mode text not null default 'ANNOUNCED'::text
instruction.greeting text not null
instruction.message text
instruction.notes text
instruction.created_at timestamp with time zone not null
instruction.updated_at timestamp with time zone not null
instruction.deleted_at timestamp with time zone
instruction.quick boolean not null default false
instruction.withheld_callers text
intake_script.customer_id uuid not null
intake_script.version integer not null
intake_script.questions jsonb not null
intake_script.updated_at timestamp with time zone not null
known_caller.customer_id uuid
known_caller.number text
known_caller.display_name text
known_caller.company text
known_caller.mark text
known_caller.source text
known_caller.source_id text
ladder_also.customer_id uuid not null
ladder_also.instruction_id uuid not null
ladder_also.position integer not null
ladder_also.nth integer not null
ladder_also.forwarding_number_id uuid not null
ladder_step.customer_id uuid not null
ladder_step.instruction_id uuid not null
ladder_step.position integer not null
ladder_step.forwarding_number_id uuid not null
ladder_step.ring_seconds integer not null
ladder_step.on_no_answer text not null default 'NEXT'::text
ladder_step.on_busy text not null default 'NEXT'::text
ladder_step.on_refused text
ladder_step.on_unreachable text
line.customer_id uuid not null
line.id uuid not null
line.number text not null
line.name text not null
line.home_team uuid not null
line.overflow_teams uuid[] not null default '{}'::uuid[]
line.languages text[] not null default '{fr}'::text[]
line.skills text[] not null default '{}'::text[]
line.open_hours jsonb
line.out_of_hours text not null default 'VOICEMAIL'::text
line.blocked_callers text not null default 'MESSAGE'::text
line.demo boolean not null default false
line.created_at timestamp with time zone not null
line.withheld_callers text not null default 'AS_STRANGERS'::text
line.when_busy text not null default 'AS_INSTRUCTED'::text
line.holidays text not null default 'FRANCE'::text
line.preferred_skills text[] not null default '{}'::text[]
mirror_mark.customer_id uuid not null
mirror_mark.resource_name text not null
mirror_mark.mark text not null
mirror_mark.vip_mode text
note.customer_id uuid not null
note.id uuid not null
note.call_id uuid
note.secretary_id uuid
note.version integer not null default 1
note.state text not null
note.caller_name text not null default ''::text
note.caller_number text
note.number_confirmed boolean not null default false
note.request text not null default ''::text
note.urgency text not null default 'NORMAL'::text
note.answers jsonb not null default '{}'::jsonb
note.created_at timestamp with time zone not null
note.saved_at timestamp with time zone not null
note.sent_at timestamp with time zone
note.callback_wanted boolean not null default false
note.asked jsonb not null default '[]'::jsonb
note_state.customer_id uuid not null
note_state.note_id uuid not null
note_state.read_at timestamp with time zone
note_state.binned_at timestamp with time zone
note_state.feedback text
note_state.feedback_text text
note_state.version integer not null default 1
notification_preference.customer_id uuid not null
notification_preference.account_id uuid not null
notification_preference.channel text not null
notification_preference.urgency text not null
notification_preference.enabled boolean not null
notification_preference.address text
notification_preference.quiet_from time without time zone
notification_preference.quiet_to time without time zone
notification_preference.version integer not null default 1
notification_preference.incoming_calls boolean not null default false
number_proof.customer_id uuid not null
number_proof.id uuid not null
number_proof.forwarding_number_id uuid not null
number_proof.number text not null
number_proof.account_id uuid not null
number_proof.channel text not null
number_proof.code_sealed bytea
number_proof.sent_at timestamp with time zone not null
number_proof.expires_at timestamp with time zone not null
number_proof.attempts integer not null default 0
number_proof.proven_at timestamp with time zone
number_proof_call.customer_id uuid not null
number_proof_call.proof_id uuid not null
number_proof_call.begun_at timestamp with time zone not null
number_proof_call.outcome text
number_proof_call.why text
outbox.customer_id uuid not null
outbox.id uuid not null
outbox.kind text not null
outbox.subject_id uuid not null
outbox.created_at timestamp with time zone not null
outbox.claimed_until timestamp with time zone
outbox.attempts integer not null default 0
outbox.done_at timestamp with time zone
outbox.parked_why text
outgoing_cap.customer_id uuid not null
outgoing_cap.legs integer
outgoing_cap.minutes integer
outgoing_cap.cents integer
outgoing_cap.updated_at timestamp with time zone not null
outgoing_leg.customer_id uuid not null
outgoing_leg.id uuid not null
outgoing_leg.subject_id uuid not null
outgoing_leg.purpose text not null
outgoing_leg.day date not null
outgoing_leg.rate text not null
outgoing_leg.reserved_seconds integer not null
outgoing_leg.started_at timestamp with time zone not null
outgoing_leg.answered_at timestamp with time zone
outgoing_leg.ended_at timestamp with time zone
outgoing_leg.changed_at timestamp with time zone not null
person.customer_id uuid not null
person.account_id uuid not null
person.display_name text not null
person.onboarded_at timestamp with time zone
retired_address.customer_id uuid not null
retired_address.device_id uuid not null
retired_address.at timestamp with time zone not null
retired_address.why text not null
secretary.account_id uuid not null
secretary.display_name text not null
secretary.team_id uuid not null
secretary.languages text[] not null default '{fr}'::text[]
secretary.skills text[] not null default '{}'::text[]
secretary.also_in uuid[] not null default '{}'::uuid[]
secretary_state.account_id uuid not null
secretary_state.state text not null
secretary_state.reason text
secretary_state.since timestamp with time zone not null
sync_run.customer_id uuid not null
sync_run.id uuid not null
sync_run.kind text not null
sync_run.started_at timestamp with time zone not null
sync_run.ended_at timestamp with time zone
sync_run.added integer not null default 0
sync_run.changed integer not null default 0
sync_run.removed integer not null default 0
sync_run.outcome text
task.customer_id uuid not null
task.id uuid not null
task.kind text not null
task.call_id uuid
task.note_id uuid
task.team_id uuid not null
task.owner_id uuid
task.created_at timestamp with time zone not null
task.closed_at timestamp with time zone
task.closed_by uuid
task.outcome text
task.due_at timestamp with time zone
task.tries integer not null default 0
task.last_try uuid
task.remark text
team.id uuid not null
team.name text not null
team.position integer not null default 0
telephone.id text not null
telephone.account_id uuid not null
telephone.kind text not null
telephone.secret text not null
telephone.valid_until timestamp with time zone
unrouted_call.id uuid not null
unrouted_call.at timestamp with time zone not null
unrouted_call.reason text not null
voicemail.customer_id uuid not null
voicemail.call_id uuid not null
voicemail.seconds integer not null
voicemail.recorded_at timestamp with time zone not null
voicemail.audio bytea not null

call: CHECK ((caller ~ '^\+[1-9][0-9]{4,14}$'::text))
call: CHECK ((length(decision) <= 40))
call: CHECK ((length(reason) <= 60))
call: CHECK ((outcome = ANY (ARRAY['TAKEN'::text, 'PUT_THROUGH'::text, 'VOICEMAIL'::text, 'LOST'::text, 'MESSAGE'::text, 'FALLBACK'::text, 'BROKEN'::text])))
call: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
call: PRIMARY KEY (customer_id, id)
call_event: CHECK ((length(kind) <= 20))
call_event: CHECK ((seq >= 0))
call_event: FOREIGN KEY (customer_id, call_id) REFERENCES call(customer_id, id) ON DELETE CASCADE
call_event: PRIMARY KEY (customer_id, call_id, seq)
consent: CHECK ((((withdrawn_at IS NULL) = (withdrawn_how IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))))
consent: CHECK ((given_how = ANY (ARRAY['APP'::text, 'STAFF'::text, 'PAPER'::text])))
consent: CHECK ((withdrawn_how = ANY (ARRAY['APP'::text, 'STAFF'::text, 'PAPER'::text])))
consent: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
consent: FOREIGN KEY (purpose, text_version, text_language) REFERENCES consent_text(purpose, version, language)
consent: PRIMARY KEY (customer_id, id)
consent_text: CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
consent_text: CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
consent_text: CHECK ((purpose = ANY (ARRAY['push'::text, 'google-contacts'::text, 'google-calendar'::text, 'optional-email'::text, 'device-contacts'::text])))
consent_text: PRIMARY KEY (purpose, version, language)
contact: CHECK (((length(display_name) >= 1) AND (length(display_name) <= 200)))
contact: CHECK (((vip_mode IS NULL) OR (mark = 'VIP'::text)))
contact: CHECK ((length(company) <= 200))
contact: CHECK ((length(email) <= 254))
contact: CHECK ((length(note) <= 2000))
contact: CHECK ((mark = ANY (ARRAY['NONE'::text, 'VIP'::text, 'BLOCKED'::text])))
contact: CHECK ((vip_mode = ANY (ARRAY['ANNOUNCED'::text, 'DIRECT'::text])))
contact: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
contact: PRIMARY KEY (customer_id, id)
contact_number: CHECK ((length(label) <= 40))
contact_number: CHECK ((number ~ '^\+[1-9][0-9]{4,14}$'::text))
contact_number: FOREIGN KEY (customer_id, contact_id) REFERENCES contact(customer_id, id) ON DELETE CASCADE
contact_number: PRIMARY KEY (customer_id, contact_id, number)
customer: CHECK (((length(name) >= 1) AND (length(name) <= 120)))
customer: CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
customer: CHECK ((length(knowledge) <= 4000))
customer: CHECK ((length(trade) <= 120))
customer: PRIMARY KEY (customer_id)
delivery: CHECK ((channel = ANY (ARRAY['PUSH'::text, 'EMAIL'::text, 'SMS'::text, 'WEBHOOK'::text])))
delivery: CHECK ((length(address) <= 254))
delivery: CHECK ((length(provider_ref) <= 300))
delivery: CHECK ((length(why) <= 500))
delivery: CHECK ((state = ANY (ARRAY['QUEUED'::text, 'SENT'::text, 'DELIVERED'::text, 'FAILED'::text])))
delivery: FOREIGN KEY (customer_id, outbox_id) REFERENCES outbox(customer_id, id) ON DELETE CASCADE
delivery: PRIMARY KEY (customer_id, id)
device: CHECK (((length(token) >= 8) AND (length(token) <= 4096)))
device: CHECK ((length(label) <= 120))
device: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
device: PRIMARY KEY (customer_id, id)
device: UNIQUE (customer_id, token)
directory_account: CHECK (((customer_id IS NOT NULL) = (role ~~ 'CUSTOMER%'::text)))
directory_account: CHECK (((sign_in = lower(sign_in)) AND ((length(sign_in) >= 3) AND (length(sign_in) <= 254))))
directory_account: CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
directory_account: CHECK ((role = ANY (ARRAY['CUSTOMER_OWNER'::text, 'CUSTOMER_COLLEAGUE'::text, 'CUSTOMER_READ_ONLY'::text, 'SECRETARY'::text, 'SUPERVISOR'::text, 'OPERATOR'::text, 'PRIVACY_OFFICER'::text])))
directory_account: PRIMARY KEY (id)
directory_account: UNIQUE (sign_in)
directory_line: CHECK ((number ~ '^\+[1-9][0-9]{4,14}$'::text))
directory_line: PRIMARY KEY (number)
directory_line: UNIQUE (line_id)
directory_routing_version: PRIMARY KEY (customer_id)
directory_session: CHECK ((realm = ANY (ARRAY['CONSOLE'::text, 'APP'::text])))
directory_session: FOREIGN KEY (account_id) REFERENCES directory_account(id) ON DELETE CASCADE
directory_session: PRIMARY KEY (token_hash)
directory_sign_in_failure: PRIMARY KEY (id)
forwarding_number: CHECK ((length(label) <= 60))
forwarding_number: CHECK ((number ~ '^\+[1-9][0-9]{4,14}$'::text))
forwarding_number: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
forwarding_number: PRIMARY KEY (customer_id, id)
forwarding_number: UNIQUE (customer_id, number)
google_authorization: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
google_authorization: PRIMARY KEY (customer_id, id)
google_authorization: UNIQUE (customer_id, state_hash)
google_busy: CHECK ((ends_at > starts_at))
google_busy: CHECK ((length(event_key) <= 200))
google_busy: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
google_busy: PRIMARY KEY (customer_id, event_key)
google_contact: CHECK (((length(display_name) >= 1) AND (length(display_name) <= 200)))
google_contact: CHECK ((length(company) <= 200))
google_contact: CHECK ((length(etag) <= 200))
google_contact: CHECK ((length(resource_name) <= 200))
google_contact: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
google_contact: PRIMARY KEY (customer_id, resource_name)
google_contact_number: CHECK ((number ~ '^\+[1-9][0-9]{4,14}$'::text))
google_contact_number: FOREIGN KEY (customer_id, resource_name) REFERENCES google_contact(customer_id, resource_name) ON DELETE CASCADE
google_contact_number: PRIMARY KEY (customer_id, resource_name, number)
google_link: CHECK ((length(last_error) <= 200))
google_link: CHECK ((purpose = ANY (ARRAY['google-contacts'::text, 'google-calendar'::text])))
google_link: CHECK ((state = ANY (ARRAY['LINKED'::text, 'NEEDS_CONSENT'::text])))
google_link: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
google_link: PRIMARY KEY (customer_id, purpose)
google_request: CHECK ((kind = ANY (ARRAY['CONNECT'::text, 'WITHDRAW'::text, 'SYNC'::text])))
google_request: CHECK ((length(outcome) <= 200))
google_request: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
google_request: PRIMARY KEY (customer_id, id)
instruction: CHECK (
CASE window_kind
    WHEN 'ONE_OFF'::text THEN ((starts_at IS NOT NULL) AND (ends_at > starts_at) AND (weekly IS NULL))
    WHEN 'WEEKLY'::text THEN ((weekly IS NOT NULL) AND (starts_at IS NULL) AND (ends_at IS NULL))
    WHEN 'OPEN'::text THEN ((ends_at IS NULL) AND (weekly IS NULL))
    ELSE ((starts_at IS NULL) AND (ends_at IS NULL) AND (weekly IS NULL) AND (deleted_at IS NULL))
END)
instruction: CHECK (((NOT quick) OR (window_kind = 'ONE_OFF'::text)))
instruction: CHECK (((length(greeting) >= 1) AND (length(greeting) <= 500)))
instruction: CHECK (((length(message) >= 1) AND (length(message) <= 1000)))
instruction: CHECK (((put_through = 'ALL'::text) OR (message IS NOT NULL)))
instruction: CHECK ((length(notes) <= 2000))
instruction: CHECK ((mode = ANY (ARRAY['ANNOUNCED'::text, 'DIRECT'::text])))
instruction: CHECK ((put_through = ANY (ARRAY['ALL'::text, 'VIP'::text, 'NONE'::text])))
instruction: CHECK ((window_kind = ANY (ARRAY['STANDING'::text, 'ONE_OFF'::text, 'WEEKLY'::text, 'OPEN'::text])))
instruction: CHECK ((withheld_callers = ANY (ARRAY['AS_STRANGERS'::text, 'DESK_ONLY'::text, 'VOICEMAIL'::text, 'MESSAGE'::text])))
instruction: FOREIGN KEY (customer_id, line_id) REFERENCES line(customer_id, id) ON DELETE CASCADE
instruction: PRIMARY KEY (customer_id, id)
intake_script: CHECK (((jsonb_typeof(questions) = 'array'::text) AND (jsonb_array_length(questions) <= 30)))
intake_script: CHECK ((version > 0))
intake_script: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
intake_script: PRIMARY KEY (customer_id)
ladder_also: CHECK (((nth >= 1) AND (nth <= 3)))
ladder_also: FOREIGN KEY (customer_id, forwarding_number_id) REFERENCES forwarding_number(customer_id, id)
ladder_also: FOREIGN KEY (customer_id, instruction_id, "position") REFERENCES ladder_step(customer_id, instruction_id, "position") ON DELETE CASCADE
ladder_also: PRIMARY KEY (customer_id, instruction_id, "position", nth)
ladder_also: UNIQUE (customer_id, instruction_id, "position", forwarding_number_id)
ladder_step: CHECK ((("position" >= 0) AND ("position" <= 9)))
ladder_step: CHECK (((ring_seconds >= 5) AND (ring_seconds <= 60)))
ladder_step: CHECK ((on_busy = ANY (ARRAY['NEXT'::text, 'DESK'::text, 'VOICEMAIL'::text])))
ladder_step: CHECK ((on_no_answer = ANY (ARRAY['NEXT'::text, 'DESK'::text, 'VOICEMAIL'::text])))
ladder_step: CHECK ((on_refused = ANY (ARRAY['NEXT'::text, 'DESK'::text, 'VOICEMAIL'::text])))
ladder_step: CHECK ((on_unreachable = ANY (ARRAY['NEXT'::text, 'DESK'::text, 'VOICEMAIL'::text])))
ladder_step: FOREIGN KEY (customer_id, forwarding_number_id) REFERENCES forwarding_number(customer_id, id)
ladder_step: FOREIGN KEY (customer_id, instruction_id) REFERENCES instruction(customer_id, id) ON DELETE CASCADE
ladder_step: PRIMARY KEY (customer_id, instruction_id, "position")
line: CHECK (((length(name) >= 1) AND (length(name) <= 80)))
line: CHECK ((blocked_callers = ANY (ARRAY['MESSAGE'::text, 'VOICEMAIL'::text])))
line: CHECK ((holidays = ANY (ARRAY['NONE'::text, 'FRANCE'::text, 'ALSACE_MOSELLE'::text])))
line: CHECK ((number ~ '^\+[1-9][0-9]{4,14}$'::text))
line: CHECK ((out_of_hours = ANY (ARRAY['VOICEMAIL'::text, 'MESSAGE'::text])))
line: CHECK ((when_busy = ANY (ARRAY['AS_INSTRUCTED'::text, 'VIP_ONLY'::text, 'NOBODY'::text])))
line: CHECK ((withheld_callers = ANY (ARRAY['AS_STRANGERS'::text, 'DESK_ONLY'::text, 'VOICEMAIL'::text, 'MESSAGE'::text])))
line: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
line: FOREIGN KEY (home_team) REFERENCES team(id)
line: PRIMARY KEY (customer_id, id)
mirror_mark: CHECK (((vip_mode IS NULL) OR (mark = 'VIP'::text)))
mirror_mark: CHECK ((length(resource_name) <= 200))
mirror_mark: CHECK ((mark = ANY (ARRAY['VIP'::text, 'BLOCKED'::text])))
mirror_mark: CHECK ((vip_mode = ANY (ARRAY['ANNOUNCED'::text, 'DIRECT'::text])))
mirror_mark: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
mirror_mark: FOREIGN KEY (customer_id, resource_name) REFERENCES google_contact(customer_id, resource_name) ON DELETE CASCADE
mirror_mark: PRIMARY KEY (customer_id, resource_name)
note: CHECK (((state = 'SENT'::text) = (sent_at IS NOT NULL)))
note: CHECK ((caller_number ~ '^\+[1-9][0-9]{4,14}$'::text))
note: CHECK ((jsonb_typeof(asked) = 'array'::text))
note: CHECK ((length(caller_name) <= 200))
note: CHECK ((length(request) <= 8000))
note: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SENT'::text])))
note: CHECK ((urgency = ANY (ARRAY['NORMAL'::text, 'URGENT'::text])))
note: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
note: PRIMARY KEY (customer_id, id)
note_state: CHECK ((feedback = ANY (ARRAY['GOOD'::text, 'BAD'::text])))
note_state: CHECK ((length(feedback_text) <= 1000))
note_state: FOREIGN KEY (customer_id, note_id) REFERENCES note(customer_id, id) ON DELETE CASCADE
note_state: PRIMARY KEY (customer_id, note_id)
notification_preference: CHECK (((NOT incoming_calls) OR ((channel = 'PUSH'::text) AND (urgency = 'NORMAL'::text))))
notification_preference: CHECK (((quiet_from IS NULL) = (quiet_to IS NULL)))
notification_preference: CHECK ((channel = ANY (ARRAY['PUSH'::text, 'EMAIL'::text, 'SMS'::text])))
notification_preference: CHECK ((length(address) <= 254))
notification_preference: CHECK ((urgency = ANY (ARRAY['NORMAL'::text, 'URGENT'::text])))
notification_preference: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
notification_preference: PRIMARY KEY (customer_id, account_id, channel, urgency)
number_proof: CHECK (((attempts >= 0) AND (attempts <= 5)))
number_proof: CHECK ((channel = ANY (ARRAY['SMS'::text, 'CALL'::text])))
number_proof: CHECK ((expires_at > sent_at))
number_proof: CHECK ((number ~ '^\+[1-9][0-9]{4,14}$'::text))
number_proof: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
number_proof: PRIMARY KEY (customer_id, id)
number_proof_call: CHECK ((length(why) <= 40))
number_proof_call: CHECK ((outcome = ANY (ARRAY['ANSWERED'::text, 'NOT_REACHED'::text, 'REFUSED'::text])))
number_proof_call: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
number_proof_call: PRIMARY KEY (customer_id, proof_id)
outbox: CHECK ((kind = ANY (ARRAY['NOTE'::text, 'INCOMING_CALL'::text, 'VOICEMAIL'::text, 'LOST_CALL'::text, 'NUMBER_PROOF'::text])))
outbox: CHECK ((length(parked_why) <= 500))
outbox: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
outbox: PRIMARY KEY (customer_id, id)
outgoing_cap: CHECK (((cents >= 0) AND (cents <= 100000000)))
outgoing_cap: CHECK (((legs >= 0) AND (legs <= 100000)))
outgoing_cap: CHECK (((minutes >= 0) AND (minutes <= 100000)))
outgoing_cap: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
outgoing_cap: PRIMARY KEY (customer_id)
outgoing_leg: CHECK ((purpose = ANY (ARRAY['PUT_THROUGH'::text, 'CONSULT'::text, 'PROOF'::text])))
outgoing_leg: CHECK ((rate = ANY (ARRAY['FIXED'::text, 'MOBILE'::text, 'ABROAD'::text])))
outgoing_leg: CHECK ((reserved_seconds >= 0))
outgoing_leg: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
outgoing_leg: PRIMARY KEY (customer_id, id)
person: CHECK (((length(display_name) >= 1) AND (length(display_name) <= 120)))
person: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
person: PRIMARY KEY (customer_id, account_id)
retired_address: CHECK ((length(why) <= 200))
retired_address: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
retired_address: PRIMARY KEY (customer_id, device_id)
secretary: CHECK (((length(display_name) >= 1) AND (length(display_name) <= 80)))
secretary: FOREIGN KEY (team_id) REFERENCES team(id)
secretary: PRIMARY KEY (account_id)
secretary_state: CHECK ((length(reason) <= 80))
secretary_state: CHECK ((state = ANY (ARRAY['PREPARING'::text, 'READY'::text, 'OFFERED'::text, 'TALKING'::text, 'WRAP_UP'::text, 'BREAK'::text, 'PAUSED'::text, 'SIGNED_OFF'::text])))
secretary_state: PRIMARY KEY (account_id)
sync_run: CHECK ((kind = ANY (ARRAY['CONTACTS'::text, 'CALENDAR'::text])))
sync_run: CHECK ((length(outcome) <= 200))
sync_run: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
sync_run: PRIMARY KEY (customer_id, id)
task: CHECK ((kind = ANY (ARRAY['LOST'::text, 'CALLBACK'::text, 'VOICEMAIL'::text, 'UNSAVED_NOTE'::text, 'DROPPED'::text, 'CAP_REACHED'::text])))
task: CHECK ((length(outcome) <= 500))
task: CHECK ((length(remark) <= 500))
task: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
task: PRIMARY KEY (customer_id, id)
team: CHECK (((length(name) >= 1) AND (length(name) <= 80)))
team: PRIMARY KEY (id)
team: UNIQUE (name)
telephone: CHECK (((length(secret) >= 8) AND (length(secret) <= 128)))
telephone: CHECK ((id ~ '^[a-z0-9-]{3,40}$'::text))
telephone: CHECK ((kind = ANY (ARRAY['BROWSER'::text, 'DESK'::text])))
telephone: PRIMARY KEY (id)
telephone: UNIQUE (account_id, kind)
unrouted_call: CHECK ((length(reason) <= 40))
unrouted_call: PRIMARY KEY (id)
voicemail: CHECK (((octet_length(audio) >= 1) AND (octet_length(audio) <= 4000000)))
voicemail: CHECK (((seconds >= 0) AND (seconds <= 3600)))
voicemail: FOREIGN KEY (customer_id) REFERENCES customer(customer_id) ON DELETE CASCADE
voicemail: PRIMARY KEY (customer_id, call_id)

CREATE INDEX call_customer_id_arrived_at_id_idx ON public.call USING btree (customer_id, arrived_at DESC, id DESC)
CREATE INDEX call_customer_id_caller_arrived_at_idx ON public.call USING btree (customer_id, caller, arrived_at DESC)
CREATE INDEX call_event_missed ON public.call_event USING btree (customer_id, at) WHERE (kind = 'missed'::text)
CREATE INDEX call_event_time ON public.call_event USING brin (at)
CREATE INDEX call_open ON public.call USING btree (customer_id) WHERE (ended_at IS NULL)
CREATE INDEX call_time ON public.call USING brin (arrived_at)
CREATE INDEX contact_customer_id_lower_idx ON public.contact USING btree (customer_id, lower(display_name))
CREATE INDEX contact_number_customer_id_number_idx ON public.contact_number USING btree (customer_id, number)
CREATE INDEX delivery_customer_id_subject_id_idx ON public.delivery USING btree (customer_id, subject_id)
CREATE INDEX delivery_due ON public.delivery USING btree (channel, due_at) WHERE (state = 'QUEUED'::text)
CREATE INDEX delivery_sms ON public.delivery USING btree (id) WHERE (channel = 'SMS'::text)
CREATE INDEX directory_routing_version_changed_idx ON public.directory_routing_version USING btree (changed)
CREATE INDEX directory_session_account_id_idx ON public.directory_session USING btree (account_id)
CREATE INDEX directory_session_expires_at_idx ON public.directory_session USING btree (expires_at)
CREATE INDEX directory_sign_in_failure_name_hash_at_idx ON public.directory_sign_in_failure USING btree (name_hash, at)
CREATE INDEX google_busy_customer_id_ends_at_idx ON public.google_busy USING btree (customer_id, ends_at)
CREATE INDEX google_contact_number_customer_id_number_idx ON public.google_contact_number USING btree (customer_id, number)
CREATE INDEX google_request_open ON public.google_request USING btree (created_at) WHERE (done_at IS NULL)
CREATE INDEX instruction_customer_id_line_id_idx ON public.instruction USING btree (customer_id, line_id) WHERE (deleted_at IS NULL)
CREATE INDEX note_customer_id_call_id_idx ON public.note USING btree (customer_id, call_id)
CREATE INDEX note_customer_id_sent_at_id_idx ON public.note USING btree (customer_id, sent_at DESC, id DESC) WHERE (state = 'SENT'::text)
CREATE INDEX note_drafts ON public.note USING btree (secretary_id) WHERE (state = 'DRAFT'::text)
CREATE INDEX note_sent_at ON public.note USING btree (sent_at DESC) WHERE (state = 'SENT'::text)
CREATE INDEX note_state_feedback ON public.note_state USING btree (customer_id, note_id) WHERE (feedback IS NOT NULL)
CREATE INDEX note_words ON public.note USING gin (plain(((caller_name || ' '::text) || request)) gin_trgm_ops) WHERE (state = 'SENT'::text)
CREATE INDEX number_proof_calls ON public.number_proof USING btree (sent_at) WHERE (channel = 'CALL'::text)
CREATE INDEX number_proof_customer_id_sent_at_idx ON public.number_proof USING btree (customer_id, sent_at)
CREATE INDEX outbox_due ON public.outbox USING btree (created_at) WHERE (done_at IS NULL)
CREATE INDEX outgoing_leg_changed_at_idx ON public.outgoing_leg USING btree (changed_at)
CREATE INDEX task_open ON public.task USING btree (team_id, created_at) WHERE (closed_at IS NULL)
CREATE INDEX voicemail_recorded_at ON public.voicemail USING btree (recorded_at)
CREATE UNIQUE INDEX call_event_pkey ON public.call_event USING btree (customer_id, call_id, seq)
CREATE UNIQUE INDEX call_pkey ON public.call USING btree (customer_id, id)
CREATE UNIQUE INDEX consent_in_force ON public.consent USING btree (customer_id, account_id, purpose) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX consent_pkey ON public.consent USING btree (customer_id, id)
CREATE UNIQUE INDEX consent_text_pkey ON public.consent_text USING btree (purpose, version, language)
CREATE UNIQUE INDEX contact_number_pkey ON public.contact_number USING btree (customer_id, contact_id, number)
CREATE UNIQUE INDEX contact_pkey ON public.contact USING btree (customer_id, id)
CREATE UNIQUE INDEX customer_pkey ON public.customer USING btree (customer_id)
CREATE UNIQUE INDEX delivery_once ON public.delivery USING btree (customer_id, outbox_id, account_id, channel, COALESCE(device_id, '00000000-0000-0000-0000-000000000000'::uuid))
CREATE UNIQUE INDEX delivery_pkey ON public.delivery USING btree (customer_id, id)
CREATE UNIQUE INDEX device_customer_id_token_key ON public.device USING btree (customer_id, token)
CREATE UNIQUE INDEX device_pkey ON public.device USING btree (customer_id, id)
CREATE UNIQUE INDEX directory_account_pkey ON public.directory_account USING btree (id)
CREATE UNIQUE INDEX directory_account_sign_in_key ON public.directory_account USING btree (sign_in)
CREATE UNIQUE INDEX directory_line_line_id_key ON public.directory_line USING btree (line_id)
CREATE UNIQUE INDEX directory_line_pkey ON public.directory_line USING btree (number)
CREATE UNIQUE INDEX directory_routing_version_pkey ON public.directory_routing_version USING btree (customer_id)
CREATE UNIQUE INDEX directory_session_pkey ON public.directory_session USING btree (token_hash)
CREATE UNIQUE INDEX directory_sign_in_failure_pkey ON public.directory_sign_in_failure USING btree (id)
CREATE UNIQUE INDEX forwarding_number_customer_id_number_key ON public.forwarding_number USING btree (customer_id, number)
CREATE UNIQUE INDEX forwarding_number_pkey ON public.forwarding_number USING btree (customer_id, id)
CREATE UNIQUE INDEX google_authorization_customer_id_state_hash_key ON public.google_authorization USING btree (customer_id, state_hash)
CREATE UNIQUE INDEX google_authorization_pkey ON public.google_authorization USING btree (customer_id, id)
CREATE UNIQUE INDEX google_busy_pkey ON public.google_busy USING btree (customer_id, event_key)
CREATE UNIQUE INDEX google_contact_number_pkey ON public.google_contact_number USING btree (customer_id, resource_name, number)
CREATE UNIQUE INDEX google_contact_pkey ON public.google_contact USING btree (customer_id, resource_name)
CREATE UNIQUE INDEX google_link_pkey ON public.google_link USING btree (customer_id, purpose)
CREATE UNIQUE INDEX google_request_pkey ON public.google_request USING btree (customer_id, id)
CREATE UNIQUE INDEX instruction_pkey ON public.instruction USING btree (customer_id, id)
CREATE UNIQUE INDEX instruction_quick ON public.instruction USING btree (customer_id, line_id) WHERE (quick AND (deleted_at IS NULL))
CREATE UNIQUE INDEX instruction_standing ON public.instruction USING btree (customer_id, line_id) WHERE (window_kind = 'STANDING'::text)
CREATE UNIQUE INDEX intake_script_pkey ON public.intake_script USING btree (customer_id)
CREATE UNIQUE INDEX ladder_also_customer_id_instruction_id_position_forwarding__key ON public.ladder_also USING btree (customer_id, instruction_id, "position", forwarding_number_id)
CREATE UNIQUE INDEX ladder_also_pkey ON public.ladder_also USING btree (customer_id, instruction_id, "position", nth)
CREATE UNIQUE INDEX ladder_step_pkey ON public.ladder_step USING btree (customer_id, instruction_id, "position")
CREATE UNIQUE INDEX line_pkey ON public.line USING btree (customer_id, id)
CREATE UNIQUE INDEX mirror_mark_pkey ON public.mirror_mark USING btree (customer_id, resource_name)
CREATE UNIQUE INDEX note_pkey ON public.note USING btree (customer_id, id)
CREATE UNIQUE INDEX note_state_pkey ON public.note_state USING btree (customer_id, note_id)
CREATE UNIQUE INDEX notification_preference_pkey ON public.notification_preference USING btree (customer_id, account_id, channel, urgency)
CREATE UNIQUE INDEX number_proof_call_pkey ON public.number_proof_call USING btree (customer_id, proof_id)
CREATE UNIQUE INDEX number_proof_pkey ON public.number_proof USING btree (customer_id, id)
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (customer_id, id)
CREATE UNIQUE INDEX outgoing_cap_pkey ON public.outgoing_cap USING btree (customer_id)
CREATE UNIQUE INDEX outgoing_leg_pkey ON public.outgoing_leg USING btree (customer_id, id)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (customer_id, account_id)
CREATE UNIQUE INDEX retired_address_pkey ON public.retired_address USING btree (customer_id, device_id)
CREATE UNIQUE INDEX secretary_pkey ON public.secretary USING btree (account_id)
CREATE UNIQUE INDEX secretary_state_pkey ON public.secretary_state USING btree (account_id)
CREATE UNIQUE INDEX sync_run_pkey ON public.sync_run USING btree (customer_id, id)
CREATE UNIQUE INDEX task_once ON public.task USING btree (customer_id, kind, call_id) WHERE ((call_id IS NOT NULL) AND (kind <> 'UNSAVED_NOTE'::text))
CREATE UNIQUE INDEX task_once_a_note ON public.task USING btree (customer_id, note_id) WHERE (kind = 'UNSAVED_NOTE'::text)
CREATE UNIQUE INDEX task_pkey ON public.task USING btree (customer_id, id)
CREATE UNIQUE INDEX team_name_key ON public.team USING btree (name)
CREATE UNIQUE INDEX team_pkey ON public.team USING btree (id)
CREATE UNIQUE INDEX telephone_account_id_kind_key ON public.telephone USING btree (account_id, kind)
CREATE UNIQUE INDEX telephone_pkey ON public.telephone USING btree (id)
CREATE UNIQUE INDEX unrouted_call_pkey ON public.unrouted_call USING btree (id)
CREATE UNIQUE INDEX voicemail_pkey ON public.voicemail USING btree (customer_id, call_id)

policy across on call for SELECT to {permanence_across} using true
policy across on call_event for SELECT to {permanence_across} using true
policy across on consent for ALL to {permanence_across} using (customer_id = current_customer())
policy across on contact for SELECT to {permanence_across} using true
policy across on contact_number for SELECT to {permanence_across} using true
policy across on customer for SELECT to {permanence_across} using true
policy across on delivery for ALL to {permanence_across} using true
policy across on forwarding_number for SELECT to {permanence_across} using true
policy across on google_busy for SELECT to {permanence_across} using true
policy across on google_contact for SELECT to {permanence_across} using true
policy across on google_contact_number for SELECT to {permanence_across} using true
policy across on google_link for SELECT to {permanence_across} using true
policy across on google_request for SELECT to {permanence_across} using true
policy across on instruction for SELECT to {permanence_across} using true
policy across on ladder_also for SELECT to {permanence_across} using true
policy across on ladder_step for SELECT to {permanence_across} using true
policy across on line for SELECT to {permanence_across} using true
policy across on mirror_mark for SELECT to {permanence_across} using true
policy across on note for SELECT to {permanence_across} using true
policy across on note_state for SELECT to {permanence_across} using true
policy across on number_proof for SELECT to {permanence_across} using true
policy across on number_proof_call for SELECT to {permanence_across} using true
policy across on outbox for ALL to {permanence_across} using true
policy across on outgoing_cap for SELECT to {permanence_across} using true
policy across on outgoing_leg for SELECT to {permanence_across} using true
policy across on task for SELECT to {permanence_across} using true
policy across on voicemail for ALL to {permanence_across} using true
policy customer on call for ALL to {public} using (customer_id = current_customer())
policy customer on call_event for ALL to {public} using (customer_id = current_customer())
policy customer on consent for ALL to {public} using (customer_id = current_customer())
policy customer on contact for ALL to {public} using (customer_id = current_customer())
policy customer on contact_number for ALL to {public} using (customer_id = current_customer())
policy customer on customer for ALL to {public} using (customer_id = current_customer())
policy customer on delivery for ALL to {public} using (customer_id = current_customer())
policy customer on device for ALL to {public} using (customer_id = current_customer())
policy customer on forwarding_number for ALL to {public} using (customer_id = current_customer())
policy customer on google_authorization for ALL to {public} using (customer_id = current_customer())
policy customer on google_busy for ALL to {public} using (customer_id = current_customer())
policy customer on google_contact for ALL to {public} using (customer_id = current_customer())
policy customer on google_contact_number for ALL to {public} using (customer_id = current_customer())
policy customer on google_link for ALL to {public} using (customer_id = current_customer())
policy customer on google_request for ALL to {public} using (customer_id = current_customer())
policy customer on instruction for ALL to {public} using (customer_id = current_customer())
policy customer on intake_script for ALL to {public} using (customer_id = current_customer())
policy customer on ladder_also for ALL to {public} using (customer_id = current_customer())
policy customer on ladder_step for ALL to {public} using (customer_id = current_customer())
policy customer on line for ALL to {public} using (customer_id = current_customer())
policy customer on mirror_mark for ALL to {public} using (customer_id = current_customer())
policy customer on note for ALL to {public} using (customer_id = current_customer())
policy customer on note_state for ALL to {public} using (customer_id = current_customer())
policy customer on notification_preference for ALL to {public} using (customer_id = current_customer())
policy customer on number_proof for ALL to {public} using (customer_id = current_customer())
policy customer on number_proof_call for ALL to {public} using (customer_id = current_customer())
policy customer on outbox for ALL to {public} using (customer_id = current_customer())
policy customer on outgoing_cap for ALL to {public} using (customer_id = current_customer())
policy customer on outgoing_leg for ALL to {public} using (customer_id = current_customer())
policy customer on person for ALL to {public} using (customer_id = current_customer())
policy customer on retired_address for ALL to {public} using (customer_id = current_customer())
policy customer on sync_run for ALL to {public} using (customer_id = current_customer())
policy customer on task for ALL to {public} using (customer_id = current_customer())
policy customer on voicemail for ALL to {public} using (customer_id = current_customer())

CREATE TRIGGER announce AFTER INSERT ON public.google_request FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT ON public.number_proof FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT ON public.outbox FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT OR DELETE OR UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT OR DELETE OR UPDATE ON public.google_link FOR EACH ROW EXECUTE FUNCTION announce_change('customer_id')
CREATE TRIGGER announce AFTER INSERT OR DELETE OR UPDATE ON public.instruction FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT OR DELETE OR UPDATE ON public.line FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT OR DELETE OR UPDATE ON public.note FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT OR DELETE OR UPDATE ON public.secretary FOR EACH ROW EXECUTE FUNCTION announce_change('account_id')
CREATE TRIGGER announce AFTER INSERT OR DELETE OR UPDATE ON public.team FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON public.call FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON public.delivery FOR EACH ROW EXECUTE FUNCTION announce_change('subject_id')
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON public.note_state FOR EACH ROW EXECUTE FUNCTION announce_change('note_id')
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON public.sync_run FOR EACH ROW EXECUTE FUNCTION announce_change('customer_id')
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON public.task FOR EACH ROW EXECUTE FUNCTION announce_change('id')
CREATE TRIGGER line_directory AFTER INSERT OR DELETE OR UPDATE ON public.line FOR EACH ROW EXECUTE FUNCTION line_directory()
CREATE TRIGGER tell_of_ringing AFTER INSERT ON public.call FOR EACH ROW WHEN (((new.decision = ANY (ARRAY['desk'::text, 'ladder'::text])) AND (new.ended_at IS NULL))) EXECUTE FUNCTION tell_of_ringing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.contact_number FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.customer FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.forwarding_number FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.google_busy FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.google_contact FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.google_contact_number FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.instruction FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.ladder_also FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.ladder_step FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.line FOR EACH ROW EXECUTE FUNCTION touch_routing()
CREATE TRIGGER touch_routing AFTER INSERT OR DELETE OR UPDATE ON public.mirror_mark FOR EACH ROW EXECUTE FUNCTION touch_routing()

function announce_change() returns trigger invoker owner permanence_owner 605de3d05076a8c93c699af60d39adc8
function call_home(call uuid) returns TABLE(customer_id uuid, answered_by uuid, ended_at timestamp with time zone) definer owner permanence_across adcbdf0a688ddf5e51dcc6693f908d38
function claim_deliveries(of_channel text, at timestamp with time zone, lease_until timestamp with time zone, most integer) returns SETOF delivery definer owner permanence_across f48ee5ce940e922a644adcee6b059655
function claim_outbox(at timestamp with time zone, lease_until timestamp with time zone, most integer) returns SETOF outbox definer owner permanence_across 52a62d658beedd4481f1db3f59fe0b75
function close_deliveries(ends jsonb, at timestamp with time zone) returns bigint definer owner permanence_across cd0f4f44011d62b59f43fa1c2078eeb4
function consent_holds(consent_id uuid) returns boolean definer owner permanence_across 27b0a465447f217930a6b25da80174ec
function current_customer() returns uuid invoker owner permanence_owner d41d8cd98f00b204e9800998ecf8427e
function desk_events(since timestamp with time zone) returns TABLE(call_id uuid, line_id uuid, team uuid, seq integer, kind text, at timestamp with time zone, secretary text) definer owner permanence_across 784125eb36b4aa2df5f8983a3f07a03d
function desk_feedback(of_customer uuid, since timestamp with time zone) returns TABLE(customer_id uuid, secretary uuid, good bigint, bad bigint) definer owner permanence_across f8bdd7f4db113f0983e61c277497b429
function desk_figures(since timestamp with time zone) returns TABLE(arrived bigint, answered bigint, lost bigint, answered_in_time bigint) definer owner permanence_across 1716ed4067c0d9c66b34a13bcb978df9
function desk_lines(of_customer uuid) returns TABLE(customer_id uuid, line_id uuid, overflow_teams uuid[], languages text[], skills text[], preferred_skills text[]) definer owner permanence_across e9a5d62c9f4c11ac114b5caa0723ebcd
function desk_work(since timestamp with time zone) returns TABLE(secretary uuid, notes bigint, missed bigint) definer owner permanence_across 220d27cd946351034a7fc265b5b18646
function drafts_of(secretary uuid) returns TABLE(customer_id uuid, note_id uuid) definer owner permanence_across a40c7c8cef37eadc2cf154b67d54cce2
function forget_voicemails(before timestamp with time zone) returns bigint definer owner permanence_across 2084cb5306d1acd6c7b4e630e00bf528
function google_links_due(contacts_before timestamp with time zone, calendar_before timestamp with time zone) returns TABLE(customer_id uuid, purpose text) definer owner permanence_across 1be641921df6f268d13436eceeec65ea
function line_directory() returns trigger definer owner permanence_across bd0045c2f156af7e48c3e507ac707e09
function note_home(note uuid, secretary uuid) returns TABLE(customer_id uuid) definer owner permanence_across 0d7e715959d0f2c023634e7b86fc9f8f
function notes_sent(of_secretary uuid, since timestamp with time zone, named_since timestamp with time zone, most integer) returns TABLE(note_id uuid, secretary_id uuid, customer_name text, caller_name text, urgency text, sent_at timestamp with time zone, decided boolean, deliveries jsonb) definer owner permanence_across 47c350243371d57a49201937d27ab6dd
function number_proof_calls_due(at timestamp with time zone) returns TABLE(customer_id uuid, id uuid) definer owner permanence_across 695d4f48c27c2269235315cf813f8073
function open_calls() returns TABLE(customer_id uuid, call_id uuid) definer owner permanence_across 5613a4f7ee71587b13b59c42472cf319
function open_google_requests() returns TABLE(customer_id uuid, id uuid) definer owner permanence_across 07ddadf893fb1d3960c3e926e5652fc0
function open_tasks(team uuid) returns SETOF task definer owner permanence_across 91e41db2526454e2916e2f4af1a22d56
function outgoing_caps() returns SETOF outgoing_cap definer owner permanence_across 8026faab38d775ebec629466d2bfc522
function outgoing_legs_since(changed timestamp with time zone) returns SETOF outgoing_leg definer owner permanence_across 90accd5e5e55ff6c86fcf7f30482158e
function owe_tasks(owed jsonb) returns void invoker owner permanence_owner 95010f609a6f0ab734e44a5f42e72e79
function plain(text) returns text invoker owner permanence_owner d41d8cd98f00b204e9800998ecf8427e
function protect(IN guarded regclass) returns  invoker owner permanence_owner b002e57d8cccbf805fbe1ff0970f266c
function receive_receipt(of_delivery uuid, provider text, delivered boolean, reason text, at timestamp with time zone) returns boolean definer owner permanence_across 83a637e9d5d063185f5398421789d114
function routing_horizon() returns xid8 invoker owner permanence_owner d41d8cd98f00b204e9800998ecf8427e
function routing_lines(customers uuid[], busy_from timestamp with time zone, busy_to timestamp with time zone) returns TABLE(number text, line_id uuid, customer_id uuid, zone text, version bigint, home_team uuid, open_hours jsonb, out_of_hours text, blocked_callers text, withheld_callers text, when_busy text, holidays text, demo boolean, instructions jsonb, marks jsonb, busy jsonb) definer owner permanence_across 03f489b7d2bcbf1ad66357dec7a79c21
function routing_rows(customers uuid[], busy_from timestamp with time zone, busy_to timestamp with time zone) returns TABLE(number text, line_id uuid, customer_id uuid, zone text, version bigint, home_team uuid, open_hours jsonb, out_of_hours text, blocked_callers text, withheld_callers text, when_busy text, holidays text, demo boolean, instructions jsonb, marks jsonb, busy jsonb) invoker owner permanence_across 3e10b0ae458559db0dfb51e1e8033c15
function tasks_of(secretary uuid, team uuid, at timestamp with time zone) returns TABLE(customer_id uuid, id uuid, kind text, created_at timestamp with time zone, owner_id uuid, call_id uuid, note_id uuid, customer_name text, caller text, caller_name text, owner_name text, due_at timestamp with time zone, tries integer, remark text) definer owner permanence_across ef9fc254b9a347730716f86d5eb8e486
function tasks_shown(secretary uuid, team uuid, at timestamp with time zone) returns TABLE(customer_id uuid, id uuid, kind text, created_at timestamp with time zone, owner_id uuid, call_id uuid, note_id uuid, customer_name text, caller text, caller_name text, owner_name text, due_at timestamp with time zone, tries integer, remark text, vip boolean) definer owner permanence_across 659235bda4d363cf1bbf0e2bd6dd6c60
function tell_of_ringing() returns trigger invoker owner permanence_owner b0418192246d09d0a1fadd43f9b2fd42
function touch_routing() returns trigger definer owner permanence_across a7a91c8c580c8ebac32b8e13209b0c82
function write_journal(entries jsonb) returns void invoker owner permanence_owner 84b75e8ad36f3a613c13580899ffc963
function write_outgoing_legs(legs jsonb) returns void invoker owner permanence_owner 3e725e89dc93d6d865fbaf4d470f4015

grant SELECT on call to permanence_across
grant SELECT on call to permanence_portal
grant SELECT on call to permanence_push
grant INSERT, SELECT, UPDATE on call to permanence_router
grant SELECT on call to permanence_sync
grant SELECT on call_event to permanence_across
grant SELECT on call_event to permanence_portal
grant SELECT on call_event to permanence_push
grant INSERT, SELECT on call_event to permanence_router
grant SELECT on call_event to permanence_sync
grant SELECT, UPDATE on consent to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on consent to permanence_portal
grant SELECT on consent to permanence_push
grant SELECT on consent to permanence_router
grant SELECT on consent to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on consent_text to permanence_portal
grant SELECT on consent_text to permanence_push
grant SELECT on consent_text to permanence_router
grant SELECT on consent_text to permanence_sync
grant SELECT on contact to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on contact to permanence_portal
grant SELECT on contact to permanence_push
grant SELECT on contact to permanence_router
grant SELECT on contact to permanence_sync
grant SELECT on contact_number to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on contact_number to permanence_portal
grant SELECT on contact_number to permanence_push
grant SELECT on contact_number to permanence_router
grant SELECT on contact_number to permanence_sync
grant SELECT on customer to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on customer to permanence_portal
grant SELECT on customer to permanence_push
grant SELECT on customer to permanence_router
grant SELECT on customer to permanence_sync
grant SELECT, UPDATE on delivery to permanence_across
grant DELETE, SELECT on delivery to permanence_portal
grant INSERT, SELECT, UPDATE on delivery to permanence_push
grant SELECT on delivery to permanence_router
grant SELECT on delivery to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on device to permanence_portal
grant SELECT on device to permanence_push
grant SELECT on device to permanence_router
grant SELECT on device to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on directory_account to permanence_identity
grant DELETE, INSERT, SELECT, UPDATE on directory_line to permanence_across
grant SELECT on directory_line to permanence_portal
grant SELECT on directory_line to permanence_push
grant SELECT on directory_line to permanence_router
grant SELECT on directory_line to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on directory_routing_version to permanence_across
grant SELECT on directory_routing_version to permanence_portal
grant SELECT on directory_routing_version to permanence_push
grant SELECT on directory_routing_version to permanence_router
grant SELECT on directory_routing_version to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on directory_session to permanence_identity
grant DELETE, INSERT, SELECT, UPDATE on directory_sign_in_failure to permanence_identity
grant SELECT on flyway_schema_history to permanence_portal
grant SELECT on flyway_schema_history to permanence_push
grant SELECT on flyway_schema_history to permanence_router
grant SELECT on flyway_schema_history to permanence_sync
grant SELECT on forwarding_number to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on forwarding_number to permanence_portal
grant SELECT on forwarding_number to permanence_push
grant SELECT on forwarding_number to permanence_router
grant SELECT on forwarding_number to permanence_sync
grant DELETE, INSERT, SELECT on google_authorization to permanence_portal
grant SELECT on google_busy to permanence_across
grant SELECT on google_busy to permanence_portal
grant SELECT on google_busy to permanence_push
grant SELECT on google_busy to permanence_router
grant DELETE, INSERT, SELECT, UPDATE on google_busy to permanence_sync
grant SELECT on google_contact to permanence_across
grant SELECT on google_contact to permanence_portal
grant SELECT on google_contact to permanence_push
grant SELECT on google_contact to permanence_router
grant DELETE, INSERT, SELECT, UPDATE on google_contact to permanence_sync
grant SELECT on google_contact_number to permanence_across
grant SELECT on google_contact_number to permanence_portal
grant SELECT on google_contact_number to permanence_push
grant SELECT on google_contact_number to permanence_router
grant DELETE, INSERT, SELECT, UPDATE on google_contact_number to permanence_sync
grant SELECT on google_link to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on google_link to permanence_sync
grant SELECT on google_request to permanence_across
grant INSERT, SELECT on google_request to permanence_portal
grant SELECT on google_request to permanence_push
grant SELECT on google_request to permanence_router
grant SELECT, UPDATE on google_request to permanence_sync
grant SELECT on instruction to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on instruction to permanence_portal
grant SELECT on instruction to permanence_push
grant SELECT on instruction to permanence_router
grant SELECT on instruction to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on intake_script to permanence_portal
grant SELECT on intake_script to permanence_push
grant SELECT on intake_script to permanence_router
grant SELECT on intake_script to permanence_sync
grant SELECT on known_caller to permanence_across
grant SELECT on known_caller to permanence_portal
grant SELECT on known_caller to permanence_push
grant SELECT on known_caller to permanence_router
grant SELECT on known_caller to permanence_sync
grant SELECT on ladder_also to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on ladder_also to permanence_portal
grant SELECT on ladder_also to permanence_push
grant SELECT on ladder_also to permanence_router
grant SELECT on ladder_also to permanence_sync
grant SELECT on ladder_step to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on ladder_step to permanence_portal
grant SELECT on ladder_step to permanence_push
grant SELECT on ladder_step to permanence_router
grant SELECT on ladder_step to permanence_sync
grant SELECT on line to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on line to permanence_portal
grant SELECT on line to permanence_push
grant SELECT on line to permanence_router
grant SELECT on line to permanence_sync
grant SELECT on mirror_mark to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on mirror_mark to permanence_portal
grant SELECT on mirror_mark to permanence_push
grant SELECT on mirror_mark to permanence_router
grant SELECT on mirror_mark to permanence_sync
grant SELECT on note to permanence_across
grant DELETE, SELECT on note to permanence_portal
grant SELECT on note to permanence_push
grant INSERT, SELECT, UPDATE on note to permanence_router
grant SELECT on note to permanence_sync
grant SELECT on note_state to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on note_state to permanence_portal
grant SELECT on note_state to permanence_push
grant SELECT on note_state to permanence_router
grant SELECT on note_state to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on notification_preference to permanence_portal
grant SELECT on notification_preference to permanence_push
grant SELECT on notification_preference to permanence_router
grant SELECT on notification_preference to permanence_sync
grant SELECT on number_proof to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on number_proof to permanence_portal
grant SELECT on number_proof to permanence_push
grant SELECT on number_proof to permanence_router
grant SELECT on number_proof_call to permanence_across
grant SELECT on number_proof_call to permanence_portal
grant SELECT on number_proof_call to permanence_push
grant INSERT, SELECT, UPDATE on number_proof_call to permanence_router
grant SELECT on number_proof_call to permanence_sync
grant SELECT, UPDATE on outbox to permanence_across
grant INSERT, SELECT on outbox to permanence_portal
grant INSERT, SELECT, UPDATE on outbox to permanence_push
grant INSERT, SELECT on outbox to permanence_router
grant INSERT, SELECT on outbox to permanence_sync
grant SELECT on outgoing_cap to permanence_across
grant DELETE, INSERT, SELECT, UPDATE on outgoing_cap to permanence_portal
grant SELECT on outgoing_cap to permanence_push
grant SELECT on outgoing_cap to permanence_router
grant SELECT on outgoing_cap to permanence_sync
grant SELECT on outgoing_leg to permanence_across
grant SELECT on outgoing_leg to permanence_portal
grant SELECT on outgoing_leg to permanence_push
grant INSERT, SELECT, UPDATE on outgoing_leg to permanence_router
grant SELECT on outgoing_leg to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on person to permanence_portal
grant SELECT on person to permanence_push
grant SELECT on person to permanence_router
grant SELECT on person to permanence_sync
grant SELECT on retired_address to permanence_portal
grant INSERT, SELECT, UPDATE on retired_address to permanence_push
grant SELECT on retired_address to permanence_router
grant SELECT on retired_address to permanence_sync
grant SELECT on secretary to permanence_across
grant SELECT on secretary to permanence_identity
grant DELETE, INSERT, SELECT, UPDATE on secretary to permanence_portal
grant SELECT on secretary to permanence_push
grant SELECT on secretary to permanence_router
grant SELECT on secretary to permanence_sync
grant SELECT on secretary_state to permanence_portal
grant SELECT on secretary_state to permanence_push
grant INSERT, SELECT, UPDATE on secretary_state to permanence_router
grant SELECT on secretary_state to permanence_sync
grant SELECT on sync_run to permanence_portal
grant SELECT on sync_run to permanence_push
grant SELECT on sync_run to permanence_router
grant INSERT, SELECT, UPDATE on sync_run to permanence_sync
grant SELECT on task to permanence_across
grant SELECT on task to permanence_portal
grant SELECT on task to permanence_push
grant INSERT, SELECT, UPDATE on task to permanence_router
grant SELECT on task to permanence_sync
grant SELECT on team to permanence_identity
grant DELETE, INSERT, SELECT, UPDATE on team to permanence_portal
grant SELECT on team to permanence_push
grant SELECT on team to permanence_router
grant SELECT on team to permanence_sync
grant DELETE, INSERT, SELECT, UPDATE on telephone to permanence_router
grant SELECT on unrouted_call to permanence_portal
grant SELECT on unrouted_call to permanence_push
grant INSERT, SELECT on unrouted_call to permanence_router
grant SELECT on unrouted_call to permanence_sync
grant DELETE on voicemail to permanence_across
grant DELETE, SELECT on voicemail to permanence_portal
grant SELECT on voicemail to permanence_push
grant INSERT, SELECT, UPDATE on voicemail to permanence_router
grant SELECT on voicemail to permanence_sync

view known_caller as  SELECT n.customer_id,
    n.number,
    c.display_name,
    c.company,
    c.mark,
    'OWN'::text AS source,
    (c.id)::text AS source_id
   FROM (contact_number n
     JOIN contact c ON (((c.customer_id = n.customer_id) AND (c.id = n.contact_id))))
UNION ALL
 SELECT n.customer_id,
    n.number,
    g.display_name,
    g.company,
    COALESCE(m.mark, 'NONE'::text) AS mark,
    'GOOGLE'::text AS source,
    g.resource_name AS source_id
   FROM ((google_contact_number n
     JOIN google_contact g ON (((g.customer_id = n.customer_id) AND (g.resource_name = n.resource_name))))
     LEFT JOIN mirror_mark m ON (((m.customer_id = g.customer_id) AND (m.resource_name = g.resource_name))));

