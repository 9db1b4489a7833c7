import fc from "fast-check";
import { JastBuilder } from "@atlaskit/jql-ast";
import { clauseOf, idsIn, quoted } from "../../src/jira/jql";

test("any text in quotes stays one value of the query", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const ast = new JastBuilder().build(`summary ~ ${quoted(text)}`);
      expect(ast.errors).toEqual([]);
    }),
  );
});

test("quotes and backslashes are escaped", () => {
  expect(quoted('say "no" to C:\\')).toBe('"say \\"no\\" to C:\\\\"');
});

test("ids stay bare, because in quotes Jira takes them for keys", () => {
  expect(idsIn("parent", ["10001", "10002"])).toBe("parent in (10001, 10002)");
});

test("what is no id never reaches a query", () => {
  expect(() => idsIn("parent", ["1) OR project = SECRET"])).toThrow(RangeError);
  expect(() => idsIn("parent", [])).toThrow(RangeError);
});

test("a custom field is named by its id, because names need not be unique", () => {
  expect(clauseOf("customfield_10034")).toBe("cf[10034]");
});
