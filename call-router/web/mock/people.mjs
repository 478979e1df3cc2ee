/** Who works here; all invented. */
export const id = (n) => `01930000-0000-7000-8000-${String(n).padStart(12, "0")}`;

export const health = { teamId: id(11), name: "Santé" };
export const trades = { teamId: id(12), name: "Artisans et droit" };

const person = (n, user, name, more = {}) => ({
  accountId: id(n),
  user,
  name,
  role: "secretary",
  team: health,
  language: "fr",
  passwordChangeDue: false,
  secondFactor: false,
  ...more,
});

/** Every password is `console`; where a second factor is asked, the code is 123456. Anne has none yet. */
export const people = [
  person(101, "camille", "Camille"),
  person(102, "lea", "Léa", { secondFactor: true, language: "en" }),
  person(103, "nouvelle", "Inès", { passwordChangeDue: true }),
  person(104, "claire", "Claire", { role: "supervisor" }),
  person(105, "anne", "Anne", { secondFactor: true }),
];

/** What an account that has no second factor yet is offered, whoever it is. */
export const enrolment = {
  secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  address:
    "otpauth://totp/Permanence:anne?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Permanence",
  enrolment: "sealed",
};
