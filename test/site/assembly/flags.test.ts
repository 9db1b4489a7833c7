import { BadFlag, readFlags } from "./flags";

test("without flags the site runs on port 8080, on SQLite, at real speed", () => {
  expect(readFlags([])).toEqual({ port: 8080, sql: "sqlite", speed: 1 });
});

test("every flag is read", () => {
  const flags = readFlags([
    ...["--data", "exports", "--now", "2014-03-01T12:00:00Z", "--port", "9000"],
    ...["--user", "Ada", "--sql", "mariadb", "--speed", "60"],
  ]);
  expect(flags).toEqual({
    data: "exports",
    now: Date.UTC(2014, 2 /* Mar */, 1, 12),
    port: 9000,
    user: "Ada",
    sql: "mariadb",
    speed: 60,
  });
});

test.each([
  [["--now", "yesterday"], "--now yesterday is no ISO 8601 instant"],
  [["--port", "http"], "--port http is no number between 0 and 65534"],
  [["--sql", "oracle"], "--sql oracle is none of sqlite, mariadb"],
  [["--speed", "-1"], "speed"],
  [["--dat", "x"], "--dat"],
])("%j is refused with a sentence", (args, sentence) => {
  expect(() => readFlags(args)).toThrow(BadFlag);
  expect(() => readFlags(args)).toThrow(sentence);
});
