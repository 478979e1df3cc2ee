import { health, id, trades } from "./people.mjs";

/** Customers and calls of the played day; all invented, numbers from ARCEP's fictional ranges. */
export const ago = (seconds) => new Date(Date.now() - seconds * 1000).toISOString();
export const ahead = (seconds) => ago(-seconds);

const questions = [
  {
    questionId: id(301),
    label: "Motif",
    type: "choice",
    required: true,
    choices: ["rendez-vous", "ordonnance", "autre"],
  },
  {
    questionId: id(302),
    label: "Quel médicament ?",
    type: "text",
    required: true,
    onlyWhen: { questionId: id(301), answer: "ordonnance" },
  },
  { questionId: id(303), label: "Déjà patient du cabinet ?", type: "yes-no", required: false },
];

const martin = (name) => ({
  callId: id(501),
  customer: {
    customerId: id(201),
    name: "Cabinet Martin",
    person: "Dr Martin",
    trade: "médecin généraliste",
    timeZone: "Europe/Paris",
  },
  line: { lineId: id(211), number: "+33199001001", label: "Cabinet" },
  greeting: `Cabinet du docteur Martin, ${name} à votre écoute, bonjour`,
  verdict: {
    action: "connect",
    reason: "vip-put-through",
    arguments: { until: new Date(new Date().setHours(18, 0, 0, 0)).toISOString() },
    decidedAt: ago(9),
  },
  instruction: {
    instructionId: id(221),
    version: 7,
    title: "Consultations",
    putThrough: "vip",
    mode: "announced",
    window: { kind: "weekly", days: [1, 2, 3, 4, 5, 7], opens: "08:30", closes: "18:00" },
    overruled: [],
    message: "Le docteur est en consultation et rappelle entre 18 h et 19 h.",
    notes:
      "Pas de résultats d'analyse au téléphone.\nUrgence vitale : faire composer le 15, puis prévenir le docteur sur son mobile.",
  },
  caller: {
    withheld: false,
    number: "+33639980101",
    name: "Jeanne Petit",
    remark: "patiente, allergique à la pénicilline",
    vip: true,
    blocked: false,
    earlierCalls: [
      {
        callId: id(601),
        at: ago(19 * 86400),
        outcome: "note",
        secretary: "Léa",
        note: "Renouvellement d'ordonnance, Levothyrox 75.",
      },
      { callId: id(602), at: ago(41 * 86400), outcome: "put-through", secretary: "Camille" },
      { callId: id(603), at: ago(72 * 86400), outcome: "lost" },
    ],
  },
  ladder: [
    {
      forwardingNumberId: id(231),
      position: 1,
      rung: 1,
      label: "mobile",
      number: "+33639980001",
      ringSeconds: 20,
      lastResult: { outcome: "busy", at: ago(240) },
    },
    {
      forwardingNumberId: id(232),
      position: 2,
      rung: 1,
      label: "cabinet",
      number: "+33199001005",
      ringSeconds: 20,
    },
  ],
  putThroughAllowed: true,
  questions,
});

const dubois = (name) => ({
  callId: id(502),
  customer: {
    customerId: id(202),
    name: "Étude Dubois & associés",
    person: "Me Dubois",
    trade: "avocate",
    timeZone: "Europe/Paris",
  },
  line: { lineId: id(212), number: "+33199001002" },
  greeting: `Étude Dubois et associés, ${name}, bonjour`,
  verdict: {
    action: "give-message",
    reason: "nobody-put-through",
    decidedAt: ago(4),
    fromLastSnapshot: true,
    snapshotAt: ago(95),
  },
  instruction: {
    instructionId: id(222),
    version: 2,
    putThrough: "nobody",
    window: { kind: "one-off", from: ago(7200), until: ahead(5400) },
    overruled: [
      {
        instructionId: id(224),
        putThrough: "vip",
        window: { kind: "weekly", days: [1, 2, 3, 4, 5], opens: "09:00", closes: "18:00" },
      },
    ],
    message: "Maître Dubois plaide toute la matinée ; elle rappelle cet après-midi.",
  },
  caller: { withheld: true, vip: false, blocked: false, earlierCalls: [] },
  ladder: [
    { forwardingNumberId: id(233), position: 1, rung: 1, label: "mobile", number: "+33639980002" },
  ],
  putThroughAllowed: false,
  questions: [],
});

export const cards = [martin, dubois];

export const tasks = () => [
  {
    taskId: id(701),
    kind: "callback",
    createdAt: ago(22 * 60),
    dueAt: ago(60),
    mine: true,
    tries: 0,
    vip: false,
    customerName: "Garage Lou",
    callerName: "Paul Renaud",
    callerNumber: "+33639980144",
    callId: id(502),
    text: "Demande le prix d'un embrayage, rappeler avant midi.",
  },
  {
    taskId: id(702),
    kind: "finish-note",
    createdAt: ago(46 * 60),
    mine: true,
    tries: 0,
    vip: false,
    customerName: "Cabinet Martin",
    callerName: "Hélène Faure",
    callId: id(501),
    noteId: id(801),
  },
  {
    taskId: id(703),
    kind: "lost-call",
    createdAt: ago(3 * 3600),
    mine: false,
    tries: 0,
    vip: true,
    customerName: "Étude Dubois & associés",
    callerName: "Nadia Benali",
    callerNumber: "+33639980177",
  },
  {
    taskId: id(704),
    kind: "voicemail",
    createdAt: ago(4 * 3600),
    mine: false,
    tries: 0,
    vip: false,
    customerName: "Cabinet Martin",
    callerNumber: "+33639980131",
    callId: id(503),
  },
];

export const keptNote = {
  noteId: id(801),
  revision: 12,
  state: "draft",
  savedAt: ago(46 * 60),
  callId: id(501),
  callerName: "Hélène Faure",
  callerNumber: "+33639980133",
  numberReadBack: true,
  request: "Souhaite avancer son rendez-vous de",
  urgency: "normal",
  callbackWanted: false,
  answers: [{ questionId: id(301), value: "rendez-vous" }],
};

const message = (n, channel, state, more = {}) => ({
  messageId: id(n),
  channel,
  state,
  attempts: state === "queued" ? 0 : 1,
  changedAt: ago(40),
  ...more,
});

/** One's notes of the day; of the newest, everything is still on its way. */
export const sentNotes = (newest) => [
  ...(newest === undefined
    ? []
    : [
        {
          noteId: newest.noteId,
          mine: true,
          secretary: "Camille",
          customerName: "Cabinet Martin",
          callerName: newest.callerName,
          urgency: newest.urgency,
          sentAt: newest.savedAt,
          decided: true,
          messages: [
            message(811, "push", "sent"),
            message(812, "email", "retrying", {
              target: "d***@example.invalid",
              attempts: 2,
              againAt: ahead(12),
              why: "provider-unavailable",
            }),
            message(813, "sms", "delivered", { target: "+33*******01" }),
          ],
        },
      ]),
  {
    noteId: id(802),
    mine: true,
    secretary: "Camille",
    customerName: "Étude Dubois & associés",
    callerName: "Paul Renaud",
    urgency: "urgent",
    sentAt: ago(9 * 60),
    decided: true,
    messages: [
      message(821, "push", "failed", { why: "address-gone" }),
      message(822, "sms", "failed", { target: "+33*******02", why: "number-unknown" }),
      message(823, "email", "sent", { target: "m***@example.invalid" }),
    ],
  },
  {
    noteId: id(803),
    mine: true,
    secretary: "Camille",
    customerName: "Garage Lou",
    urgency: "normal",
    sentAt: ago(3 * 3600),
    decided: true,
    messages: [],
  },
  {
    noteId: id(804),
    mine: true,
    secretary: "Camille",
    customerName: "Cabinet Martin",
    urgency: "normal",
    sentAt: ago(4 * 3600),
    decided: false,
    messages: [],
  },
];

export const team = () => ({
  team: health,
  parked: [
    {
      slot: 2,
      callId: id(77),
      customerName: "Cabinet Roy",
      callerName: "Mme Roy",
      vip: false,
      parkedBy: "Léa",
      since: ago(100),
      until: ago(-80),
    },
  ],
  waiting: [
    { callId: id(511), since: ago(9), customerName: "Garage Lou", vip: false },
    { callId: id(512), since: ago(4), customerName: "Étude Dubois & associés", vip: true },
  ],
  colleagues: [
    { accountId: id(102), name: "Léa", state: "ready", since: ago(31) },
    { accountId: id(105), name: "Nadia", state: "talking", since: ago(134) },
    { accountId: id(106), name: "Thomas", state: "break", since: ago(600), reason: "lunch" },
  ],
  serviceLevel: { percent: 91, withinSeconds: 15 },
});

export const figures = () => ({
  answered: 23,
  notesSent: 17,
  putThrough: 5,
  missedOffers: 1,
  talkSeconds: 4512,
  team: {
    arrived: 142,
    answered: 134,
    abandoned: 5,
    abandonedShort: 1,
    turnedAway: 2,
    averageAnswerSeconds: 8,
    serviceLevel: { percent: 91, withinSeconds: 15 },
  },
});

const states = ["ready", "talking", "talking", "wrap-up", "ready", "break", "talking", "paused"];
const names = ["Camille", "Léa", "Nadia", "Thomas", "Inès", "Hugo", "Salomé", "Yanis"];

export const halfHours = (teamId) => {
  const start = Math.floor(Date.now() / 1_800_000) * 1_800_000 - 19 * 1_800_000;
  const row = (arrived, abandoned) => ({
    arrived,
    answered: arrived - abandoned - 1,
    abandoned,
    abandonedShort: Math.floor(abandoned / 2),
    turnedAway: 1,
    abandonPercent: Math.floor((100 * abandoned) / arrived),
    abandonPercentWithoutShort: Math.floor((100 * Math.ceil(abandoned / 2)) / arrived),
    serviceLevelPercent: 96 - abandoned * 3,
    averageAnswerSeconds: 6 + abandoned,
  });
  return {
    at: new Date().toISOString(),
    withinSeconds: 15,
    shortAbandonSeconds: 5,
    ...(teamId && { teamId }),
    teams: [health, trades],
    day: teamId ? row(201, 8) : row(412, 19),
    halfHours: Array.from({ length: 20 }, (_, index) => ({
      from: new Date(start + index * 1_800_000).toISOString(),
      figures: row(12 + Math.round(9 * Math.sin(index / 4) + (index % 3)), index % 4),
    })),
  };
};

export const wallboard = () => {
  const start = Math.floor(Date.now() / 300_000) * 300_000 - 23 * 300_000;
  const row = (of, waiting, percent) => ({
    team: of,
    waiting,
    ...(waiting > 0 && { longestWaitingSince: ago(9) }),
    ready: 2,
    talking: 3,
    onBreak: 1,
    answered: 134,
    abandoned: 5,
    serviceLevel: { percent, withinSeconds: 15 },
  });
  return {
    at: new Date().toISOString(),
    waiting: 3,
    longestWaitingSince: ago(48),
    waitingAlarmAt: 8,
    longestWaitAlarmSeconds: 45,
    serviceLevelAlarmPercent: 80,
    abandonedAlarmAt: 20,
    abandoned: 7,
    serviceLevel: { percent: 91, withinSeconds: 15 },
    teams: [row(health, 2, 91), row(trades, 1, 88)],
    secretaries: names.map((name, index) => ({
      accountId: id(101 + index),
      name,
      team: index < 5 ? health : trades,
      state: states[index],
      since: ago(31 + index * 67),
      ...(states[index] === "break" && { reason: "lunch" }),
    })),
    history: Array.from({ length: 24 }, (_, index) => {
      const arrived = 6 + Math.round(5 * Math.sin(index / 3) + (index % 4));
      return {
        from: new Date(start + index * 300_000).toISOString(),
        arrived,
        answered: Math.max(0, arrived - (index % 5 === 0 ? 2 : 0)),
        waiting: index % 6,
      };
    }),
  };
};
