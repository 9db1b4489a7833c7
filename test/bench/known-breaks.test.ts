import { BadArguments } from "./bad-arguments";
import { knownBreaks } from "./known-breaks";

test("what is not named is known to have no breaks", () => {
  const known = knownBreaks(["shop.v2.fix-version=3"]);
  expect(known("shop.v2", "fix-version")).toBe(3);
  expect(known("shop.v2", "status")).toBe(0);
  expect(known("other", "fix-version")).toBe(0);
});

test.each(["shop.status", "shop.colour=1", "status=1", "shop.status=few"])(
  "%s is refused",
  (text) => {
    expect(() => knownBreaks([text])).toThrow(BadArguments);
  },
);
