/** A month of a small practice: quiet at the weekend, a lost call here and there. */
const row = (arrived: number, abandoned: number) => ({
  arrived,
  answered: Math.max(0, arrived - abandoned - (arrived > 8 ? 1 : 0)),
  abandoned,
  abandonedShort: Math.floor(abandoned / 2),
  turnedAway: arrived > 8 ? 1 : 0,
  abandonPercent: arrived === 0 ? null : Math.floor((100 * abandoned) / arrived),
  abandonPercentWithoutShort:
    arrived === 0 ? null : Math.floor((100 * Math.ceil(abandoned / 2)) / arrived),
  serviceLevelPercent: arrived === 0 ? null : 97 - abandoned * 4,
  averageAnswerSeconds: arrived === 0 ? null : 7 + abandoned * 2,
});

const rules = { timeZone: "Europe/Paris", withinSeconds: 15, shortAbandonSeconds: 5 };

export function figures(day: string | undefined) {
  const dayMillis = 86_400_000;
  if (day === undefined) {
    const days = Array.from({ length: 30 }, (_, back) => {
      const at = new Date(Date.now() - back * dayMillis);
      const weekend = at.getUTCDay() === 0 || at.getUTCDay() === 6;
      const arrived = weekend ? 0 : 7 + ((back * 5) % 9);
      return {
        day: at.toISOString().slice(0, 10),
        figures: row(arrived, weekend ? 0 : back % 3),
      };
    });
    return { ...rules, total: row(236, 17), days };
  }
  const start = Date.parse(`${day}T07:00:00Z`);
  return {
    ...rules,
    day,
    total: row(19, 2),
    halfHours: Array.from({ length: 18 }, (_, index) => ({
      from: new Date(start + index * 1_800_000).toISOString(),
      figures: row((index * 3) % 5, index % 7 === 3 ? 1 : 0),
    })),
  };
}
