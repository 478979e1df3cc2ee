/** What the stand-in knows at its start: a doctor's practice on an ordinary day. */

type Json = Record<string, unknown>;

const MINUTE = 60_000;
const DAY = 86_400_000;

let counter = 0;

/** Ids in the order they are made. */
export function id(): string {
  counter += 1;
  return `0198a1b2-0000-7000-8000-${String(counter).padStart(12, "0")}`;
}

export const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

const lineId = id();
const mobileId = id();
const officeId = id();
const newId = id();

export const forwardingNumbers: Json[] = [
  { id: mobileId, number: "+33639980001", label: "Mobile", provenAt: ago(90 * DAY) },
  { id: officeId, number: "+33199001005", label: "Cabinet", provenAt: ago(90 * DAY) },
  { id: newId, number: "+33639980009", label: "Maison", provenAt: null },
];

const GREETING = "Cabinet du docteur Martin, {secretary} à votre écoute, bonjour.";
const MESSAGE =
  "Le docteur Martin est en consultation. Je prends votre message et il vous rappelle.";
const LADDER = [
  { forwardingNumberId: mobileId, ringSeconds: 20, onNoAnswer: "NEXT", onBusy: "NEXT" },
  { forwardingNumberId: officeId, ringSeconds: 25, onNoAnswer: "DESK", onBusy: "VOICEMAIL" },
];

const handling = {
  putThrough: "VIP",
  mode: "ANNOUNCED",
  greeting: GREETING,
  message: MESSAGE,
  ladder: LADDER,
  secretaryNotes: null,
};

const WORKDAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"];

const planned = (window: Json, changed: Json, inForce: boolean) => ({
  id: id(),
  version: 3,
  lineId,
  window,
  ...handling,
  ...changed,
  quick: false,
  inForce,
  createdAt: ago(40 * DAY),
  changedAt: ago(3 * DAY),
});

export const instructions: Json[] = [
  planned(
    { kind: "ONE_OFF", from: ago(-6 * DAY), to: ago(-13 * DAY) },
    {
      putThrough: "NONE",
      message: "Le cabinet est fermé. Le docteur Roy vous reçoit en son absence.",
    },
    false,
  ),
  planned(
    {
      kind: "WEEKLY",
      hours: [
        { days: WORKDAYS, from: "08:30", to: "12:00" },
        { days: ["MONDAY", "TUESDAY", "THURSDAY", "FRIDAY"], from: "14:00", to: "18:00" },
      ],
    },
    {},
    true,
  ),
  planned({ kind: "OPEN_ENDED", from: ago(60 * DAY) }, { putThrough: "NONE" }, false),
];

export const lines: Json[] = [
  {
    id: lineId,
    number: "+33199001001",
    label: "Cabinet Martin",
    timeZone: "Europe/Paris",
    version: 1,
    standing: handling,
    choices: {
      outOfHours: "VOICEMAIL",
      blockedCallers: "MESSAGE",
      withheldCallers: "AS_STRANGERS",
      whenBusy: "AS_INSTRUCTED",
      holidays: "FRANCE",
    },
    now: {
      putThrough: "VIP",
      mode: "ANNOUNCED",
      source: "WEEKLY",
      instructionId: instructions[1]?.id,
      quick: false,
      until: ago(-3 * 60 * MINUTE),
    },
  },
];

const contact = (name: string, number: string, changed: Json = {}) => ({
  id: id(),
  version: 1,
  origin: "OWN",
  name,
  company: null,
  numbers: [{ number, label: "mobile" }],
  email: null,
  remarks: null,
  mark: "NONE",
  changedAt: ago(10 * DAY),
  ...changed,
});

export const contacts: Json[] = [
  contact("Alain Bertin", "+33639980114"),
  contact("Garage Lou", "+33199002040", { company: "Garage Lou SARL" }),
  contact("Jeanne Petit", "+33639980101", { mark: "VIP", remarks: "Allergique à la pénicilline." }),
  contact("Laboratoire Vauban", "+33199003010", { mark: "VIP", company: "Laboratoire Vauban" }),
  contact("Marc Delaunay", "+33639980177", {
    origin: "GOOGLE",
    email: "marc.delaunay@example.org",
  }),
  contact("Nadia Benali", "+33639980120", { origin: "GOOGLE" }),
  contact("Démarchage énergie", "+33639980201", { mark: "BLOCKED" }),
];

interface Told {
  readonly minutes: number;
  readonly name: string | null;
  readonly number: string | null;
  readonly text: string | null;
  readonly by?: string;
  readonly outcome?: string;
  readonly answered?: boolean;
  readonly reason?: string;
  readonly urgent?: boolean;
  readonly mark?: string;
  readonly unread?: boolean;
  readonly answers?: Json[];
  readonly voicemailSeconds?: number;
}

const TOLD: readonly Told[] = [
  {
    minutes: 0,
    name: "Nadia Benali",
    number: "+33639980120",
    text: null,
    outcome: "IN_PROGRESS",
    answered: false,
  },
  {
    minutes: 4,
    name: "Jeanne Petit",
    number: "+33639980101",
    text: "Renouvellement de l’ordonnance, il lui en faut une avant vendredi. Elle passe la chercher jeudi après 17 h si c’est possible, sinon sa fille viendra.",
    mark: "VIP",
    urgent: true,
    unread: true,
    reason: "vip-under-vip",
    answers: [{ question: "Quel médicament ?", answer: "Lévothyrox 75" }],
  },
  {
    minutes: 18,
    name: "Garage Lou",
    number: "+33199002040",
    text: "Demande le règlement de la facture du 3 novembre.",
    unread: true,
    by: "Léa",
  },
  {
    minutes: 41,
    name: "Marc Delaunay",
    number: "+33639980177",
    text: "Voudrait avancer son rendez-vous de mardi, de préférence le matin.",
    unread: true,
  },
  {
    minutes: 75,
    name: "Laboratoire Vauban",
    number: "+33199003010",
    text: null,
    outcome: "PUT_THROUGH",
    reason: "vip-under-vip",
    mark: "VIP",
  },
  { minutes: 96, name: null, number: null, text: null, outcome: "LOST", reason: "withheld" },
  {
    minutes: 110,
    name: "Paul Renard",
    number: "+33639980131",
    text: "Message vocal de 47 s",
    outcome: "VOICEMAIL",
    reason: "out-of-hours",
    unread: true,
    voicemailSeconds: 47,
  },
  {
    minutes: 130,
    name: "Nadia Benali",
    number: "+33639980120",
    text: "Résultats d’analyse reçus, elle aimerait être rappelée ce soir.",
    by: "Léa",
  },
  {
    minutes: 60 * 22,
    name: "Alain Bertin",
    number: "+33639980114",
    text: "Certificat pour le sport de son fils, né en 2014.",
    by: "Inès",
  },
  {
    minutes: 60 * 26,
    name: null,
    number: "+33639980155",
    text: "Nouvelle patiente, cherche un médecin traitant. Habite à deux rues du cabinet.",
    by: "Camille",
  },
  {
    minutes: 60 * 27,
    name: "Pharmacie du Marché",
    number: "+33199004411",
    text: "Ordonnance illisible pour Mme Roy : confirmer la posologie.",
    urgent: true,
    by: "Camille",
  },
  {
    minutes: 60 * 49,
    name: "Démarchage énergie",
    number: "+33639980201",
    text: null,
    outcome: "MESSAGE",
    reason: "blocked",
    mark: "BLOCKED",
  },
];

function callOf(told: Told): Json {
  const callId = id();
  const arrivedAt = ago(told.minutes * MINUTE);
  const version = 1;
  const written = told.voicemailSeconds === undefined;
  const note =
    told.text === null
      ? null
      : {
          id: id(),
          callId,
          version,
          callerName: told.name,
          callerNumber: told.number,
          numberConfirmed: written && told.number !== null,
          callbackWanted: written && told.number !== null,
          request: told.text,
          urgency: (told.urgent ?? false) ? "URGENT" : "NORMAL",
          answers: told.answers ?? [],
          voicemailSeconds: told.voicemailSeconds ?? null,
          takenBy: written ? (told.by ?? "Camille") : null,
          takenAt: ago(told.minutes * MINUTE - 2 * MINUTE),
          readAt: (told.unread ?? false) ? null : ago(told.minutes * MINUTE - 10 * MINUTE),
          binnedAt: null,
          feedback: null,
        };
  return {
    id: callId,
    arrivedAt,
    line: { id: lineId, number: "+33199001001", label: "Cabinet Martin" },
    caller: {
      kind: told.number === null ? "WITHHELD" : "KNOWN",
      number: told.number,
      name: told.name,
      contactId: null,
      mark: told.mark ?? "NONE",
    },
    outcome: told.outcome ?? "TAKEN",
    answeredAt: told.answered === false ? null : ago(told.minutes * MINUTE),
    durationSeconds: 84,
    note,
    otherNotes: [],
    reason: {
      code: told.reason ?? "not-vip",
      arguments: { until: ago(told.minutes * MINUTE - 3 * 60 * MINUTE) },
      instructionId: instructions[1]?.id,
      instructionVersion: 3,
    },
    events: [{ kind: "arrived", at: arrivedAt }],
  };
}

export const calls: Json[] = [
  ...TOLD.map(callOf),
  ...Array.from({ length: 45 }, (_, day) =>
    callOf({
      minutes: 60 * (50 + day * 9),
      name: `Patient ${day + 1}`,
      number: `+336399803${String(day).padStart(2, "0")}`,
      text: "Rendez-vous demandé pour la semaine prochaine.",
      by: "Inès",
    }),
  ),
];

export const deliveries: Json[] = [
  {
    id: id(),
    channel: "PUSH",
    target: "Chrome, Android",
    state: "DELIVERED",
    failure: null,
    queuedAt: ago(2 * MINUTE),
    changedAt: ago(MINUTE),
  },
  {
    id: id(),
    channel: "EMAIL",
    target: "d…@cabinet-martin.example",
    state: "SENT",
    failure: null,
    queuedAt: ago(2 * MINUTE),
    changedAt: ago(MINUTE),
  },
  {
    id: id(),
    channel: "SMS",
    target: "06 39 98 •• 01",
    state: "FAILED",
    failure: "provider-unavailable",
    queuedAt: ago(2 * MINUTE),
    changedAt: ago(MINUTE),
  },
];

export const preferences: Json = {
  version: 1,
  emailAddress: "docteur@cabinet-martin.example",
  smsNumber: "+33639980001",
  rules: ["PUSH", "EMAIL", "SMS"].flatMap((channel) => [
    { channel, urgency: "NORMAL", enabled: channel !== "SMS" },
    { channel, urgency: "URGENT", enabled: true },
  ]),
  incomingCalls: true,
  quietHours: { from: "20:00", to: "07:30", urgentAnyway: true },
};
